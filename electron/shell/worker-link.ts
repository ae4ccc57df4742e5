import { join } from 'node:path';

import type { Reply } from '#shared/ipc/router.ts';
import { utilityProcess } from 'electron';
import type { UtilityProcess } from 'electron';

import type { FromWorker, PortName, ToWorker, WorkerSettings } from '../worker/protocol.ts';

/** How the shell does what the worker asks of it. */
export type ServePort = (port: PortName, argument: unknown) => Promise<unknown>;

export type WorkerLink = {
  readonly call: (name: string, input: unknown) => Promise<Reply>;
  /** Lets the worker close its store; resolves when it has, or after two seconds. */
  readonly close: () => Promise<void>;
};

const closingMilliseconds = 2000;

/**
 * Starts the worker and talks to it. Should it die, whatever was asked is refused, nothing that was
 * acknowledged is lost, and the next call starts it again (signed out).
 */
export function linkWorker(settings: WorkerSettings, servePort: ServePort): WorkerLink {
  const waiting = new Map<number, (reply: Reply) => void>();
  let lastCall = 0;
  let onClosed: (() => void) | null = null;
  let worker: UtilityProcess | null = fork();

  function fork(): UtilityProcess {
    const started = utilityProcess.fork(
      join(__dirname, '../worker/main.cjs'),
      [JSON.stringify(settings)],
      { serviceName: 'so-chi-tieu-worker', stdio: 'inherit' },
    );
    started.on('message', (message: FromWorker) => {
      receive(started, message);
    });
    started.on('exit', () => {
      if (worker === started) worker = null;
      for (const answer of waiting.values()) answer(died);
      waiting.clear();
      onClosed?.();
    });
    return started;
  }

  function receive(from: UtilityProcess, message: FromWorker): void {
    switch (message.kind) {
      case 'reply':
        waiting.get(message.id)?.(message.reply);
        waiting.delete(message.id);
        break;
      case 'port':
        void servePort(message.port, message.argument).then((value) => {
          post(from, { kind: 'port-reply', id: message.id, value });
        });
        break;
      case 'fault':
        process.stderr.write(`A fault in ${message.call}: ${message.stack}\n`);
        break;
      case 'closed':
        onClosed?.();
        break;
    }
  }

  return {
    call: (name, input) =>
      new Promise((resolve) => {
        lastCall += 1;
        waiting.set(lastCall, resolve);
        worker ??= fork();
        post(worker, { kind: 'call', id: lastCall, name, input });
      }),
    close: () =>
      new Promise((resolve) => {
        if (worker === null) {
          resolve();
          return;
        }
        onClosed = resolve;
        setTimeout(resolve, closingMilliseconds);
        post(worker, { kind: 'close' });
      }),
  };
}

const died: Reply = { ok: false, refusal: { code: 'internal-fault', facts: { call: 'worker' } } };

function post(worker: UtilityProcess, message: ToWorker): void {
  worker.postMessage(message);
}
