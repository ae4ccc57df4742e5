import { ok, refuse } from '#shared/kit/result.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { columnsOf, findForm, indicatorOf } from '#shared/catalogue/forms/layout.ts';
import type { LayoutColumn } from '#shared/catalogue/forms/layout.ts';
import { readTyped } from '#shared/catalogue/sheets/cells.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { rowCode } from '#shared/ipc/shapes.ts';
import type { ColumnCode } from '#shared/ipc/shapes.ts';

import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { openForm } from '../open-form.ts';
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
  const before = await openForm(desk, invocation, period.value);
  if (!before.ok) return before;
  const form = findForm(before.value.catalogue, before.value.view.form);
  const columns = form === null ? [] : columnsOf(before.value.catalogue, form);
  const rows = rowsOf(invocation, columns);
  if (!rows.ok) return rows;
  const place = {
    period: period.value,
    form: before.value.view.form,
    columns,
    catalogue: before.value.catalogue,
  };
  const reports: RowReport[] = [];
  for (const row of rows.value) {
    const report = await recordRow(desk, place, row);
    const { refusal } = report;
    const endsAll = row.line === null || !refusalsOfOneRow.includes(refusal?.code ?? '');
    if (refusal !== null && endsAll) return { ok: false, refusal };
    reports.push(report);
  }
  const after = await openForm(desk, invocation, period.value);
  if (!after.ok) return after;
  const { filled, toFill, findings } = after.value.view;
  const saved = reports.reduce((sum, report) => sum + report.saved, 0);
  const value = { period: period.value, saved, filled, toFill, findings, rows: reports };
  const text = desk.say('cli.done.recorded', { saved, filled, toFill, findings: findings.length });
  return ok({ ...done(value, text), faults: reports.flatMap(faultsOf) });
}

type Place = {
  readonly period: PeriodCode;
  readonly form: string;
  readonly columns: readonly LayoutColumn[];
  readonly catalogue: Catalogue;
};

async function recordRow(desk: Desk, place: Place, row: RecordRow): Promise<RowReport> {
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
  const { period, form, columns, catalogue } = place;
  for (const { column, text } of row.cells) {
    const typed = column === 'status' ? statusAsTyped(text) : text;
    const cells = [{ row: row.row, column, typed }];
    const answer = await desk.call('sheet.record', { period, form, cells });
    if (!answer.ok) return report(answer.refusal);
    saved += 1;
    const recorded = columns.find(({ code }) => code === column);
    const fault =
      recorded === undefined
        ? null
        : readTyped(recorded, typed, indicatorOf(catalogue, row.row)).fault;
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

function rowsOf(
  { given }: Invocation,
  columns: readonly LayoutColumn[],
): Result<readonly RecordRow[]> {
  if (given.file !== undefined) {
    return readRecordFile(
      given.file,
      columns.filter(({ kind }) => kind !== 'computed').map(({ code }) => code),
    );
  }
  const cells = cellOptions.flatMap((column) => {
    const text = given[column];
    return text === undefined ? [] : [{ column, text }];
  });
  return ok([{ line: null, row: given.row ?? given.indicator ?? '', cells, refusal: null }]);
}
