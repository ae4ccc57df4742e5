import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { consolidatedCsv } from '../../service/consolidation.ts';
import { needed } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { done } from '../output.ts';
import type { Outcome } from '../output.ts';
import { periodOf } from './show.ts';
import { writeNewFile } from './write-new-file.ts';

/** `consolidate`: the province's table of a period, on standard output or in a new file. */
export async function consolidate(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const { call, office, say } = desk;
  const format = needed(invocation, 'format');
  const period = periodOf(invocation);
  if (!period.ok) return period;
  // The call decides who may see the table, whatever its form is.
  const view = await call('consolidation.view', { period: period.value });
  if (!view.ok) return view;
  const csv = format === 'csv' ? consolidatedCsv(office, period.value) : null;
  if (csv?.ok === false) return csv;
  const content = csv === null ? `${JSON.stringify(view.value, null, 2)}\n` : csv.value;
  const { out } = invocation.given;
  if (out === undefined) {
    return ok(done(csv === null ? view.value : { csv: content }, content));
  }
  const file = writeNewFile(out, new TextEncoder().encode(content));
  return file.ok
    ? ok(done({ file: file.value }, say('cli.done.written', { file: file.value })))
    : file;
}
