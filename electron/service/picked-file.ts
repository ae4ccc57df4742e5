import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';

import { judgeContent, judgeSize, plainFileName } from '#shared/domain/attachment.ts';
import type { ContentRefusal, SizeRefusal } from '#shared/domain/attachment.ts';
import type { MediaType } from '#shared/domain/file-content.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { hostCrypto } from '../keys/host-crypto.ts';

/** A file that may be attached: what it is by its bytes, and the name under which it is kept. */
export type PickedFile = {
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly content: Uint8Array;
  readonly sha256: string;
};

/**
 * Reads a file that may become an attachment. Its size is judged on the open file and before anything
 * of it is read. Refuses `file-unreadable` {file}, and what its size and content refuse.
 */
export function readPickedFile(
  path: string,
): Result<PickedFile, SizeRefusal | ContentRefusal | 'file-unreadable'> {
  const name = plainFileName(basename(path));
  const read = readWhole(path, name, (size) => judgeSize(name, size));
  if (!read.ok) return read;
  const judged = judgeContent(name, read.value);
  if (!judged.ok) return judged;
  return ok({ ...judged.value, content: read.value, sha256: hostCrypto.sha256(read.value) });
}

/**
 * Reads a file of which `judge` takes the size in bytes, asked on the open file before anything of it
 * is read. Refuses `file-unreadable` {file}, and what `judge` refuses.
 */
export function readWhole<Code extends string>(
  path: string,
  name: string,
  judge: (size: number) => Result<unknown, Code>,
): Result<Uint8Array, Code | 'file-unreadable'> {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const { size } = fstatSync(file);
    const sized = judge(size);
    if (!sized.ok) return sized;
    const content = new Uint8Array(size);
    let filled = 0;
    for (let count = 1; count > 0 && filled < size; filled += count) {
      count = readSync(file, content, filled, size - filled, filled);
    }
    return filled === size ? ok(content) : refuse('file-unreadable', { file: name });
  } catch {
    return refuse('file-unreadable', { file: name });
  } finally {
    if (file !== null) closeSync(file);
  }
}
