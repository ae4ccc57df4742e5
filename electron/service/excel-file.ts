import { basename } from 'node:path';

import { sha256Hex } from '#shared/bundle/bytes.ts';
import { plainFileName } from '#shared/domain/attachment.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { largestFileBytes } from '../excel/inspect-file.ts';
import { readWorkbook } from '../excel/read-workbook.ts';
import type { Workbook } from '../excel/read-workbook.ts';
import type { Office } from './office.ts';
import { readWhole } from './picked-file.ts';

/** A spreadsheet file as it was read; the digest tells whether it is still the same later. */
export type ExcelFile = {
  readonly fileName: string;
  readonly sha256: string;
  readonly workbook: Workbook;
};

const MEGABYTE = 1024 * 1024;

/** The file that an office looked at last: a mapping is tried many times on the same one. */
const lastRead = new WeakMap<Office, ExcelFile>();

/**
 * Reads a picked spreadsheet. Its size is judged on the open file, before anything of it is read.
 * Refuses `place-unknown`, `file-missing`, `file-unreadable` {file}, `excel-too-large` {megabytes,
 * most}, and as `readWorkbook`.
 */
export async function readExcelFile(office: Office, handle: string): Promise<Result<ExcelFile>> {
  const path = office.places.file(handle);
  if (!path.ok) return path;
  const fileName = plainFileName(basename(path.value));
  const bytes = readWhole(path.value, fileName, (size) =>
    size > largestFileBytes
      ? refuse('excel-too-large', {
          megabytes: Math.ceil(size / MEGABYTE),
          most: largestFileBytes / MEGABYTE,
        })
      : ok(null),
  );
  if (!bytes.ok) return bytes;
  const sha256 = sha256Hex(bytes.value);
  const known = lastRead.get(office);
  if (known?.sha256 === sha256) return ok({ ...known, fileName });
  const workbook = await readWorkbook(bytes.value);
  if (!workbook.ok) return workbook;
  const file = { fileName, sha256, workbook: workbook.value };
  lastRead.set(office, file);
  return ok(file);
}

/** Forgets the file that was read last: what was in it has been taken over. */
export function forgetExcelFile(office: Office): void {
  lastRead.delete(office);
}
