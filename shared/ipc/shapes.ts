import { z } from 'zod';

import { plainText } from '../kit/plain-text.ts';

import { roles, sides } from '../domain/role.ts';
import { parsePeriodCode } from '../domain/period.ts';
import type { PeriodCode } from '../domain/period.ts';
import { personalActions, submissionStates } from '../domain/workflow.ts';

/** Shapes that several calls share. Texts are NFC and bounded: a call is never a way to fill a disk. */
export const nothing = z.strictObject({});

export const shortText = z
  .string()
  .max(200)
  .transform((text) => text.normalize('NFC'));
export const longText = z
  .string()
  .max(4000)
  .transform((text) => text.normalize('NFC'));

/** What somebody writes to others, as it can be signed. */
export const message = (most: number) =>
  // NFC makes a few letters longer: the bound is the format's, so it holds of what is signed.
  z.string().max(most).transform(plainText).pipe(z.string().max(most));

/** What is typed into a cell: the longest are the paragraphs of a narrative. */
export const cellText = z
  .string()
  .max(20_000)
  .transform((text) => text.normalize('NFC'));

/** Passwords are compared exactly as typed, but for NFC, which Vietnamese keyboards disagree on. */
export const password = z
  .string()
  .max(200)
  .transform((text) => text.normalize('NFC'));

export const unitCode = z.string().regex(/^\d{2,5}$/);
export const periodCode = z.string().transform((text, context): PeriodCode => {
  const code = parsePeriodCode(text);
  if (code !== null) return code;
  context.addIssue('not a period code');
  return z.NEVER;
});
export const formCode = z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/);
export const rowCode = z.string().regex(/^[A-Z0-9][A-Z0-9_.-]{0,63}$/);
export const columnCode = z.string().regex(/^[A-Za-z][A-Za-z0-9_.-]{0,159}$/);
export type ColumnCode = z.infer<typeof columnCode>;

export const side = z.enum(sides);
export const role = z.enum(roles);
export const submissionState = z.enum(submissionStates);
export const personalAction = z.enum(personalActions);

/** An instant in UTC, a calendar day, an exact decimal: checked where they are made, text here. */
export const instant = z.string();
export const day = z.string();
export const decimal = z.string();

/** A handle of a folder or file that the user picked; the path itself stays in the main process. */
export const placeHandle = z.string().regex(/^place-[0-9a-f]{32}$/);
export const place = z.strictObject({ handle: placeHandle, label: z.string() });

/** What a cell holds: the text as typed, the canonical value, and its fault when it is a draft. */
export const placedCell = z.strictObject({
  row: rowCode,
  column: columnCode,
  typed: z.string(),
  canonical: z.string(),
  fault: z.string().nullable(),
});

export const refusal = z.strictObject({
  code: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
});

/** What the province says of a row of a report or, with a column, of one cell. */
export const remark = z.strictObject({
  form: formCode,
  row: rowCode,
  column: columnCode.nullable(),
  text: z.string(),
});
