import { sha256Hex } from '#shared/bundle/bytes.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { recordedColumn } from '#shared/catalogue/forms/beside-column.ts';
import { carriedOver, emptyCell } from '#shared/catalogue/sheets/sheet.ts';
import { isDecimal } from '#shared/domain/decimal.ts';
import type { ColumnKind } from '#shared/domain/cell.ts';
import type { Period } from '#shared/domain/period.ts';
import { isOpenForRecording } from '#shared/domain/workflow.ts';
import type { ExcelPreview } from '#shared/ipc/calls/excel.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { parseDay } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { translator } from '#shared/text/translate.ts';

import { writeTemplate } from '../excel/write-template.ts';
import { appendAudit } from '../storage/audit.ts';
import { write } from '../storage/handle.ts';
import { stateOf } from './attachments.ts';
import { writeDurably } from './durable-file.ts';
import { forgetExcelFile, readExcelFile } from './excel-file.ts';
import type { ExcelFile } from './excel-file.ts';
import { rememberMapping } from './excel-layouts.ts';
import { nothingChosen, previewFree, previewTemplate } from './excel-preview.ts';
import type { FreeChoice } from './excel-preview.ts';
import { blankRows, excelTable } from './excel-tables.ts';
import { readSheet } from './ledger.ts';
import { accountOf, catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';
import { findForm, recordCells } from './sheets.ts';

/**
 * Writes a form as a template to a picked folder; a file that lies there already is never replaced.
 * Refuses `period-unknown`, `form-unknown`, and as `places.folder` and `writeDurably`.
 */
export async function exportForm(
  office: Office,
  { period: code, form: formCode, folder: handle }: HandledInput<'excel.export'>,
): Promise<Result<CallOutput<'excel.export'>>> {
  const found = findForm(office, code, formCode);
  if (!found.ok) return found;
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const { period, form } = found.value;
  const table = excelTable(office, period, form);
  const say = translator(languageOf(office));
  const words = {
    ordinal: say('excel.template.ordinal'),
    name: say('excel.template.name'),
    unitOfMeasure: say('excel.template.unitOfMeasure'),
    guidance: say('excel.template.guidance'),
    notANumber: say('excel.template.notANumber'),
    notInList: say('excel.template.notInList'),
    notADay: say('excel.template.notADay'),
  };
  const at = office.clock.now();
  const bytes = await writeTemplate(table, words, at);
  const fileName = `${table.identity.unit}_${code}_${form.code}.xlsx`;
  const written = writeDurably(folder.value, fileName, bytes);
  if (!written.ok) return written;
  const { name: actor, role } = accountOf(office);
  write(storeOf(office), (transaction) => {
    appendAudit(transaction, {
      at,
      actor,
      role,
      action: 'excel.export',
      object: `${code}/${form.code}`,
      detail: sha256Hex(bytes),
    });
  });
  return ok({ fileName: written.value });
}

/**
 * Looks at a file: a template of this program cell by cell, any other by a guess at its layout. Refuses
 * `period-unknown`, `form-unknown`, `sheet-locked` {state}, and as `readExcelFile`, `matchTemplate`.
 */
export async function previewFile(
  office: Office,
  input: HandledInput<'excel.preview'>,
): Promise<Result<ExcelPreview>> {
  return preview(office, input, null);
}

/** Looks at a file as a table of any layout, by what was chosen. Refuses as `previewFile`. */
export async function previewFreely(
  office: Office,
  input: HandledInput<'excel.remap'>,
): Promise<Result<ExcelPreview>> {
  const { sheet, headerRow, nameColumn, mapping } = input;
  return preview(office, input, { sheet, headerRow, nameColumn, mapping });
}

/**
 * Records the accepted cells of a file that was looked at, all in one transaction. A cell that would
 * become something else than what was accepted is left and counted as overtaken. Refuses as
 * `previewFile`, `file-changed-meanwhile` {file} for another content, and as `recordCells`.
 */
export async function applyFile(
  office: Office,
  input: HandledInput<'excel.apply'>,
): Promise<Result<CallOutput<'excel.apply'>>> {
  const { period: code, form: formCode, free, accepted } = input;
  const looked = await lookAt(office, input);
  if (!looked.ok) return looked;
  const { file, form } = looked.value;
  if (file.sha256 !== input.sha256) {
    return refuse('file-changed-meanwhile', { file: file.fileName });
  }
  const seen = previewOf(
    office,
    looked.value,
    free === null ? null : { ...nothingChosen, ...free },
  );
  if (!seen.ok) return seen;
  const { cells } = seen.value;
  const wanted = new Map(accepted.map((cell) => [cell.address, cell]));
  const takable = cells.filter(({ outcome }) => outcome === 'new' || outcome === 'changed');
  const taken = takable.filter((cell) => {
    const seenThen = wanted.get(cell.address);
    return seenThen !== undefined && isSame(seenThen, cell);
  });
  const count = (outcome: string): number =>
    cells.filter((cell) => cell.outcome === outcome).length;
  const counts = {
    recorded: taken.length,
    overtaken: wanted.size - taken.length,
    left: takable.filter(({ address }) => !wanted.has(address)).length,
    unchanged: count('unchanged'),
    refused: count('refused'),
  };
  if (taken.length === 0) return ok({ savedAt: office.clock.now(), ...counts, before: [] });
  const before = typedBefore(office, looked.value, taken);
  const typed = taken.map(({ row, column, after }) => ({
    row,
    column,
    typed: asTyped(recordedColumn(catalogueOf(office), form, column)?.kind ?? 'text', after),
  }));
  const recorded = recordCells(
    office,
    { period: code, form: formCode, cells: typed },
    {
      action: 'excel.import',
      file: file.sha256,
      beside: (handle) => {
        const sheet = free === null ? undefined : file.workbook.sheets[free.sheet];
        if (free === null || sheet === undefined) return;
        rememberMapping(handle, form, sheet, free.mapping, office.clock.now());
      },
    },
  );
  if (!recorded.ok) return recorded;
  forgetExcelFile(office);
  return ok({ savedAt: recorded.value.savedAt, ...counts, before });
}

type Looked = { readonly file: ExcelFile; readonly period: Period; readonly form: Form };

async function preview(
  office: Office,
  input: HandledInput<'excel.preview'>,
  choice: FreeChoice | null,
): Promise<Result<ExcelPreview>> {
  const looked = await lookAt(office, input);
  if (!looked.ok) return looked;
  const { identity, isIdentityDamaged } = looked.value.file.workbook;
  const isTemplate = choice === null && (identity !== null || isIdentityDamaged);
  return previewOf(office, looked.value, isTemplate ? null : (choice ?? nothingChosen));
}

async function lookAt(
  office: Office,
  { period: code, form: formCode, file: handle }: HandledInput<'excel.preview'>,
): Promise<Result<Looked>> {
  const found = findForm(office, code, formCode);
  if (!found.ok) return found;
  const state = stateOf(office, storeOf(office), code);
  if (identityOf(office).side === 'district' && !isOpenForRecording(state)) {
    return refuse('sheet-locked', { state });
  }
  const file = await readExcelFile(office, handle);
  return file.ok ? ok({ file: file.value, ...found.value }) : file;
}

/** A template where nothing is chosen (null), else a table of any layout. */
function previewOf(
  office: Office,
  { file, period, form }: Looked,
  choice: FreeChoice | null,
): Result<ExcelPreview> {
  if (choice === null) return previewTemplate(file, excelTable(office, period, form), form);
  const table = excelTable(office, period, form, blankRows.free);
  return previewFree(storeOf(office), file, table, form, choice);
}

type SeenCell = HandledInput<'excel.apply'>['accepted'][number];

/** Whether a cell would still become what was looked at, from what was looked at. */
function isSame(a: SeenCell, b: SeenCell): boolean {
  return a.row === b.row && a.column === b.column && a.before === b.before && a.after === b.after;
}

/** What the cells hold until now as it was typed, drafts included. */
function typedBefore(
  office: Office,
  { period, form }: Looked,
  cells: readonly { readonly row: string; readonly column: string }[],
): CallOutput<'excel.apply'>['before'] {
  const stored = new Map(
    readSheet(office, period.code, form.code).cells.map((cell) => [
      `${cell.row} ${cell.column}`,
      cell,
    ]),
  );
  return cells.map(({ row, column }) => ({
    row,
    column,
    typed: (stored.get(`${row} ${column}`) ?? emptyCell).typed,
    isCarried: stored.get(`${row} ${column}`)?.fault === carriedOver,
  }));
}

/** A canonical text as a person would have typed it; it is read back as the same value. */
function asTyped(kind: ColumnKind | 'computed', canonical: string): string {
  if (kind === 'number') return isDecimal(canonical) ? formatDecimal(canonical) : canonical;
  const day = kind === 'day' ? parseDay(canonical) : null;
  return day === null ? canonical : formatDay(day);
}
