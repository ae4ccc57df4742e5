import { z } from 'zod';

import { command, query } from '../call.ts';
import {
  cell,
  columnCode,
  day,
  decimal,
  finding,
  instant,
  longText,
  periodCode,
  personalAction,
  role,
  rowCode,
  shownValue,
  submissionState,
  unitCode,
} from '../shapes.ts';

/** One row of Biểu 01: an indicator, what was entered, what follows from it, what stands beside it. */
export const sheetRow = z.strictObject({
  row: rowCode,
  ordinal: z.string(),
  group: z.string(),
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  /** Who publishes it: rows of the other side are shown, muted, and cannot be filled. */
  reportedBy: z.enum(['province', 'district', 'commune']),
  /** The columns that this unit may fill in this row. */
  fillable: z.array(columnCode),
  amountLabels: z.strictObject({ numerator: z.string(), denominator: z.string() }).nullable(),
  cells: z.strictObject({
    numerator: cell,
    denominator: cell,
    value: cell,
    status: cell,
    note: cell,
  }),
  rate: shownValue,
  /** Whether the row has its answer: a number, "-" or "...". */
  isAnswered: z.boolean(),
  /** The province's target for the year, labelled as such; null when the plan sets none. */
  provinceTarget: z
    .strictObject({ value: decimal, comparison: z.string(), horizon: z.string() })
    .nullable(),
  previousPeriod: shownValue,
});
export type SheetRow = z.infer<typeof sheetRow>;

export const submissionView = z.strictObject({
  unit: unitCode,
  period: periodCode,
  revision: z.number().int(),
  state: submissionState,
  /** What the signed-in account may do now, from the one workflow table. */
  actions: z.array(personalAction),
  maySeal: z.boolean(),
  isOpen: z.boolean(),
  events: z.array(
    z.strictObject({
      action: z.string(),
      from: submissionState,
      to: submissionState,
      revision: z.number().int(),
      by: z.string(),
      role,
      at: instant,
      reason: z.string().nullable(),
    }),
  ),
});
export type SubmissionView = z.infer<typeof submissionView>;

export const sheetView = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  period: periodCode,
  periodName: z.string(),
  formName: z.string(),
  formTitle: z.string(),
  submission: submissionView.nullable(),
  mayRecord: z.boolean(),
  rows: z.array(sheetRow),
  findings: z.array(finding),
  filled: z.number().int(),
  toFill: z.number().int(),
  lastSavedAt: instant.nullable(),
});
export type SheetView = z.infer<typeof sheetView>;

/** What a saved cell changed on the screen: its row, and what the checks say of that row now. */
export const savedCell = z.strictObject({
  row: sheetRow,
  findings: z.array(finding),
  savedAt: instant,
});
export type SavedCell = z.infer<typeof savedCell>;

export const periodView = z.strictObject({
  code: periodCode,
  name: z.string(),
  kind: z.enum(['plan', 'report']),
  cutOff: day.nullable(),
  lastCompliantDay: day,
  deadlineText: z.string(),
  daysLeft: z.number().int(),
  state: submissionState.nullable(),
});
export type PeriodView = z.infer<typeof periodView>;

export const sheetCalls = {
  'period.list': query('signed-in', z.strictObject({}), z.array(periodView)),
  'sheet.open': query('signed-in', z.strictObject({ period: periodCode }), sheetView),
  /** Saves one cell. The answer comes after the commit: only then may the screen say "Đã lưu". */
  'sheet.record': command(
    ['recorder', 'receiver', 'consolidator'],
    z.strictObject({ period: periodCode, row: rowCode, column: columnCode, typed: longText }),
    savedCell,
  ),
  'sheet.cellHistory': query(
    'signed-in',
    z.strictObject({ period: periodCode, row: rowCode, column: columnCode }),
    z.array(
      z.strictObject({
        typed: z.string(),
        fault: z.string().nullable(),
        by: z.string(),
        at: instant,
      }),
    ),
  ),
  'submission.act': command(
    ['recorder', 'checker', 'approver'],
    z.strictObject({
      period: periodCode,
      action: personalAction,
      reason: longText.nullable(),
    }),
    submissionView,
  ),
} as const;
