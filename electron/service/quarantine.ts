import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { durableFolder, forOwner } from './durable-file.ts';
import type { ExchangeFile } from './exchange-folder.ts';

/** No report comes near to this; whatever is larger stays where it is. */
const fileCap = 64 * 1024 * 1024;
const totalCap = 1024 * 1024 * 1024;

/** Where copies of refused files lie, for whoever looks into them. */
export const quarantineFolder = (dataFolder: string): string => join(dataFolder, 'cach-ly');

export type Quarantine = {
  /** The verdict of a file with where its copy lies, or why there is none. */
  readonly keep: (file: ExchangeFile, verdict: Verdict) => Promise<Verdict>;
};

/** Faults of ours, and sticks that cannot be read, say nothing about the file. */
const notTheFile: readonly string[] = ['internal-fault', 'store-unwritable', 'file-unreadable'];

/**
 * Keeps a copy of every refused file, named by its digest and never by its own name, so that no
 * system opens or runs it. Files that are not for here are not copied. What cannot be copied is said
 * in the verdict, and the import goes on; the original stays where it was in any case. A large file is
 * copied piece by piece, with a turn for whatever else waits.
 */
export function quarantineOf(dataFolder: string, caps = { fileCap, totalCap }): Quarantine {
  const folder = quarantineFolder(dataFolder);
  let kept: number | null = null;
  const copy = async (bytes: Uint8Array): Promise<Result<string>> => {
    if (bytes.length > caps.fileCap) return refuse('quarantine-file-too-large');
    const name = `${await digestOf(bytes)}.cachly`;
    try {
      mkdirSync(folder, { recursive: true });
      kept ??= bytesIn(folder);
      if (sizeOf(join(folder, name)) === bytes.length) return ok(name);
    } catch {
      return refuse('write-failed', { folder, file: name });
    }
    if (kept + bytes.length > caps.totalCap) return refuse('quarantine-full', { folder });
    const target = durableFolder(folder, forOwner);
    const written = await target.write(name, bytes);
    if (!written.ok) return written;
    const confirmed = await target.confirm();
    if (!confirmed.ok) return confirmed;
    kept += bytes.length;
    return written;
  };
  return {
    keep: async ({ bytes }, verdict) => {
      const { outcome, refusal } = verdict;
      if (outcome !== 'refused' || refusal === null || notTheFile.includes(refusal.code)) {
        return verdict;
      }
      const copied = bytes.ok ? await copy(bytes.value) : refuse('quarantine-file-too-large');
      const quarantine = copied.ok
        ? { fileName: copied.value, refusal: null }
        : { fileName: null, refusal: copied.refusal };
      return { ...verdict, quarantine };
    },
  };
}

const digestedAtOnce = 4 * 1024 * 1024;

async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += digestedAtOnce) {
    if (at > 0) await setImmediate();
    hash.update(bytes.subarray(at, at + digestedAtOnce));
  }
  return hash.digest('hex');
}

function bytesIn(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + (sizeOf(join(folder, name)) ?? 0), 0);
}

function sizeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.size ?? null;
}
