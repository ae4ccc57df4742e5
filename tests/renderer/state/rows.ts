import { emptyCell } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetColumn, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { Grid } from '../../../renderer/state/grid-cells.ts';

/** A row of Biểu 01 that a district fills by two amounts, changed where a test needs it. */
export function sheetRow(row: string, changes: Partial<SheetRow> = {}): SheetRow {
  return {
    row,
    ordinal: '1',
    group: 'Kinh tế',
    name: row,
    fullText: null,
    unitOfMeasure: '%',
    decimals: 1,
    reportedBy: 'district',
    fillable: ['numerator', 'denominator', 'value', 'status', 'note'],
    fedBy: null,
    amountLabels: { numerator: 'tử số', denominator: 'mẫu số' },
    cells: {
      numerator: emptyCell,
      denominator: emptyCell,
      value: emptyCell,
      status: emptyCell,
      note: emptyCell,
    },
    shown: {},
    rate: { kind: 'empty' },
    provinceTarget: null,
    verdict: null,
    previousPeriod: { kind: 'missing' },
    isTotal: false,
    isOwn: false,
    isToFill: true,
    isAnswered: false,
    findings: [],
    ...changes,
  };
}

/** A row that the province publishes: nothing in it may be typed. */
export function provinceRow(row: string): SheetRow {
  return sheetRow(row, { reportedBy: 'province', fillable: [] });
}

/** A row whose result is typed as such, without amounts. */
export function valueRow(row: string): SheetRow {
  return sheetRow(row, { fillable: ['value', 'status', 'note'], amountLabels: null });
}

/** A column that records under its own code, changed where a test needs it. */
export function sheetColumn(code: string, changes: Partial<SheetColumn> = {}): SheetColumn {
  return {
    code,
    name: code,
    group: null,
    unit: null,
    width: 'number',
    kind: 'number',
    records: code,
    choices: null,
    longest: null,
    ...changes,
  };
}

/** The columns of Biểu 01 that matter to the cursor, in their order. */
export const indicatorColumns: readonly SheetColumn[] = [
  sheetColumn('numerator'),
  sheetColumn('denominator'),
  sheetColumn('result', { kind: 'computed', records: 'value' }),
  sheetColumn('status', { kind: 'status' }),
  sheetColumn('provinceTarget', { kind: 'computed', records: null }),
  sheetColumn('previousPeriod', { kind: 'computed', records: null }),
  sheetColumn('note', { kind: 'text' }),
];

/** A sheet of indicators with these rows. */
export function gridOf(rows: readonly SheetRow[]): Grid {
  return { rows, columns: indicatorColumns };
}
