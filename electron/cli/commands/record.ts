import { ok, refuse } from '#shared/kit/result.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { rowCode } from '#shared/ipc/shapes.ts';
import type { ColumnCode } from '#shared/ipc/shapes.ts';

import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { cellOptions } from '../option-values.ts';
import { done } from '../output.ts';
import type { Fault, Outcome } from '../output.ts';
import { readRecordFile } from './record-file.ts';
import type { RecordRow } from './record-file.ts';
import { periodOf } from './show.ts';
import { statusAsTyped } from './status-words.ts';

/** What became of one row: how many cells were saved, which of them as drafts, what was refused. */
type RowReport = {
  readonly line: number | null;
  readonly row: string;
  readonly saved: number;
  readonly drafts: readonly { readonly column: ColumnCode; readonly fault: string }[];
  readonly refusal: Refusal | null;
};

/** These concern one row of a file; any other refusal would meet every row and ends the command. */
const refusalsOfOneRow: readonly string[] = [
  'row-unknown',
  'cell-not-yours',
  'input-invalid',
  'record-file-line',
];

/**
 * `record`: one row's cells, or a CSV file of rows. A row that is refused does not stop the others;
 * what cannot be understood is kept as a draft. Either makes the command end with 1.
 */
export async function record(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const period = periodOf(invocation);
  if (!period.ok) return period;
  const rows = rowsOf(invocation);
  if (!rows.ok) return rows;
  const reports: RowReport[] = [];
  for (const row of rows.value) {
    const report = await recordRow(desk, period.value, row);
    const { refusal } = report;
    const endsAll = row.line === null || !refusalsOfOneRow.includes(refusal?.code ?? '');
    if (refusal !== null && endsAll) return { ok: false, refusal };
    reports.push(report);
  }
  const sheet = await desk.call('sheet.open', { period: period.value });
  if (!sheet.ok) return sheet;
  const { filled, toFill, findings } = sheet.value;
  const saved = reports.reduce((sum, report) => sum + report.saved, 0);
  const value = { period: period.value, saved, filled, toFill, findings, rows: reports };
  const text = desk.say('cli.done.recorded', { saved, filled, toFill, findings: findings.length });
  return ok({ ...done(value, text), faults: reports.flatMap(faultsOf) });
}

async function recordRow(desk: Desk, period: PeriodCode, row: RecordRow): Promise<RowReport> {
  const drafts: { column: ColumnCode; fault: string }[] = [];
  let saved = 0;
  const report = (refusal: Refusal | null): RowReport => ({
    line: row.line,
    row: row.row,
    saved,
    drafts,
    refusal,
  });
  if (row.refusal !== null) return report(row.refusal);
  if (!rowCode.safeParse(row.row).success) {
    return report({ code: 'row-unknown', facts: { row: row.row } });
  }
  for (const { column, text } of row.cells) {
    const typed = column === 'status' ? statusAsTyped(text) : text;
    const answer = await desk.call('sheet.record', { period, row: row.row, column, typed });
    if (!answer.ok) return report(answer.refusal);
    saved += 1;
    const { fault } = answer.value.row.cells[column];
    if (fault !== null) drafts.push({ column, fault });
  }
  return report(null);
}

function faultsOf({ line, row, refusal, drafts }: RowReport): readonly Fault[] {
  const about = line === null ? row : `${String(line)} ${row}`.trim();
  return [
    ...(refusal === null ? [] : [{ about, refusal }]),
    ...drafts.map(({ column }) => ({
      about,
      refusal: refuse('cell-kept-as-draft', { row, column }).refusal,
    })),
  ];
}

function rowsOf({ given }: Invocation): Result<readonly RecordRow[]> {
  if (given.file !== undefined) return readRecordFile(given.file);
  const cells = cellOptions.flatMap((column) => {
    const text = given[column];
    return text === undefined ? [] : [{ column, text }];
  });
  return ok([{ line: null, row: given.row ?? given.indicator ?? '', cells, refusal: null }]);
}
