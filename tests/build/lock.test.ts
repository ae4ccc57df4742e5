import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../build/setup/lock.mjs';
import { plant, temporaryFolder } from './temporary-folder.ts';

describe('a lock', () => {
  it('lets one work at a time, each in full', async () => {
    const lock = path.join(temporaryFolder(), 'deep', 'lock');
    const steps: string[] = [];
    const work = (name: string) => async () => {
      steps.push(`${name} begins`);
      await new Promise((resolve) => setTimeout(resolve, 20));
      steps.push(`${name} ends`);
    };
    await Promise.all([withLock(lock, work('a')), withLock(lock, work('b'))]);
    expect(steps.join()).toMatch(
      /^(a begins,a ends,b begins,b ends|b begins,b ends,a begins,a ends)$/,
    );
    expect(existsSync(lock)).toBe(false);
  });

  it('is given back when the work fails', async () => {
    const lock = path.join(temporaryFolder(), 'lock');
    const failing = withLock(lock, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await withLock(lock, () => Promise.resolve(1))).toBe(1);
  });

  it('is taken over from a process that died', async () => {
    const folder = temporaryFolder();
    plant(folder, { 'lock/owner': '999999999' });
    expect(await withLock(path.join(folder, 'lock'), () => Promise.resolve(1))).toBe(1);
  });
});
