import { z } from 'zod';

import { columnKinds } from '#shared/domain/cell.ts';
import { sides } from '#shared/domain/role.ts';
import type { ColumnSource, Form, RowSource } from './forms/form.ts';
import { bilingual, optionalText, text } from './schema-values.ts';

const code = z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/);
const formCode = z.string().regex(/^[A-Z][A-Z0-9]{1,7}$/);
const rowCode = z.string().regex(/^[A-Z0-9][A-Z0-9_.-]{0,63}$/);
const base = {
  code,
  name: bilingual,
  group: bilingual.nullable(),
  unit: optionalText,
  width: z.enum(['narrow', 'number', 'medium', 'wide', 'long']),
};

const computation = z.discriminatedUnion('of', [
  z.strictObject({
    of: z.enum([
      'result',
      'province-target',
      'own-target',
      'percent-of-plan',
      'previous-period',
      'same-period',
      'change',
      'required-pace',
    ]),
  }),
  z.strictObject({ of: z.literal('previous'), column: code }),
  z.strictObject({
    of: z.literal('ratio'),
    numerator: code,
    denominator: code,
    scale: z.enum(['1', '100']),
    decimals: z.number().int().min(0).max(6),
  }),
]);

const column = z.union([
  z.strictObject({
    ...base,
    kind: z.enum(columnKinds),
    choices: z.array(z.strictObject({ code, name: bilingual })).nullable(),
    longest: z.number().int().positive().max(20_000).nullable(),
    required: z.boolean(),
    carries: z.boolean(),
  }),
  z.strictObject({ ...base, kind: z.literal('computed'), computation }),
  z.strictObject({
    kind: z.literal('indicators'),
    reportedBy: z.enum(['district', 'commune']),
  }),
]) satisfies z.ZodType<ColumnSource>;

const anyRows = { group: bilingual.nullable(), columns: z.array(code).nullable() };
const rows = z.discriminatedUnion('from', [
  z.strictObject({
    ...anyRows,
    from: z.literal('indicators'),
    reportedBy: z.array(text).nullable(),
  }),
  z.strictObject({ ...anyRows, from: z.enum(['tasks', 'funding-sources', 'communes']) }),
  z.strictObject({
    ...anyRows,
    from: z.literal('list'),
    items: z.array(
      z.strictObject({
        code: rowCode,
        ordinal: z.string(),
        name: bilingual,
        unit: optionalText,
        columns: z.array(code).nullable(),
      }),
    ),
  }),
  z.strictObject({ ...anyRows, from: z.literal('own'), prefix: rowCode, nameColumn: code }),
  z.strictObject({
    ...anyRows,
    from: z.literal('register'),
    form: formCode,
    period: text,
    nameColumn: code,
  }),
]) satisfies z.ZodType<RowSource>;

/** A form of the catalogue, strict at every level. */
export const form = z.strictObject({
  code: formCode,
  version: z.number().int().positive(),
  screenName: bilingual,
  printName: bilingual,
  title: bilingual,
  periods: z.enum(['plan', 'report']),
  sides: z.array(z.enum(sides)),
  appearance: z.enum(['table', 'narrative']),
  columns: z.array(column),
  rows: z.array(rows),
  hasTotal: z.boolean(),
}) satisfies z.ZodType<Form>;
