import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { needed } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';
import { periodOf } from './show.ts';
import { writeNewFile } from './write-new-file.ts';

/** `print`: Biểu số 01 of a period as a PDF of the name that was asked for. */
export async function printReport(
  { call, office, say }: Desk,
  invocation: Invocation,
): Promise<Result<Outcome>> {
  const period = periodOf(invocation);
  if (!period.ok) return period;
  const target = resolve(needed(invocation, 'pdf'));
  const targetFolder = office.places.folder(office.places.remember(dirname(target)).handle);
  if (!targetFolder.ok) return targetFolder;
  // The service names its file after the unit and the period; here the person names it.
  const folder = mkdtempSync(join(tmpdir(), 'sct-pdf-'));
  try {
    const { handle } = office.places.remember(folder);
    const saved = await call('report.savePdf', { period: period.value, folder: handle });
    if (!saved.ok) return saved;
    const { fileName, pages } = saved.value;
    const file = writeNewFile(target, readFileSync(join(folder, fileName)));
    if (!file.ok) return file;
    const text = say('cli.done.printed', { file: file.value, pages });
    return ok(done({ file: file.value, pages }, text));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
