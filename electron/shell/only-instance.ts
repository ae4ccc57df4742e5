import { setTimeout as wait } from 'node:timers/promises';

import { app } from 'electron';

import { developmentServer } from './harden.ts';

const longestWaitMilliseconds = 10_000;
const stepMilliseconds = 100;

/**
 * Whether this is the only running program over its data; when not, the other one is told to show
 * itself. A program that is restarted while it is developed waits until the old one is gone.
 */
export async function isOnlyInstance(): Promise<boolean> {
  let left = developmentServer() === null ? 0 : longestWaitMilliseconds / stepMilliseconds;
  while (!app.requestSingleInstanceLock()) {
    if (left <= 0) return false;
    left -= 1;
    await wait(stepMilliseconds);
  }
  return true;
}
