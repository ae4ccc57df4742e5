import { isBesideColumn, recordedColumn } from '#shared/catalogue/forms/beside-column.ts';
import { columnsOf, findForm } from '#shared/catalogue/forms/layout.ts';
import type { LayoutColumn } from '#shared/catalogue/forms/layout.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { groupCells } from '#shared/catalogue/sheets/cells.ts';
import { contextOf } from '#shared/catalogue/sheets/context.ts';
import { layoutOf } from '#shared/catalogue/sheets/derive.ts';
import type { SheetData } from '#shared/catalogue/sheets/sheet.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { Language } from '#shared/text/translate.ts';

import { readSheet } from './ledger.ts';
import { catalogueOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';

/** What a form, its rows and its columns are called; a code stands in for what is not there. */
export type SheetNames = {
  readonly form: string;
  readonly rowName: (row: string) => string;
  /** Where the row stands on its page; after all others where it is not there. */
  readonly rowRank: (row: string) => number;
  /** The column that took what was typed; null for one that the catalogue no longer has. */
  readonly column: (code: string) => LayoutColumn | null;
  readonly columnName: (code: string) => string;
  /** The recorded column where a cell is found in its sheet; null where only its row tells. */
  readonly placeColumn: (code: string) => string | null;
};

/**
 * Names of the forms of a period in this unit's language, each form read when it is asked for: this
 * unit's own, or as `read` tells them of another one.
 */
export function sheetNames(
  office: Office,
  period: PeriodCode,
  read: (form: string) => SheetData = (form) => readSheet(office, period, form),
): (form: string) => SheetNames {
  const known = new Map<string, SheetNames>();
  return (code) => {
    const form = findForm(catalogueOf(office), code);
    const names =
      known.get(code) ?? (form === null ? codesOnly(code) : namesOf(office, read(code), form));
    known.set(code, names);
    return names;
  };
}

function namesOf(office: Office, data: SheetData, form: Form): SheetNames {
  const catalogue = catalogueOf(office);
  const language = languageOf(office);
  const cells = groupCells(data.cells);
  const rows = new Map(
    layoutOf(contextOf(catalogue, data), cells).rows.map(({ code, name, nameColumn }) => {
      const own = nameColumn === null ? '' : (cells.get(code)?.get(nameColumn)?.typed ?? '');
      return [code, name?.[language] ?? own];
    }),
  );
  const ranks = new Map([...rows.keys()].map((row, at) => [row, at]));
  const columns = columnsOf(catalogue, form);
  const column = (code: string) => recordedColumn(catalogue, form, code);
  const placeColumn = (code: string) =>
    isBesideColumn(code) ? spokenOf(columns, code) : column(code);
  return {
    form: form.screenName[language],
    // A row of the unit's own that has no name is called by its code.
    rowName: (row) => rows.get(row) || row,
    rowRank: (row) => ranks.get(row) ?? ranks.size,
    column,
    columnName: (code) => {
      const found = column(code);
      if (found === null) return code;
      const place = placeColumn(code);
      const name = nameOf(columns, found, language);
      return place === null || place === found
        ? name
        : `${name}: ${nameOf(columns, place, language)}`;
    },
    placeColumn: (code) => placeColumn(code)?.code ?? null,
  };
}

/** The column whose figure a text beside is about; null where it is about the whole row. */
function spokenOf(columns: readonly LayoutColumn[], code: string): LayoutColumn | null {
  return (
    columns.find((column) => column.kind !== 'computed' && code.endsWith(`.${column.code}`)) ?? null
  );
}

/** A column's name, with what stands over it where another column of the form is called the same. */
function nameOf(
  columns: readonly LayoutColumn[],
  column: LayoutColumn,
  language: Language,
): string {
  const name = column.name[language];
  const isShared = columns.some((other) => other !== column && other.name[language] === name);
  return isShared && column.group !== null ? `${column.group[language]}: ${name}` : name;
}

function codesOnly(form: string): SheetNames {
  return {
    form,
    rowName: (row) => row,
    rowRank: () => 0,
    column: () => null,
    columnName: (code) => code,
    placeColumn: () => null,
  };
}
