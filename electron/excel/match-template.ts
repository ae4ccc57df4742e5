import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { searchKey } from '#shared/text/fold.ts';
import { refused, taken, unchanged } from './preview.ts';
import type { PreviewCell, PreviewPlace } from './preview.ts';
import type { RawCell } from './raw-cell.ts';
import type { RawSheet, Workbook } from './read-workbook.ts';
import { readValue } from './read-value.ts';
import { addressOf, cellOf } from './table.ts';
import type { ExcelTable, TableColumn, TableIdentity, TableRow } from './table.ts';
import type { TemplateColumn, TemplateIdentity, TemplateRow } from './template-identity.ts';
import { isAsWritten } from './written-value.ts';

export type MatchRefusal =
  | 'excel-not-a-template'
  | 'excel-identity-damaged'
  | 'excel-other-form'
  | 'excel-other-unit'
  | 'excel-other-period'
  | 'excel-newer-catalogue';

/**
 * Compares a template that came back with the form as it is now, cell by cell in the order of the
 * file. A cell that still holds what was exported is unchanged, even where the figure here is newer:
 * only what somebody did in the file is proposed.
 *
 * Refuses the whole file: `excel-not-a-template`, `excel-identity-damaged`, `excel-other-form`
 * {form, expected}, `excel-other-unit` {unit, expected}, `excel-other-period` {period, expected},
 * `excel-newer-catalogue` {catalogue, known}.
 */
export function matchTemplate(
  workbook: Workbook,
  table: ExcelTable,
): Result<readonly PreviewCell[], MatchRefusal> {
  const { identity, isIdentityDamaged, sheets } = workbook;
  if (isIdentityDamaged) return refuse('excel-identity-damaged');
  if (identity === null) return refuse('excel-not-a-template');
  const other = otherThan(identity, table.identity);
  if (other !== null) return other;
  const sheet = sheets.find(({ name }) => name === identity.sheetName) ?? sheets[0];
  if (sheet === undefined) return refuse('excel-identity-damaged');
  const columns = identity.columns.map((column) => findColumn(sheet, identity, column, table));
  const rows = new Map(table.rows.map((row) => [row.code, row]));
  const cells: PreviewCell[] = [];
  for (const told of identity.rows) {
    const row = rows.get(told.code) ?? null;
    const isMoved = !says(sheet, told.sheetRow, identity.nameColumn, told.name);
    for (const column of columns) {
      const cell = matchCell(sheet, column, told, row, isMoved);
      if (cell !== null) cells.push(cell);
    }
  }
  return ok(cells);
}

function otherThan(
  told: TemplateIdentity,
  expected: TableIdentity,
): ReturnType<typeof refuse<MatchRefusal>> | null {
  if (told.form !== expected.form) {
    return refuse('excel-other-form', { form: told.form, expected: expected.form });
  }
  if (told.unit !== expected.unit) {
    return refuse('excel-other-unit', { unit: told.unit, expected: expected.unit });
  }
  if (told.period !== expected.period) {
    return refuse('excel-other-period', { period: told.period, expected: expected.period });
  }
  const isNewer =
    told.catalogueVersion > expected.catalogueVersion || told.formVersion > expected.formVersion;
  return isNewer
    ? refuse('excel-newer-catalogue', {
        catalogue: told.catalogueVersion,
        known: expected.catalogueVersion,
      })
    : null;
}

type FoundColumn = {
  readonly told: TemplateColumn;
  readonly column: TableColumn | null;
  readonly isMoved: boolean;
};

function findColumn(
  sheet: RawSheet,
  identity: TemplateIdentity,
  told: TemplateColumn,
  table: ExcelTable,
): FoundColumn {
  const { headerRow } = identity;
  // A header without a group stands in the first of its two merged rows.
  const isHere = [headerRow, headerRow - 1].some((row) =>
    says(sheet, row, told.sheetColumn, told.header),
  );
  const column = table.columns.find(({ code }) => code === told.code) ?? null;
  return { told, column, isMoved: !isHere };
}

/** Null where neither the file nor the form has anything to say. */
function matchCell(
  sheet: RawSheet,
  { told: toldColumn, column, isMoved: isColumnMoved }: FoundColumn,
  toldRow: TemplateRow,
  row: TableRow | null,
  isRowMoved: boolean,
): PreviewCell | null {
  const raw = cellAt(sheet, toldRow.sheetRow, toldColumn.sheetColumn);
  const exported = Object.hasOwn(toldRow.texts, toldColumn.code)
    ? (toldRow.texts[toldColumn.code] ?? '')
    : '';
  const cell = row === null ? null : cellOf(row, toldColumn.code);
  const place: PreviewPlace = {
    row: toldRow.code,
    column: toldColumn.code,
    address: addressOf(toldRow.sheetRow, toldColumn.sheetColumn),
    before: cell?.text ?? '',
    raw,
  };
  const isNothing = raw === null && exported === '' && cell === null;
  if (isNothing) return null;
  if (isRowMoved) return refused(place, 'excel-row-moved');
  if (isColumnMoved) return refused(place, 'excel-column-moved');
  const isLeft =
    column === null ? (raw?.text ?? '') === exported : isAsWritten(raw, exported, column);
  if (column === null || row === null) {
    const gone = column === null ? 'excel-column-unknown' : 'excel-row-unknown';
    return isLeft ? null : refused(place, gone);
  }
  if (isLeft) {
    return unchanged(place, place.before === exported ? null : 'excel-cell-newer-here');
  }
  const reading = readValue(raw, column, row);
  if (reading.ok && (reading.text === place.before || reading.text === exported)) {
    return unchanged(place, place.before === reading.text ? null : 'excel-cell-newer-here');
  }
  if (cell?.isOpen !== true) return refused(place, 'excel-cell-locked');
  if (!reading.ok) return refused(place, reading.reason);
  const isChangedHere = place.before !== exported;
  const caution = isChangedHere ? 'excel-cell-changed-on-both-sides' : null;
  return taken(place, reading.text, reading.isAssumed, caution);
}

function says(sheet: RawSheet, row: number, column: number, text: string): boolean {
  const found = cellAt(sheet, row, column)?.text ?? '';
  return found === text || searchKey(found) === searchKey(text);
}

/** The cell at a row and column of the sheet, both counted from 1. */
function cellAt(sheet: RawSheet, row: number, column: number): RawCell | null {
  return sheet.rows[row - 1]?.cells[column - 1] ?? null;
}
