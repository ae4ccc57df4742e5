import { z } from 'zod';

import { columnKinds } from '../../domain/cell.ts';
import { command, query } from '../call.ts';
import {
  cellText,
  columnCode,
  formCode,
  instant,
  periodCode,
  placeHandle,
  rowCode,
} from '../shapes.ts';
import { mostCellsAtOnce } from './sheet.ts';

const recorders = ['recorder', 'receiver', 'consolidator'] as const;
const sheetRow = z.number().int().min(1).max(1_048_576);
const sheetColumn = z.number().int().min(1).max(16_384);
const sheetIndex = z.number().int().min(0).max(1_000);
const headerRow = z.number().int().min(0).max(1_048_576);

/** How a sheet of any layout is read as a form; rows and columns count from 1. */
export const layoutMapping = z.strictObject({
  headerRow,
  nameColumn: sheetColumn,
  columns: z
    .array(z.strictObject({ sheetColumn, column: columnCode, legacy: z.enum(['convert', 'keep']) }))
    .max(500),
  rows: z
    .array(
      z.strictObject({
        name: z.string().max(400),
        occurrence: z.number().int().min(1),
        /** Null for a row that is passed over. */
        row: rowCode.nullable(),
      }),
    )
    .max(20_000),
});
export type LayoutMapping = z.infer<typeof layoutMapping>;

const legacyText = z.strictObject({
  encoding: z.enum(['tcvn3', 'tcvn3-upper', 'vni']),
  before: z.string(),
  after: z.string(),
});

/** One cell of a file: what is here, and what taking it over would make of it. */
const previewCell = z.strictObject({
  /** Empty where the file's row is none of the form's. */
  row: z.string(),
  column: z.string(),
  /** Where it stands in the file. */
  address: z.string(),
  /** Canonical texts, as a cell stores them. */
  before: z.string(),
  after: z.string(),
  /** What the file holds. */
  shown: z.string(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
  reason: z.string().nullable(),
  isAssumed: z.boolean(),
  legacy: legacyText.nullable(),
});
export type ExcelPreviewCell = z.infer<typeof previewCell>;

const previewRow = z.strictObject({
  row: rowCode,
  ordinal: z.string(),
  group: z.string().nullable(),
  name: z.string(),
  unitOfMeasure: z.string(),
  /** A row of the unit's own in which nothing stands yet. */
  isFree: z.boolean(),
});
export type ExcelPreviewRow = z.infer<typeof previewRow>;

const previewColumn = z.strictObject({
  column: z.string(),
  header: z.string(),
  group: z.string().nullable(),
  unit: z.string().nullable(),
  kind: z.enum(columnKinds),
  choices: z.array(z.strictObject({ code: z.string(), label: z.string() })).nullable(),
  /** Whether any of its cells may be filled now. */
  isOpen: z.boolean(),
  /** Whether the unit's own rows bear their names here. */
  isName: z.boolean(),
});
export type ExcelPreviewColumn = z.infer<typeof previewColumn>;

/** What a file of any layout holds, for matching it with the form by hand. */
const freeLayout = z.strictObject({
  sheets: z.array(z.strictObject({ index: z.number().int(), name: z.string() })),
  sheet: z.number().int(),
  mapping: layoutMapping,
  /** Whether the mapping is the one that was used for this layout before. */
  isRemembered: z.boolean(),
  columns: z.array(
    z.strictObject({
      sheetColumn,
      letters: z.string(),
      heading: z.string(),
      samples: z.array(z.string()),
      legacy: legacyText.nullable(),
    }),
  ),
  /** The first rows of the sheet as texts, to find the header in. */
  top: z.array(z.array(z.string())),
  names: z.array(
    z.strictObject({
      sheetRow,
      name: z.string(),
      key: z.string(),
      occurrence: z.number().int(),
      row: rowCode.nullable(),
      isPassedOver: z.boolean(),
    }),
  ),
});
export type ExcelFreeLayout = z.infer<typeof freeLayout>;

const excelPreview = z.strictObject({
  fileName: z.string(),
  /** The digest of the file that was looked at; `excel.apply` takes over this one and no other. */
  sha256: z.string(),
  rows: z.array(previewRow),
  columns: z.array(previewColumn),
  cells: z.array(previewCell),
  /** Null for a template of this program, which needs no matching. */
  free: freeLayout.nullable(),
});
export type ExcelPreview = z.infer<typeof excelPreview>;

const which = { period: periodCode, form: formCode };

export const excelCalls = {
  /** Writes a form as a template to a folder, under a name of its own. */
  'excel.export': command(
    'signed-in',
    z.strictObject({ ...which, folder: placeHandle }),
    z.strictObject({ fileName: z.string() }),
  ),
  /** Looks at a file: a template of this program, or a table of any layout. Changes nothing. */
  'excel.preview': query(recorders, z.strictObject({ ...which, file: placeHandle }), excelPreview),
  /**
   * Looks at a file as a table of any layout: by a mapping, or by a guess around what was chosen.
   * Null leaves a choice to the guess.
   */
  'excel.remap': query(
    recorders,
    z.strictObject({
      ...which,
      file: placeHandle,
      sheet: sheetIndex.nullable(),
      headerRow: headerRow.nullable(),
      nameColumn: sheetColumn.nullable(),
      mapping: layoutMapping.nullable(),
    }),
    excelPreview,
  ),
  /** Records the accepted cells of a file that was looked at, in one transaction. */
  'excel.apply': command(
    recorders,
    z.strictObject({
      ...which,
      file: placeHandle,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      /** Null for a template. */
      free: z.strictObject({ sheet: sheetIndex, mapping: layoutMapping }).nullable(),
      accepted: z
        .array(
          z.strictObject({
            row: rowCode,
            column: columnCode,
            address: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/),
            before: cellText,
            after: cellText,
          }),
        )
        .min(1)
        .max(mostCellsAtOnce),
    }),
    z.strictObject({
      savedAt: instant,
      recorded: z.number().int(),
      /** Accepted, but the figure here or its meaning had changed since it was looked at. */
      overtaken: z.number().int(),
      /** Would have been taken over, but was not accepted. */
      left: z.number().int(),
      unchanged: z.number().int(),
      refused: z.number().int(),
      /** What the recorded cells held before, as typed: `sheet.record` takes it back. */
      before: z.array(
        z.strictObject({
          row: rowCode,
          column: columnCode,
          typed: z.string(),
          isCarried: z.boolean(),
        }),
      ),
    }),
  ),
} as const;
