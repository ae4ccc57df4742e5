import { setTimeout as wait } from 'node:timers/promises';

import { _electron } from '@playwright/test';
import type { ElectronApplication, Page } from '@playwright/test';

import { createClient } from '#shared/ipc/client.ts';
import type { Reply } from '#shared/ipc/router.ts';
import { launchOptions } from '../../build/runtime/locate.mjs';
import { sampleNow } from '../../build/sample/people.ts';
import { password } from '../helpers/world.ts';
import { bundleCount } from './made-bundles.ts';
import { compare } from './rounds.ts';
import type { Comparison } from './rounds.ts';

/** How often each process is asked whether it still moves. */
const tickMilliseconds = 5;
const idleMilliseconds = 3000;

type Stalls = { readonly window: number; readonly shell: number };
type Bridge = { readonly call: (name: string, input: unknown) => Promise<Reply> };

/** The longest that window and shell stand still while the worker takes 1,200 bundles in. */
export async function benchStalls(files: {
  readonly data: string;
  readonly stick: string;
}): Promise<readonly Comparison[]> {
  const app = await _electron.launch({
    ...launchOptions({
      args: ['--password-store=basic', `--data=${files.data}`, `--now=${sampleNow}`],
    }),
    timeout: 60_000,
  });
  try {
    const page = await app.firstWindow();
    await page.locator('input[type=password]').waitFor();
    const call = createClient((name, input) =>
      page.evaluate(
        ([ofCall, withInput]) =>
          // The preload script puts it there; the reply's shape is the router's.
          (Reflect.get(globalThis, 'soChiTieu') as Bridge).call(ofCall, withInput),
        [name, input] as const,
      ),
    );
    const signedIn = await call('session.signIn', { name: 'first', password });
    if (!signedIn.ok) throw new Error(signedIn.refusal.code);
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, files.stick);
    const place = await call('place.pickFolder', {});
    if (!place.ok || place.value === null) throw new Error('Nothing was picked.');
    const { handle } = place.value;
    const idle = await stallsDuring(app, page, () => wait(idleMilliseconds));
    const importing = await stallsDuring(app, page, async () => {
      // The verdicts stay in the window: what crosses to Playwright stops both processes.
      const accepted = await page.evaluate(
        async (input) => {
          const bridge = Reflect.get(globalThis, 'soChiTieu') as Bridge;
          const reply = await bridge.call('bundle.receive', input);
          return reply.ok && Array.isArray(reply.value) ? reply.value.length : 0;
        },
        { place: handle, password },
      );
      if (accepted < bundleCount) throw new Error(`${String(accepted)} files were read.`);
    });
    return (['window', 'shell'] as const).map((process) =>
      compare(
        {
          what: `longest stall of the ${process}, importing ${String(bundleCount)}`,
          unit: 'ms',
          aim: null,
          note: 'aim: 50 ms; the longest gap of a timer of 5 ms, against the same window at rest',
        },
        [{ ours: importing[process], reference: idle[process] }],
      ),
    );
  } finally {
    await app.close();
  }
}

async function stallsDuring(
  app: ElectronApplication,
  page: Page,
  work: () => Promise<unknown>,
): Promise<Stalls> {
  await page.evaluate(startTicking, tickMilliseconds);
  await app.evaluate((_electronModule, tick) => {
    let [last, longest] = [performance.now(), 0];
    const timer = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, tick);
    Reflect.set(globalThis, 'endTicking', () => {
      clearInterval(timer);
      return longest;
    });
  }, tickMilliseconds);
  await work();
  return {
    window: await page.evaluate(endTicking),
    shell: await app.evaluate(() => (Reflect.get(globalThis, 'endTicking') as () => number)()),
  };
}

/** Runs in the window. */
function startTicking(tick: number): void {
  let [last, longest] = [performance.now(), 0];
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, tick);
  Reflect.set(globalThis, 'endTicking', () => {
    clearInterval(timer);
    return longest;
  });
}

/** Runs in the window; `startTicking` left it there. */
function endTicking(): number {
  return (Reflect.get(globalThis, 'endTicking') as () => number)();
}
