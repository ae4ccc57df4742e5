import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { sha256Hex } from '#shared/bundle/bytes.ts';
import type { ExportFormat } from '#shared/domain/export-format.ts';
import type { ExportedFile } from '#shared/ipc/calls/export.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { fileNameFor, formatOf } from '../exchange-formats/formats.ts';
import type { ExchangePeriod } from '../exchange-formats/period-model.ts';
import { writeDurably } from './durable-file.ts';
import { exchangePeriod } from './export-model.ts';
import type { Office } from './office.ts';

/** A file that was written, read back from where it lies, and found to say what was meant. */
export type WrittenFile = {
  readonly fileName: string;
  readonly bytes: number;
  readonly sha256: string;
};

/**
 * Writes the consolidated figures of a period into a folder, one file for each format. What one
 * format is refused with stands beside it and keeps no other from being written. Refuses
 * `place-unknown`, `folder-missing` and `period-unknown` for all of them.
 */
export async function exportConsolidation(
  office: Office,
  { period, folder: handle, formats }: HandledInput<'consolidation.export'>,
): Promise<Result<CallOutput<'consolidation.export'>>> {
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const model = exchangePeriod(office, period);
  if (!model.ok) return model;
  const files: ExportedFile[] = [];
  for (const format of new Set(formats)) {
    const fileName = fileNameFor(model.value, format);
    const written = await writeFormat(model.value, format, folder.value, fileName);
    files.push(
      written.ok
        ? { format, ...written.value, refusal: null }
        : { format, fileName: null, bytes: 0, sha256: null, refusal: written.refusal },
    );
  }
  return ok(files);
}

/**
 * Writes a period as one file, then reads that file and compares it with the period value by value
 * (D172). Refuses as `writeDurably`, `export-nothing-to-say` where the format cannot say anything of
 * the period, `folder-missing` and `file-unreadable` {file} where what was written is there no more, and
 * `export-differs` where the file does not say what was meant: it is then removed, and where it cannot
 * be, the refusal is `write-not-confirmed`.
 */
export async function writeFormat(
  model: ExchangePeriod,
  format: ExportFormat,
  folder: string,
  fileName: string,
): Promise<Result<WrittenFile>> {
  const content = await contentOf(model, format, fileName);
  if (!content.ok) return content;
  const name = writeDurably(folder, fileName, content.value);
  if (!name.ok) return name;
  const path = join(folder, name.value);
  const bytes = readIfThere(path);
  if (bytes === null) {
    return existsSync(folder)
      ? refuse('file-unreadable', { file: name.value })
      : refuse('folder-missing', { folder });
  }
  if (!(await formatOf(format).says(bytes, model))) {
    return isRemoved(path)
      ? refuse('export-differs', { file: name.value })
      : refuse('write-not-confirmed', { folder, file: name.value });
  }
  return ok({ fileName: name.value, bytes: bytes.length, sha256: sha256Hex(bytes) });
}

/** A period as the bytes of a format. Refuses `export-nothing-to-say` {file}. */
export async function contentOf(
  model: ExchangePeriod,
  format: ExportFormat,
  fileName = fileNameFor(model, format),
): Promise<Result<Uint8Array>> {
  const { canSay, write } = formatOf(format);
  return canSay(model)
    ? ok(await write(model))
    : refuse('export-nothing-to-say', { file: fileName });
}

/** A stick can be pulled, or switched to reading, right after it was written. */
function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function isRemoved(path: string): boolean {
  try {
    rmSync(path, { force: true });
    return true;
  } catch {
    return false;
  }
}
