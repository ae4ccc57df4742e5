import '../service/web-crypto.ts';

import { parseInstant, sampleClock, systemClock } from '#shared/kit/clock.ts';
import type { Clock } from '#shared/kit/clock.ts';

import { serveOffice } from '../service/handlers.ts';
import { closeOffice, openOffice } from '../service/office.ts';
import type { Ports } from '../service/ports.ts';
import type { FromWorker, PortName, ToWorker, WorkerSettings } from './protocol.ts';

/**
 * The process that holds the store: all services and the one database connection. What stalls here
 * never stalls a window.
 */
function start(settings: WorkerSettings): void {
  const waiting = new Map<number, (value: unknown) => void>();
  let lastPortCall = 0;

  const ask = <T>(port: PortName, argument: unknown): Promise<T> =>
    new Promise((resolve) => {
      lastPortCall += 1;
      // What comes back is made by our own shell, from the same types.
      waiting.set(lastPortCall, resolve as (value: unknown) => void);
      send({ kind: 'port', id: lastPortCall, port, argument });
    });
  const ports: Ports = {
    pickFolder: () => ask('pickFolder', null),
    pickFile: (extensions) => ask('pickFile', [...extensions]),
    pickFiles: (extensions) => ask('pickFiles', [...extensions]),
    showDocument: (job) => ask('showDocument', job),
    makePdf: (job) => ask('makePdf', job),
    print: (job) => ask('print', job),
    safeStorage: {
      isAvailable: () => ask('hasSafeStorage', null),
      protect: (text) => ask('protect', text),
      open: (protectedText) => ask('openProtected', protectedText),
    },
  };

  const office = openOffice({
    dataFolder: settings.dataFolder,
    version: settings.version,
    clock: clockOf(settings),
    ports,
  });
  const route = serveOffice(office, (call, fault) => {
    send({ kind: 'fault', call, stack: fault instanceof Error ? (fault.stack ?? '') : '' });
  });

  process.parentPort.on('message', ({ data }: { data: ToWorker }) => {
    switch (data.kind) {
      case 'call':
        void route(data.name, data.input).then((reply) => {
          send({ kind: 'reply', id: data.id, reply });
        });
        break;
      case 'port-reply':
        waiting.get(data.id)?.(data.value);
        waiting.delete(data.id);
        break;
      case 'close':
        closeOffice(office);
        send({ kind: 'closed' });
        break;
    }
  });
}

function clockOf({ now }: WorkerSettings): Clock {
  const instant = now === null ? null : parseInstant(now);
  return instant === null ? systemClock : sampleClock(instant);
}

function send(message: FromWorker): void {
  process.parentPort.postMessage(message);
}

// The shell writes the settings as the only argument, from the same type.
start(JSON.parse(process.argv[2] ?? '') as WorkerSettings);
