import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import ExcelJS from 'exceljs';
import { onTestFinished } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { ExcelPreview, ExcelPreviewCell } from '#shared/ipc/calls/excel.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import { districtOffice } from './templates.ts';
import { august2022, temporaryFolder } from './world.ts';
import type { TestOffice } from './world.ts';

/** The period of these files. */
export const period = august2022;
/** The communes of district 300. */
export const communes = builtInCatalogue.units.filter(({ parent }) => parent === '300');

/** An office of district 300 whose recorder is signed in; closed when the test ends. */
export async function newOffice(): Promise<TestOffice> {
  const office = await districtOffice(onTestFinished);
  onTestFinished(() => {
    office.close();
  });
  return office;
}

/** A folder that is removed when the test ends. */
export const newFolder = (): string => temporaryFolder('excel', onTestFinished);

/** Exports a form; gives where it was written. */
export async function exported(office: TestOffice, form = 'B01', of = period): Promise<string> {
  const folder = newFolder();
  const input = { period: of, form, folder: office.pick(folder) };
  const { fileName } = await office.must('excel.export', input);
  return join(folder, fileName);
}

export type Edit = (sheet: ExcelJS.Worksheet) => void;

/** Opens a file as an officer would, changes it and saves it. */
export async function editedBy(path: string, edit: Edit): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('There is no sheet.');
  edit(sheet);
  await book.xlsx.writeFile(path);
}

/** A file that no template of ours stands behind. */
export async function freeFile(fill: Edit): Promise<string> {
  const book = new ExcelJS.Workbook();
  fill(book.addWorksheet('Tổng hợp'));
  const path = join(newFolder(), 'so lieu.xlsx');
  await book.xlsx.writeFile(path);
  return path;
}

/** A file with that content. */
export function fileOf(content: Uint8Array, name = 'so-lieu.xlsx'): string {
  const path = join(newFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** Where a cell of a form stands in its template, by what the header and the ordinal say. */
export function cellAt(sheet: ExcelJS.Worksheet, rowName: string, header: string): ExcelJS.Cell {
  let place: { row: number; column: number } = { row: 0, column: 0 };
  sheet.eachRow((row, number) => {
    row.eachCell((cell, column) => {
      if (number <= 6 && cell.text.startsWith(header)) place = { ...place, column };
      if (column === 2 && cell.text === rowName) place = { ...place, row: number };
    });
  });
  return sheet.getCell(place.row, place.column);
}

/** Whether the sheet's protection covers a cell. */
export const isLocked = ({ style }: ExcelJS.Cell): boolean => style.protection?.locked !== false;

/** The name of an indicator, as forms write it. */
export const nameOf = (code: string): string =>
  builtInCatalogue.indicators.find((indicator) => indicator.code === code)?.name.vi ?? '';

/** What a file would change. */
export async function previewOf(
  office: TestOffice,
  path: string,
  form = 'B01',
): Promise<ExcelPreview> {
  return office.must('excel.preview', { period, form, file: office.pick(path) });
}

/** A cell of a preview; fails the test where there is none. */
export function found(preview: ExcelPreview, row: string, column: string): ExcelPreviewCell {
  const cell = preview.cells.find((each) => each.row === row && each.column === column);
  if (cell === undefined) throw new Error(`${row} ${column} is not in the preview.`);
  return cell;
}

/** How many cells have which outcome. */
export const outcomes = (preview: ExcelPreview): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { outcome } of preview.cells) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
};

/** What `excel.apply` takes to record everything that a preview would take over. */
export function applying(
  office: TestOffice,
  path: string,
  preview: ExcelPreview,
  form = 'B01',
): CallInput<'excel.apply'> {
  const { sha256, free } = preview;
  return {
    period,
    form,
    file: office.pick(path),
    sha256,
    free: free === null ? null : { sheet: free.sheet, mapping: free.mapping },
    accepted: preview.cells
      .filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
      .map(({ row, column, address, before, after }) => ({ row, column, address, before, after })),
  };
}

/** What the audit log says of spreadsheets. */
export function auditOf(office: TestOffice): readonly { action: string; detail: string }[] {
  return (
    office.office.store
      ?.prepare<[], { action: string; detail: string }>(
        `SELECT action, detail FROM audit_entry WHERE action LIKE 'excel.%' ORDER BY n`,
      )
      .all() ?? []
  );
}
