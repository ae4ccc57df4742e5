import { basename, dirname, join, resolve } from 'node:path';

import { utf8Text } from '#shared/bundle/bytes.ts';
import { exportFormats } from '#shared/domain/export-format.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { contentOf, writeFormat } from '../../service/export-files.ts';
import { exchangePeriod } from '../../service/export-model.ts';
import { needed } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';
import { periodOf } from './show.ts';
import { writeNewFile } from './write-new-file.ts';

/**
 * `consolidate`: the province's figures of a period in any format, on standard output or in a new
 * file. Refuses as `writeFormat`.
 */
export async function consolidate(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { call, office } = desk;
  const wanted = needed(invocation, 'format');
  const { out } = invocation.given;
  const period = periodOf(invocation);
  if (!period.ok) return period;
  // The call decides who may see the figures, whatever their form is.
  const view = await call('consolidation.view', { period: period.value });
  if (!view.ok) return view;
  const format = exportFormats.find((known) => known === wanted);
  if (format === undefined) {
    const content = `${JSON.stringify(view.value, null, 2)}\n`;
    if (out === undefined) return ok(done(view.value, content));
    const file = writeNewFile(out, new TextEncoder().encode(content));
    return file.ok ? ok(written(desk, { file: file.value })) : file;
  }
  const model = exchangePeriod(office, period.value);
  if (!model.ok) return model;
  if (out === undefined) {
    const content = await contentOf(model.value, format);
    if (!content.ok) return content;
    const text = utf8Text(content.value) ?? '';
    return ok(done({ format, text }, text));
  }
  const folder = dirname(resolve(out));
  const file = await writeFormat(model.value, format, folder, basename(out));
  if (!file.ok) return file;
  const { fileName, bytes, sha256 } = file.value;
  return ok(written(desk, { file: join(folder, fileName), bytes, sha256 }));
}

function written(
  { say }: Desk,
  file: { readonly file: string; readonly bytes?: number; readonly sha256?: string },
): Outcome {
  return done(file, say('cli.done.written', { file: file.file }));
}
