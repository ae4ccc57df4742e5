import { join, resolve } from 'node:path';

import type { ExcelPreview, ExcelPreviewCell } from '#shared/ipc/calls/excel.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { MessageKey } from '#shared/text/translate.ts';

import { needed, operandOf } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { columns, done } from '../output.ts';
import type { Fault, Outcome } from '../output.ts';
import { periodOf } from './show.ts';

/** `excel export`: a form as a template in a folder. */
export async function exportExcel(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const period = periodOf(invocation);
  if (!period.ok) return period;
  const folder = resolve(needed(invocation, 'to'));
  const written = await desk.call('excel.export', {
    period: period.value,
    form: needed(invocation, 'form'),
    folder: desk.office.places.remember(folder).handle,
  });
  if (!written.ok) return written;
  const file = join(folder, written.value.fileName);
  return ok(done({ ...written.value, file }, desk.say('cli.done.written', { file })));
}

/**
 * `excel import`: says what a file would change, and records it with `--yes`. A cell that changed both
 * here and in the file is left to the window, where each cell is decided on. Cells that cannot be
 * taken make the command end with 1.
 */
export async function importExcel(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const period = periodOf(invocation);
  if (!period.ok) return period;
  const form = needed(invocation, 'form');
  const file = desk.office.places.remember(resolve(operandOf(invocation))).handle;
  const which = { period: period.value, form, file };
  const preview = await desk.call('excel.preview', which);
  if (!preview.ok) return preview;
  const { cells, free, sha256 } = preview.value;
  const accepted = cells.filter(isAccepted);
  const isRecorded = invocation.given.yes !== undefined && accepted.length > 0;
  const applied = isRecorded
    ? await desk.call('excel.apply', {
        ...which,
        sha256,
        free: free === null ? null : { sheet: free.sheet, mapping: free.mapping },
        accepted: accepted.map(({ row, column, address, before, after }) => ({
          row,
          column,
          address,
          before,
          after,
        })),
      })
    : null;
  if (applied?.ok === false) return applied;
  const counts = {
    new: countOf(cells, 'new'),
    changed: countOf(cells, 'changed'),
    unchanged: countOf(cells, 'unchanged'),
    refused: countOf(cells, 'refused'),
    recorded: applied?.value.recorded ?? 0,
  };
  const faults: Fault[] =
    counts.refused === 0
      ? []
      : [
          {
            about: preview.value.fileName,
            refusal: refuse('excel-cells-not-taken', { count: counts.refused }).refusal,
          },
        ];
  const listed = cells.filter(({ outcome }) => outcome !== 'unchanged');
  const value = { ...which, file: preview.value.fileName, sha256, ...counts, cells: listed };
  return ok({ ...done(value, textOf(preview.value, counts, desk)), faults });
}

function isAccepted({ outcome, reason }: ExcelPreviewCell): boolean {
  const isTaken = outcome === 'new' || outcome === 'changed';
  return isTaken && reason !== 'excel-cell-changed-on-both-sides';
}

function countOf(cells: readonly ExcelPreviewCell[], outcome: string): number {
  return cells.filter((cell) => cell.outcome === outcome).length;
}

type Counts = Readonly<Record<'new' | 'changed' | 'unchanged' | 'refused' | 'recorded', number>>;

function textOf({ cells, free }: ExcelPreview, counts: Counts, { say }: Desk): string {
  const lines = cells
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ address, row, column, outcome, before, after, shown, reason }) => [
      say(`excel.outcomes.${outcome}`),
      address,
      row,
      column,
      outcome === 'refused' ? shown : `${before === '' ? '∅' : before} → ${after}`,
      reason === null ? '' : say(`excel.reasons.${reason}` as MessageKey), // the services give no other
    ]);
  const matched =
    free === null
      ? []
      : [
          say('cli.done.excelMatched', {
            columns: free.mapping.columns.length,
            rows: free.names.filter(({ row }) => row !== null).length,
            names: free.names.length,
          }),
        ];
  return [
    ...matched,
    ...(lines.length === 0 ? [] : [columns(lines)]),
    say('cli.done.excelCounts', counts),
    say(counts.recorded > 0 ? 'cli.done.excelRecorded' : 'cli.done.excelNotRecorded', {
      count: counts.recorded,
    }),
  ].join('\n');
}
