import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { readDirectory } from '#shared/bundle/strict-zip.ts';

const run = promisify(execFile);
const mostBytes = 64 * 1024 * 1024;

/**
 * Opens a bundle with Debian's `age` and a published identity, and looks whether the archive of a
 * report is inside. Says so when that program is not installed; throws when it does not open.
 */
export async function openWithAge(bundle: string, identity: string): Promise<string> {
  const version = await ageVersion();
  if (version === null) return 'age is not installed here, so this was not checked';
  const { stdout } = await run('age', ['-d', '-i', identity, bundle], {
    encoding: 'buffer',
    maxBuffer: mostBytes,
  });
  const archive = await readDirectory(new Uint8Array(stdout));
  if (!archive.ok) throw new Error(`what was inside is no archive: ${archive.refusal.code}`);
  const paths = archive.value.entries.map(({ path }) => path);
  for (const expected of ['statement.jws', 'data/observations.csv', 'data/cells.csv']) {
    if (!paths.includes(expected)) throw new Error(`${expected} is not inside`);
  }
  return `age ${version} opened it: ${paths.join(', ')}`;
}

async function ageVersion(): Promise<string | null> {
  try {
    return (await run('age', ['--version'])).stdout.trim();
  } catch {
    return null;
  }
}
