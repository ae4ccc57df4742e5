import { z } from 'zod';

import { aggregations } from '#shared/domain/indicator.ts';
import { severities } from '#shared/domain/check.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { parseDecimal } from '#shared/domain/decimal.ts';
import {
  bilingual,
  day,
  indicatorCode,
  optionalText,
  periodCode,
  text,
  unitCode,
} from '../schema-values.ts';

/**
 * One edit of a catalogue, as the desk sends it. What an edit names is looked for when it is applied;
 * here stands only what it is made of.
 */

const level = z.enum(['province', 'district', 'commune']);
const horizon = z.string().regex(/^\d{4}(?:-\d{4})?$/);
const comparison = z.enum(['>=', '<=', '=']);
const code = z.string().min(1).max(64);
/** A number as the wire writes it, brought to its one spelling. */
const decimal = z.string().transform((typed, context): Decimal => {
  const read = parseDecimal(typed);
  if (read !== null) return read;
  context.addIssue('not a decimal');
  return z.NEVER;
});
const named = z.strictObject({ code: unitCode, type: text, name: text });

const periodFacts = {
  code: periodCode,
  name: bilingual,
  cutOff: day.nullable(),
  lastCompliantDay: day,
  note: optionalText,
};
const targetFacts = { indicator: indicatorCode, horizon, value: decimal, comparison };

export const catalogueEdit = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('period.add'), ...periodFacts }),
  z.strictObject({
    kind: z.literal('period.change'),
    ...periodFacts,
    lastWorkingDay: day.nullable(),
  }),
  z.strictObject({
    kind: z.literal('indicator.add'),
    copyOf: indicatorCode,
    code: indicatorCode,
    name: bilingual,
  }),
  z.strictObject({
    kind: z.literal('indicator.change'),
    code: indicatorCode,
    name: bilingual,
    unit: text,
    decimals: z.number().int().min(0).max(6),
    range: z.strictObject({
      hardMin: decimal.nullable(),
      hardMax: decimal.nullable(),
      warnBelow: decimal.nullable(),
      warnAbove: decimal.nullable(),
    }),
    aggregation: z.enum(aggregations),
    reportedBy: level,
  }),
  z.strictObject({
    kind: z.literal('indicator.retire'),
    code: indicatorCode,
    /** Null: the plan asks for it again. */
    lastPeriod: periodCode.nullable(),
  }),
  z.strictObject({
    kind: z.literal('check.change'),
    code,
    severity: z.enum(severities),
    isOff: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('check.number'),
    code,
    /** Where in the parameters the number stands, as `numbersOf` names it. */
    path: z.string(),
    value: decimal.nullable(),
  }),
  z.strictObject({ kind: z.literal('check.remove'), code }),
  z.strictObject({ kind: z.literal('unit.rename'), from: day, ...named.shape }),
  z.strictObject({
    kind: z.literal('unit.merge'),
    codes: z.array(unitCode),
    from: day,
    into: named,
  }),
  z.strictObject({
    kind: z.literal('unit.split'),
    code: unitCode,
    from: day,
    /** The units below that no part names go to the first. */
    into: z.array(named.extend({ children: z.array(unitCode) })),
  }),
  z.strictObject({
    kind: z.literal('target.set'),
    /** Null adds one. */
    id: optionalText,
    ...targetFacts,
    strict: z.boolean(),
    wording: text,
  }),
  z.strictObject({ kind: z.literal('target.remove'), id: text }),
  z.strictObject({
    kind: z.literal('unit-target.set'),
    unit: unitCode,
    ...targetFacts,
    basis: text,
  }),
  z.strictObject({
    kind: z.literal('unit-target.remove'),
    unit: unitCode,
    indicator: indicatorCode,
    horizon,
  }),
]);

export type CatalogueEdit = z.infer<typeof catalogueEdit>;

/** An edit of one kind. */
export type EditOf<Kind extends CatalogueEdit['kind']> = Extract<CatalogueEdit, { kind: Kind }>;

/** What an edit is refused for: nothing of the catalogue changed. */
export type EditRefusal =
  | 'edit-subject-unknown'
  | 'edit-code-taken'
  | 'edit-day-unusable'
  | 'edit-units-unfit'
  | 'edit-value-unusable'
  | 'edit-strict-equal';
