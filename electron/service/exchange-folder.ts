import { readFileSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { MAX_SEALED_BYTES } from '#shared/bundle/age-envelope.ts';
import { looksLikeBundleName, parseBundleFileName } from '#shared/bundle/names.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { Result } from '#shared/kit/result.ts';

/** A file that lies in a folder of bundles, or the reason why it cannot be read. */
export type ExchangeFile = {
  readonly fileName: string;
  readonly bytes: Result<Uint8Array>;
};

export type ExchangeFiles = {
  readonly folder: string;
  readonly count: number;
  readonly files: Iterable<ExchangeFile>;
};

/**
 * The files of a place: a folder's own files (subfolders are left alone), or one file. Nothing is
 * opened but what could be a bundle; links are not followed. Bundles come in the order in which each
 * sender numbered them, since an older one than the last is refused. Refuses `folder-missing` when
 * the place is gone.
 */
export function exchangeFiles(path: string): Result<ExchangeFiles, 'folder-missing'> {
  try {
    if (!statSync(path).isDirectory()) {
      const folder = dirname(path);
      return ok({ folder, count: 1, files: [readOne(folder, basename(path))] });
    }
    const names = readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => entry.name)
      .sort(bySenderAndNumber);
    return ok({ folder: path, count: names.length, files: readAll(path, names) });
  } catch {
    return refuse('folder-missing', { folder: path });
  }
}

/**
 * The files of whatever was picked: a folder, a file, or several files of one folder, in the same
 * order. Refuses `files-of-several-folders`, since answers go beside what they answer, and as
 * `exchangeFiles`; a file that is gone since is one that cannot be read.
 */
export function pickedFiles(
  paths: readonly string[],
): Result<ExchangeFiles, 'folder-missing' | 'files-of-several-folders'> {
  const [first = ''] = paths;
  if (paths.length < 2) return exchangeFiles(first);
  const folder = dirname(first);
  if (paths.some((path) => dirname(path) !== folder)) return refuse('files-of-several-folders');
  const names = [...new Set(paths.map((path) => basename(path)))].sort(bySenderAndNumber);
  return ok({ folder, count: names.length, files: readAll(folder, names) });
}

/** One file after the other: a folder of bundles need not fit into memory. */
function* readAll(folder: string, names: readonly string[]): Generator<ExchangeFile> {
  for (const name of names) {
    yield looksLikeBundleName(name)
      ? readOne(folder, name)
      : { fileName: name, bytes: refuse('not-a-bundle') };
  }
}

/** Whether a bundle of this name is addressed elsewhere, by its name alone; names prove nothing. */
export function isNamedFor(fileName: string, unit: string): boolean {
  const name = parseBundleFileName(fileName);
  return name === null || name.to === unit;
}

/** Whether a file is named as drafts between two computers of a unit, which take another way in. */
export function isNamedAsDrafts(fileName: string, unit: string): boolean {
  const name = parseBundleFileName(fileName);
  return name?.to === unit && name.from === unit;
}

/** A verdict that says nothing yet but the file's name and what became of it. */
export function bareVerdict(fileName: string, outcome: Verdict['outcome']): Verdict {
  return {
    fileName,
    outcome,
    unit: null,
    unitName: null,
    period: null,
    revision: null,
    answer: null,
    catalogue: null,
    refusal: null,
    receiptFileName: null,
    copyOf: null,
    replaces: null,
    isAnswerable: false,
    quarantine: null,
  };
}

function readOne(folder: string, fileName: string): ExchangeFile {
  try {
    const path = join(folder, fileName);
    const { size } = statSync(path);
    if (size > MAX_SEALED_BYTES) {
      return { fileName, bytes: refuse('bundle-too-large', { bytes: size }) };
    }
    const read = readFileSync(path);
    return { fileName, bytes: ok(new Uint8Array(read.buffer, read.byteOffset, read.length)) };
  } catch {
    return { fileName, bytes: refuse('file-unreadable', { file: fileName }) };
  }
}

/** Names are labels, so this orders the work and decides nothing. */
function bySenderAndNumber(a: string, b: string): number {
  const [first, second] = [orderOf(a), orderOf(b)];
  return first < second ? -1 : first > second ? 1 : 0;
}

function orderOf(fileName: string): string {
  const name = parseBundleFileName(fileName);
  if (name === null) return fileName;
  return `SCT1_${name.to}_${name.from}_${String(name.seq).padStart(6, '0')}_${fileName}`;
}
