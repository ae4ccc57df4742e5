import { z } from 'zod';

import { severities } from '#shared/domain/check.ts';
import type { Check } from '#shared/domain/check.ts';
import { decimal, indicatorCode, text } from './schema-values.ts';

/** The shape of a check, strict at every level; what it refers to is held by `check-consistency.ts`. */

const code = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
const column = z.string().regex(/^(?:\*\.)?[a-zA-Z0-9_.]{1,80}$/);
const row = z.string().regex(/^[A-Z0-9][A-Z0-9_.-]{0,63}\*?$/);
const amount = decimal.refine((value) => !value.startsWith('-'), 'below zero');
const changeLimit = z.strictObject({ percent: amount, points: amount });
const restart = z.enum(['yearly', 'never']);

const condition = z.union([
  z.strictObject({ column, is: z.enum(['number', 'nil', 'missing', 'empty', 'given']) }),
  z.strictObject({ column, is: z.literal('one-of'), codes: z.array(text).min(1) }),
  z.strictObject({ column, is: z.enum(['above', 'below']), limit: decimal }),
]);

const scope = z.strictObject({
  rows: z.array(row).min(1).nullable(),
  indicators: z
    .strictObject({
      codes: z.array(indicatorCode).min(1).nullable(),
      formulas: z
        .array(z.enum(['ratio', 'growth', 'reduction', 'value']))
        .min(1)
        .nullable(),
      share: z.boolean().nullable(),
    })
    .nullable(),
  when: z.array(condition),
  unless: z.array(code),
});

const base = {
  code,
  form: z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/),
  severity: z.enum(severities),
  message: code,
  scope,
  isOff: z.boolean().optional(),
};

const alongColumns = z.strictObject({
  along: z.literal('columns'),
  whole: column,
  parts: z.array(column).min(1),
  tolerance: amount,
});
const alongRows = z.strictObject({
  along: z.literal('rows'),
  column,
  whole: z.union([z.strictObject({ row }), z.strictObject({ number: decimal })]),
  parts: z.array(row).min(1),
  tolerance: amount,
});

const checkSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...base,
    kind: z.literal('readable'),
    parameters: z.strictObject({ columns: z.array(column).min(1).nullable() }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('required'),
    parameters: z.strictObject({
      alternatives: z.array(z.array(column).min(1)).min(1),
      of: z.enum(['blank', 'begun', 'begun-by-others']),
    }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('not-zero'),
    parameters: z.strictObject({ column }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('range'),
    parameters: z.strictObject({
      columns: z.array(column).min(1),
      bounds: z.union([
        z.enum(['possible', 'usual']),
        z.strictObject({ min: decimal.nullable(), max: decimal.nullable() }),
      ]),
    }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('numerator-within-denominator'),
    parameters: z.strictObject({ numerator: column, denominator: column }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('parts-sum-to-whole'),
    parameters: z.discriminatedUnion('along', [alongColumns, alongRows]),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('cumulative-never-falls'),
    parameters: z.strictObject({ column, restarts: restart }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('cumulative-is-previous-plus-period'),
    parameters: z.strictObject({
      cumulative: column,
      inPeriod: column,
      restarts: restart,
      tolerance: amount,
    }),
  }),
  z.strictObject({
    ...base,
    kind: z.enum(['change-from-previous', 'change-from-same-period']),
    parameters: z.strictObject({ column, limit: changeLimit }),
  }),
  z.strictObject({
    ...base,
    kind: z.enum(['outlier-own-history', 'outlier-peers']),
    parameters: z.strictObject({
      column,
      factor: amount,
      atLeast: z.number().int().min(4),
      leastSpread: changeLimit,
    }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('status-against-calendar'),
    parameters: z.strictObject({
      column,
      status: z.enum(['estimated', 'provisional', 'official']),
      yearBeforeUpTo: z.number().int().min(0).max(12),
      notBefore: z.strictObject({
        yearsAfter: z.number().int().min(0).max(5),
        month: z.number().int().min(1).max(12),
        day: z.number().int().min(1).max(31),
      }),
    }),
  }),
  z.strictObject({
    ...base,
    kind: z.literal('note-required-when'),
    parameters: z.strictObject({ note: column }),
  }),
]) satisfies z.ZodType<Check>;

/** The checks of a catalogue. */
export const checksSchema: z.ZodType<readonly Check[]> = z.array(checkSchema);
