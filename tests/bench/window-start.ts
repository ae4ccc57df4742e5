import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { _electron } from '@playwright/test';

import { launchOptions } from '../../build/runtime/locate.mjs';
import { setUpOffice } from '../helpers/world.ts';
import { memoryOfTree } from './process-memory.ts';
import { compare, interleave } from './rounds.ts';
import type { Comparison } from './rounds.ts';

const roundCount = 5;
const settlingMilliseconds = 1500;
const bareWindow = fileURLToPath(new URL('./bare-window', import.meta.url));

type Start = { readonly milliseconds: number; readonly mebibytes: number };
type Launch = ReturnType<typeof launchOptions>;

/** Start until a keystroke arrives, and memory of all processes then, against a bare window. */
export async function benchWindow(folder: string): Promise<readonly Comparison[]> {
  const data = join(folder, 'window');
  (await setUpOffice(data, 'district', '300')).close();
  const profile = join(folder, 'bare-profile');
  mkdirSync(profile);
  const ours = launchOptions({ args: [`--data=${data}`] });
  const bare = launchOptions({ app: bareWindow, args: [`--user-data-dir=${profile}`] });
  // The first start of each fills the profile and the disk cache.
  await start(ours);
  await start(bare);
  const memory = { ours: [] as number[], reference: [] as number[] };
  const rounds = await interleave(
    roundCount,
    async () => keep(memory.ours, await start(ours)),
    async () => keep(memory.reference, await start(bare)),
  );
  return [
    compare(
      {
        what: 'start until the sign-in field takes a keystroke',
        unit: 'ms',
        aim: 1.5,
        note: 'against a bare Electron window of the same runtime; both driven by Playwright',
      },
      rounds,
    ),
    compare(
      {
        what: 'memory of all processes at sign-in',
        unit: 'MiB',
        aim: 1.6,
        note: 'sum of PSS over the process tree, against the same bare window',
      },
      memory.ours.map((one, round) => ({ ours: one, reference: memory.reference[round] ?? NaN })),
    ),
  ];
}

function keep(memory: number[], { milliseconds, mebibytes }: Start): number {
  memory.push(mebibytes);
  return milliseconds;
}

async function start(launch: Launch): Promise<Start> {
  const began = performance.now();
  const app = await _electron.launch({ ...launch, timeout: 60_000 });
  try {
    const page = await app.firstWindow();
    const field = page.locator('input[type=password]');
    await field.press('a', { timeout: 30_000 });
    if ((await field.inputValue()) !== 'a') throw new Error('The keystroke did not arrive.');
    const milliseconds = performance.now() - began;
    await wait(settlingMilliseconds);
    return { milliseconds, mebibytes: memoryOfTree(app.process().pid ?? 0) };
  } finally {
    await app.close();
  }
}
