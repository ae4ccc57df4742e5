import type { DataValidation, Worksheet } from 'exceljs';

import { cellOf, columnLetters, isPercentage } from './table.ts';
import type { ExcelTable, TableColumn } from './table.ts';
import { sheetColumnOf } from './template-layout.ts';
import type { LaidOutRow, TemplateWords } from './template-layout.ts';
import { wholeFormat } from './template-style.ts';

/**
 * Adds to each stretch of cells in a column what the spreadsheet itself can watch over: lists, a
 * warning where a number or day is expected, and the look of whole numbers. `lists` names the list of
 * each column that has one.
 */
export function addRules(
  sheet: Worksheet,
  table: ExcelTable,
  words: TemplateWords,
  rows: readonly LaidOutRow[],
  lists: ReadonlyMap<string, string>,
): void {
  let priority = 0;
  for (const [index, column] of table.columns.entries()) {
    const letters = columnLetters(sheetColumnOf(index));
    for (const { from, to } of stretches(table, rows, column, 'open')) {
      const rule = ruleFor(column, `${letters}${from}`, lists.get(column.code), words);
      if (rule !== null) addValidation(sheet, rangeOf(letters, from, to), rule);
    }
    if (column.kind !== 'number') continue;
    for (const { from, to } of stretches(table, rows, column, 'grouped')) {
      const first = `${letters}${from}`;
      const formula = `IF(ISNUMBER(${first}),${first}=INT(${first}),FALSE)`;
      const style = { numFmt: wholeFormat };
      priority += 1;
      sheet.addConditionalFormatting({
        ref: rangeOf(letters, from, to),
        rules: [{ type: 'expression', priority, formulae: [formula], style }],
      });
    }
  }
}

function rangeOf(letters: string, from: number, to: number): string {
  return from === to ? `${letters}${from}` : `${letters}${from}:${letters}${to}`;
}

function ruleFor(
  column: TableColumn,
  first: string,
  list: string | undefined,
  words: TemplateWords,
): DataValidation | null {
  const common = { allowBlank: true, showErrorMessage: true } as const;
  if (list !== undefined) {
    return { ...common, type: 'list', formulae: [list], error: words.notInList };
  }
  if (column.kind === 'number') {
    const formula = `OR(ISNUMBER(${first}),${first}="-",${first}="...",${first}="…")`;
    const error = words.notANumber;
    return { ...common, type: 'custom', formulae: [formula], errorStyle: 'warning', error };
  }
  if (column.kind !== 'day') return null;
  const formula = `ISNUMBER(${first})`;
  const error = words.notADay;
  return { ...common, type: 'custom', formulae: [formula], errorStyle: 'warning', error };
}

/** The library's types leave out what every version of it has. */
function addValidation(sheet: Worksheet, range: string, rule: DataValidation): void {
  const { dataValidations } = sheet as unknown as {
    readonly dataValidations: { readonly add: (range: string, rule: DataValidation) => unknown };
  };
  dataValidations.add(range, rule);
}

type Stretch = { readonly from: number; readonly to: number };

/** Runs of rows whose cell is open, or whose figures are grouped by thousands. */
function stretches(
  table: ExcelTable,
  rows: readonly LaidOutRow[],
  column: TableColumn,
  which: 'open' | 'grouped',
): readonly Stretch[] {
  const found: { from: number; to: number }[] = [];
  for (const laidOut of rows) {
    const row = laidOut.kind === 'row' ? table.rows[laidOut.index] : undefined;
    const cell = row === undefined ? null : cellOf(row, column.code);
    if (row === undefined || cell === null) continue;
    const counts = which === 'open' ? cell.isOpen : !isPercentage(column, row);
    if (!counts) continue;
    const last = found.at(-1);
    if (last !== undefined && last.to === laidOut.sheetRow - 1) last.to = laidOut.sheetRow;
    else found.push({ from: laidOut.sheetRow, to: laidOut.sheetRow });
  }
  return found;
}
