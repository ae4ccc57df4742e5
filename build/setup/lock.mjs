import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const LOOK_AGAIN_MS = 100;

/**
 * Does a piece of work while no other process of this project does one under the same name. A lock
 * whose owner has died is taken over.
 *
 * @template T
 * @param {string} folder where the lock lies while it is held; made when missing
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, work) {
  await mkdir(path.dirname(folder), { recursive: true });
  while (!(await take(folder))) await wait(LOOK_AGAIN_MS);
  try {
    return await work();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function take(folder) {
  const note = path.join(folder, 'owner');
  try {
    await mkdir(folder);
    await writeFile(note, String(process.pid));
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    const owner = existsSync(note) ? Number(await readFile(note, 'utf8')) : process.pid;
    if (!isAlive(owner)) await rm(folder, { recursive: true, force: true });
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
