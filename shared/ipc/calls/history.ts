import { z } from 'zod';

import { query } from '../call.ts';
import {
  columnCode,
  formCode,
  instant,
  longText,
  periodCode,
  rowCode,
  shortText,
} from '../shapes.ts';

/**
 * Which changes are asked for: every one; those since the newest bundle of the period; or each cell
 * once that now holds something else than that bundle, with what was sealed as the text before.
 */
export const historySpans = ['all', 'since-bundle', 'differing'] as const;
export type HistorySpan = (typeof historySpans)[number];

/** What stood in a cell: as typed, as it is read, and why it was no value (null where it was one). */
const heldText = z.strictObject({
  typed: z.string(),
  text: z.string(),
  fault: z.string().nullable(),
});
export type HeldText = z.infer<typeof heldText>;

/** Why cells of a report could be changed: the last time before that it was opened again. */
const reopening = z.strictObject({
  action: z.enum(['return', 'revise']),
  reason: longText,
  by: z.string(),
  at: instant,
});
export type Reopening = z.infer<typeof reopening>;

const cellChange = z.strictObject({
  id: z.number().int(),
  form: formCode,
  formName: z.string(),
  row: rowCode,
  rowName: z.string(),
  column: columnCode,
  columnName: z.string(),
  /** The column of the sheet that leads to the cell; null where the row is all there is. */
  placeColumn: columnCode.nullable(),
  before: heldText,
  after: heldText,
  /** What stands in the cell now, as typed. */
  now: z.string(),
  by: z.string(),
  at: instant,
  revision: z.number().int(),
  why: reopening.nullable(),
});
export type CellChangeView = z.infer<typeof cellChange>;

const historyPage = z.strictObject({
  changes: z.array(cellChange),
  /** The change after which the next page begins; null on the last one. */
  next: z.number().int().nullable(),
});
export type HistoryPage = z.infer<typeof historyPage>;

export const historyCalls = {
  /**
   * The changes of this unit's cells in a period, newest first, a hundred at once. `text` is looked
   * for without accents in rows, columns, persons and in the texts before and after.
   */
  'history.list': query(
    'signed-in',
    z.strictObject({
      period: periodCode,
      form: formCode.nullable(),
      row: rowCode.nullable(),
      span: z.enum(historySpans),
      text: shortText,
      after: z.number().int().nullable(),
    }),
    historyPage,
  ),
  /** The newest bundle of a period, and how many cells of each form are not as it holds them. */
  'history.summary': query(
    'signed-in',
    z.strictObject({ period: periodCode }),
    z.strictObject({
      /** Whether the signed-in account may record now, and so restore earlier values. */
      mayRecord: z.boolean(),
      bundle: z
        .strictObject({ revision: z.number().int(), sealedBy: z.string(), sealedAt: instant })
        .nullable(),
      forms: z.array(
        z.strictObject({ form: formCode, name: z.string(), differing: z.number().int() }),
      ),
    }),
  ),
} as const;
