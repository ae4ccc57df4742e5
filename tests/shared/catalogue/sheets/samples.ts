import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { recordedColumn } from '#shared/catalogue/forms/beside-column.ts';
import { columnsOf, findForm } from '#shared/catalogue/forms/layout.ts';
import { groupCells, readTyped } from '#shared/catalogue/sheets/cells.ts';
import type { CellsByRow } from '#shared/catalogue/sheets/cells.ts';
import { sheetDeriver } from '#shared/catalogue/sheets/derive.ts';
import type { SheetDeriver } from '#shared/catalogue/sheets/derive.ts';
import { emptyCell } from '#shared/catalogue/sheets/sheet.ts';
import type {
  PlacedCell,
  RelatedSheet,
  SheetContent,
  SheetData,
  SheetRow,
} from '#shared/catalogue/sheets/sheet.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { parseDay } from '#shared/kit/clock.ts';

/** What was typed into a sheet, by row and column. */
export type TypedRows = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Thành phố Hải Dương, which has 25 communes. */
export const haiDuong = '288';

export function formOf(code: string): Form {
  return present(findForm(builtInCatalogue, code), code);
}

export function periodCode(text: string): PeriodCode {
  return present(parsePeriodCode(text), text);
}

export function unitCode(text: string): UnitCode {
  return present(parseUnitCode(text), text);
}

/** The cells of a form as window and services understand them. */
function placedCells(form: string, typed: TypedRows): readonly PlacedCell[] {
  return Object.entries(typed).flatMap(([row, cells]) =>
    Object.entries(cells).map(([column, text]) => {
      const known = recordedColumn(builtInCatalogue, formOf(form), column);
      const cell = known === null ? { ...emptyCell, typed: text } : readTyped(known, text, null);
      return { row, column, ...cell };
    }),
  );
}

export function cellsOf(form: string, typed: TypedRows): CellsByRow {
  return groupCells(placedCells(form, typed));
}

/** A sheet that stands beside another one. */
export function beside(form: string, typed: TypedRows, period = '2022-08'): RelatedSheet {
  return { form, period: periodCode(period), cells: placedCells(form, typed) };
}

/** Whose sheet it is and what stands beside it: district 300's of August 2022. */
export type Beside = {
  readonly unit?: string;
  readonly side?: SheetData['side'];
  readonly period?: string;
  readonly related?: readonly RelatedSheet[];
};

export function sheetData(form: string, facts: Beside = {}): Omit<SheetData, 'cells'> {
  return {
    form,
    unit: unitCode(facts.unit ?? '300'),
    side: facts.side ?? 'district',
    period: periodCode(facts.period ?? '2022-08'),
    today: present(parseDay('2022-08-24'), 'day'),
    related: facts.related ?? [],
  };
}

export function deriverOf(form: string, facts: Beside = {}): SheetDeriver {
  return sheetDeriver(builtInCatalogue, sheetData(form, facts), 'vi');
}

/** A sheet as it is shown with these texts in it. */
export function derived(form: string, typed: TypedRows, facts: Beside = {}): SheetContent {
  return deriverOf(form, facts)(cellsOf(form, typed));
}

export function rowIn({ rows }: Pick<SheetContent, 'rows'>, code: string): SheetRow {
  return present(
    rows.find(({ row }) => row === code),
    code,
  );
}

/** The columns of a form that people fill. */
export function recordedColumns(form: string): readonly string[] {
  return columnsOf(builtInCatalogue, formOf(form))
    .filter(({ kind }) => kind !== 'computed')
    .map(({ code }) => code);
}

function present<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw new Error(`There is no ${name}.`);
  return value;
}
