import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import { august2022 } from './world.ts';
import type { TestOffice } from './world.ts';

/** A cell of a form and the text for it; Biểu 01 of August 2022 where nothing else is said. */
export type TypedCell = {
  readonly row: string;
  readonly column: string;
  readonly typed: string;
};

/** A sheet as the window shows it: opened, and derived in the office's language. */
export async function sheetOf(
  office: TestOffice,
  period: string = august2022,
  form = 'B01',
): Promise<SheetView> {
  const { language } = await office.must('session.state', {});
  const catalogue = await office.must('catalogue.read', {});
  return viewSheet(catalogue, await office.must('sheet.open', { period, form }), language);
}

/** What `sheet.record` takes for one cell. */
export function oneCell(
  row: string,
  column: string,
  typed: string,
  period: string = august2022,
  form = 'B01',
): CallInput<'sheet.record'> {
  return { period, form, cells: [{ row, column, typed }] };
}

/** Records one cell. */
export async function record(
  office: TestOffice,
  period: string,
  row: string,
  column: string,
  typed: string,
  form = 'B01',
): Promise<void> {
  await office.must('sheet.record', oneCell(row, column, typed, period, form));
}

/** A row of a sheet; fails the test where there is none. */
export function rowOf(sheet: Pick<SheetView, 'rows'>, code: string): SheetRow {
  const found = sheet.rows.find(({ row }) => row === code);
  if (found === undefined) throw new Error(`There is no row ${code}.`);
  return found;
}

/** What was typed into a cell of Biểu 01 of August 2022, as it is stored. */
export async function typedIn(office: TestOffice, row: string, column: string): Promise<string> {
  return cellOf(rowOf(await sheetOf(office), row), column).typed;
}
