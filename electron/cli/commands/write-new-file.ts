import { basename, dirname, join, resolve } from 'node:path';

import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { writeDurably } from '../../service/durable-file.ts';
import type { WriteRefusal } from '../../service/durable-file.ts';

/**
 * Writes a file that the command line named, never over another one: `table.csv` becomes
 * `table-2.csv` when there is one with other contents. @returns the path as written; refuses as
 * `writeDurably` does.
 */
export function writeNewFile(path: string, bytes: Uint8Array): Result<string, WriteRefusal> {
  const folder = dirname(resolve(path));
  const name = writeDurably(folder, basename(path), bytes);
  return name.ok ? ok(join(folder, name.value)) : name;
}
