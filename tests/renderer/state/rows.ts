import type { SheetRow } from '#shared/ipc/calls/sheet.ts';

const empty = { typed: '', canonical: '', fault: null };

/** A row of Biểu 01 that a district fills by two amounts, changed where a test needs it. */
export function sheetRow(row: string, changes: Partial<SheetRow> = {}): SheetRow {
  return {
    row,
    ordinal: '1',
    group: 'Kinh tế',
    name: row,
    unitOfMeasure: '%',
    decimals: 1,
    reportedBy: 'district',
    fillable: ['numerator', 'denominator', 'value', 'status', 'note'],
    amountLabels: { numerator: 'tử số', denominator: 'mẫu số' },
    cells: { numerator: empty, denominator: empty, value: empty, status: empty, note: empty },
    rate: { kind: 'empty', number: null },
    isAnswered: false,
    provinceTarget: null,
    previousPeriod: { kind: 'missing', number: null },
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
