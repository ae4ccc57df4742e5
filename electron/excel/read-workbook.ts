import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { toNfc } from '#shared/text/nfc.ts';
import { cleanCopy, cleanSheetName } from './clean-copy.ts';
import { inspectFile } from './inspect-file.ts';
import type { InspectRefusal, Merge, WorkbookParts } from './inspect-file.ts';
import { loadCells } from './load-cells.ts';
import type { SheetModel } from './load-cells.ts';
import { rawCell } from './raw-cell.ts';
import type { RawCell } from './raw-cell.ts';
import { columnOfAddress } from './table.ts';
import { identitySheetName, readIdentity } from './template-identity.ts';
import type { TemplateIdentity } from './template-identity.ts';
import { attributesOfTags } from './xml.ts';

/** Rows and cells count from 0 here, without holes; a cell where nothing stands is null. */
export type RawRow = { readonly cells: readonly (RawCell | null)[] };

export type RawSheet = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly RawRow[];
  /** Of merged cells only the first holds a value. */
  readonly merges: readonly Merge[];
};

/**
 * A workbook as it was read. `identity` is what our own templates carry; null for any other file, and
 * for a template whose identity no longer fits itself (`isIdentityDamaged`).
 */
export type Workbook = {
  readonly sheets: readonly RawSheet[];
  readonly identity: TemplateIdentity | null;
  readonly isIdentityDamaged: boolean;
};

const MAX_ROWS = 20_000;
const MAX_COLUMNS = 1_000;
/** Merged cells of a sound sheet do not overlap, so they reach no further than the sheet does. */
const MAX_MERGED_ROWS = 1_000_000;
const FIRST_FORMAT = /^<cellXfs[^<>]*>\s*<xf[^<>]*?\bfontId="(\d{1,6})"/;

/**
 * Reads an .xlsx file: guarded first (see `inspectFile` for its refusals), then by the library.
 * Refuses `excel-damaged` where the library cannot read it, and `excel-too-large-inside` {reason} for
 * tables of more than 20,000 rows or 1,000 columns.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Result<Workbook, InspectRefusal>> {
  const parts = inspectFile(bytes);
  if (!parts.ok) return parts;
  try {
    return collectSheets(await loadCells(await cleanCopy(parts.value)), parts.value);
  } catch {
    return refuse('excel-damaged', { reason: 'library' });
  }
}

function collectSheets(
  models: readonly SheetModel[],
  parts: WorkbookParts,
): Result<Workbook, InspectRefusal> {
  const font = defaultFont(parts.styles ?? '');
  const byName = new Map(models.map((model) => [model.name, model]));
  const sheets: RawSheet[] = [];
  for (const [index, { name, isHidden, merges }] of parts.sheets.entries()) {
    const model = byName.get(cleanSheetName(index));
    if (model === undefined) return refuse('excel-damaged', { reason: 'library' });
    const rows = collectRows(model, font);
    if (rows === null) return refuse('excel-too-large-inside', { reason: 'rows' });
    if (!keepFirstOfMerged(rows, merges)) {
      return refuse('excel-too-large-inside', { reason: 'merges' });
    }
    sheets.push({ name: toNfc(name), isHidden, rows, merges });
  }
  const carrier = sheets.find(({ name }) => name === identitySheetName);
  const identity = carrier === undefined ? null : readIdentity(carrier.rows);
  return ok({
    sheets: sheets.filter((sheet) => sheet !== carrier),
    identity,
    isIdentityDamaged: carrier !== undefined && identity === null,
  });
}

type CellRow = { readonly cells: (RawCell | null)[] };

/** Null for a table that is too large. Throws for an address that is none. */
function collectRows(sheet: SheetModel, font: string | null): readonly CellRow[] | null {
  const rows: CellRow[] = [];
  for (const row of sheet.rows) {
    if (!Number.isSafeInteger(row.number) || row.number < 1)
      throw new Error('A row has no number.');
    const cells: (RawCell | null)[] = [];
    for (const model of row.cells) {
      const read = rawCell(model, font);
      if (read === null) continue;
      const column = columnOfAddress(model.address, row.number);
      if (column > MAX_COLUMNS || row.number > MAX_ROWS) return null;
      while (cells.length < column) cells.push(null);
      cells[column - 1] = read;
    }
    if (cells.length === 0) continue;
    while (rows.length < row.number) rows.push({ cells: [] });
    rows[row.number - 1] = { cells };
  }
  return rows;
}

/**
 * Takes away the values that some programs leave under a merged cell, where nobody sees them. False
 * where merged cells overlap so much that it would take too long.
 */
function keepFirstOfMerged(rows: readonly CellRow[], merges: readonly Merge[]): boolean {
  let visited = 0;
  for (const { top, left, bottom, right } of merges) {
    const last = Math.min(bottom, rows.length);
    visited += Math.max(0, last - top + 1);
    if (visited > MAX_MERGED_ROWS) return false;
    for (let row = top; row <= last; row += 1) {
      const cells = rows[row - 1]?.cells ?? [];
      const from = row === top ? left : left - 1;
      for (let at = from; at < Math.min(right, cells.length); at += 1) cells[at] = null;
    }
  }
  return true;
}

/** The font of cells without a style: old offices changed that one, and then named it nowhere else. */
function defaultFont(styles: string): string | null {
  const formats = styles.indexOf('<cellXfs');
  const format = formats < 0 ? null : FIRST_FORMAT.exec(styles.slice(formats, formats + 2_000));
  const fonts = styles.slice(Math.max(0, styles.indexOf('<fonts')), styles.indexOf('</fonts>'));
  const element = fonts.split(/<font(?=[\s/>])/)[Number(format?.[1] ?? 0) + 1] ?? '';
  const [name] = attributesOfTags(element, 'name');
  return name?.get('val') ?? null;
}
