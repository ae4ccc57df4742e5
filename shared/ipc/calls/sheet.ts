import { z } from 'zod';

import { command, query } from '../call.ts';
import {
  cellText,
  columnCode,
  day,
  formCode,
  instant,
  longText,
  password,
  periodCode,
  personalAction,
  placedCell,
  role,
  rowCode,
  side,
  submissionState,
  unitCode,
} from '../shapes.ts';

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

/** The cells of a sheet that stands beside another one. */
const relatedSheet = z.strictObject({
  period: periodCode,
  form: formCode,
  cells: z.array(placedCell),
});

/**
 * A sheet as it is stored, with the sheets that stand beside it. Its view is derived from this by
 * `viewSheet`, in the window as in the command line.
 */
export const openedSheet = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  side,
  period: periodCode,
  periodName: z.string(),
  form: formCode,
  formName: z.string(),
  formTitle: z.string(),
  submission: submissionView.nullable(),
  mayRecord: z.boolean(),
  today: day,
  cells: z.array(placedCell),
  related: z.array(relatedSheet),
  lastSavedAt: instant.nullable(),
});
export type OpenedSheet = z.infer<typeof openedSheet>;

/** How far a unit has come with one form of a period. */
export const formProgress = z.strictObject({
  form: formCode,
  name: z.string(),
  title: z.string(),
  appearance: z.enum(['table', 'narrative']),
  filled: z.number().int(),
  toFill: z.number().int(),
  /** Findings that keep the report from being sent, and those that only ask to look again. */
  blocking: z.number().int(),
  warnings: z.number().int(),
});
export type FormProgress = z.infer<typeof formProgress>;

/** The most cells that one command saves: a pasted block of a large sheet. */
export const mostCellsAtOnce = 20_000;

export const periodView = z.strictObject({
  code: periodCode,
  name: z.string(),
  kind: z.enum(['plan', 'report']),
  cutOff: day.nullable(),
  lastCompliantDay: day,
  /** The plan's own words of the deadline; null for a period that the province added. */
  deadlineText: z.string().nullable(),
  /** The version of the catalogue by which the province set the deadline; null: the plan set it. */
  deadlineSetIn: z.number().int().nullable(),
  daysLeft: z.number().int(),
  state: submissionState.nullable(),
});
export type PeriodView = z.infer<typeof periodView>;

export const sheetCalls = {
  'period.list': query('signed-in', z.strictObject({}), z.array(periodView)),
  /** The forms that this unit fills for a period, in order, with how far it has come. */
  'form.list': query('signed-in', z.strictObject({ period: periodCode }), z.array(formProgress)),
  'sheet.open': query(
    'signed-in',
    z.strictObject({ period: periodCode, form: formCode }),
    openedSheet,
  ),
  /**
   * Saves cells in one transaction: all of them or none. The answer comes after the commit: only
   * then may the screen say "Đã lưu".
   */
  'sheet.record': command(
    ['recorder', 'receiver', 'consolidator'],
    z.strictObject({
      period: periodCode,
      form: formCode,
      cells: z
        .array(
          z.strictObject({
            row: rowCode,
            column: columnCode,
            typed: cellText,
            /** Taken over from the report before; to be confirmed before the report is sent. */
            isCarried: z.boolean().optional(),
          }),
        )
        .min(1)
        .max(mostCellsAtOnce),
    }),
    z.strictObject({ savedAt: instant }),
  ),
  'sheet.cellHistory': query(
    'signed-in',
    z.strictObject({
      period: periodCode,
      form: formCode,
      row: rowCode,
      column: columnCode,
    }),
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
      /** Of the person who prepares or approves: they sign with a key of their own. */
      password: password.nullable(),
    }),
    submissionView,
  ),
} as const;
