import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A disk of a stated size, such as `64k`, that is unmounted when the test ends; null, with the reason
 * printed, where mounting is not permitted.
 */
export function smallDisk(size: string, onEnd: (work: () => void) => void): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'sct-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], {
      stdio: 'pipe',
    });
  } catch (fault) {
    console.log(`Skipped: a small disk cannot be mounted here (${String(fault)}).`);
    rmSync(folder, { recursive: true });
    return null;
  }
  onEnd(() => {
    execFileSync('umount', ['--lazy', folder]);
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Makes a mounted disk read-only, as a stick's switch does: file modes do not stop root. */
export function lockDisk(folder: string): void {
  execFileSync('mount', ['-o', 'remount,ro', folder]);
}

export function unlockDisk(folder: string): void {
  execFileSync('mount', ['-o', 'remount,rw', folder]);
}
