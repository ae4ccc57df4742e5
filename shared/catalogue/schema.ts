import { z } from 'zod';

import { aggregations } from '#shared/domain/indicator.ts';
import type { Amount, Formula, Indicator } from '#shared/domain/indicator.ts';
import type { Period } from '#shared/domain/period.ts';
import type { Target, UnitTarget } from '#shared/domain/target.ts';
import type { Unit } from '#shared/domain/unit.ts';
import type { Assignment, Catalogue, Task } from './catalogue.ts';
import { checksSchema } from './schema-checks.ts';
import { form } from './schema-forms.ts';
import { agencies, knownResults, plan, unitSource } from './schema-plan.ts';
import {
  bilingual,
  day,
  decimal,
  indicatorCode,
  optionalText,
  periodCode,
  text,
  texts,
  unitCode,
} from './schema-values.ts';

/**
 * The shape of a catalogue file, strict at every level: an unknown key, a number where exact decimal
 * text belongs, or a day that does not exist is refused. What refers to what is checked in
 * `consistency.ts`.
 */

const level = z.enum(['province', 'district', 'commune']);
const amount = z.strictObject({ vi: text, en: text, unit: text }) satisfies z.ZodType<Amount>;
const formula = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['ratio', 'growth', 'reduction']),
    scale: z.enum(['1', '100', '10000']),
    numerator: amount,
    denominator: amount,
  }),
  z.strictObject({ kind: z.literal('value'), text: bilingual }),
]) satisfies z.ZodType<Formula>;

const indicator = z.strictObject({
  code: indicatorCode,
  name: bilingual,
  group: text,
  unit: z.strictObject({ code: text, vi: text }),
  timeNature: z.enum(['point-in-time', 'period', 'period-cumulative', 'period-multi-year']),
  better: z.enum(['higher', 'lower', 'target-equal']),
  decimals: z.number().int().min(0).max(6),
  formula,
  reportedBy: level,
  reportedByNote: z.string(),
  aggregation: z.enum(aggregations),
  aggregationNote: z.string(),
  range: z.strictObject({
    hardMin: decimal.nullable(),
    hardMax: decimal.nullable(),
    warnBelow: decimal.nullable(),
    warnAbove: decimal.nullable(),
    basis: text,
  }),
  definition: z.strictObject({
    basis: text,
    wording: bilingual,
    sources: texts,
    note: optionalText,
  }),
  owners: z.strictObject({ district: optionalText, province: text }),
  frequency: z.strictObject({ official: text, inPlan: text, basis: text }),
  notes: texts,
  lastPeriod: periodCode.optional(),
}) satisfies z.ZodType<Indicator>;

const target = z.strictObject({
  id: text,
  planNumber: z.number().int().positive().nullable(),
  indicator: indicatorCode,
  horizon: z.string().regex(/^\d{4}(?:-\d{4})?$/),
  value: decimal,
  comparison: z.enum(['>=', '<=', '=']),
  strict: z.boolean(),
  range: z.strictObject({ min: decimal, max: decimal }).nullable(),
  unit: z.strictObject({ vi: text }),
  eachYear: z.boolean(),
  maintain: z.boolean(),
  originalValue: optionalText,
  originalText: text,
  notes: texts,
}) satisfies z.ZodType<Target>;

const unitTarget = z.strictObject({
  unit: unitCode,
  indicator: indicatorCode,
  horizon: z.string().regex(/^\d{4}(?:-\d{4})?$/),
  value: decimal,
  comparison: z.enum(['>=', '<=', '=']),
  basis: text,
}) satisfies z.ZodType<UnitTarget>;

const period = z.strictObject({
  code: periodCode,
  id: text,
  kind: z.enum(['plan', 'report']),
  name: bilingual,
  year: z.number().int().min(2000).max(2999),
  cutOff: day.nullable(),
  deadline: z.strictObject({
    text,
    before: day,
    lastCompliantDay: day,
    lastWorkingDay: day.nullable(),
    note: optionalText,
    planned: day.nullable().optional(),
  }),
  deliverable: optionalText,
}) satisfies z.ZodType<Period>;

const unit = z.strictObject({
  code: unitCode,
  parent: unitCode.nullable(),
  level,
  type: text,
  name: text,
  nameWithType: text,
  shortName: text,
  searchKey: text,
  committeeName: optionalText,
  placeName: optionalText,
  financeOffice: optionalText,
  validFrom: day.nullable(),
  validTo: day.nullable(),
  successor: z.strictObject({ from: day, nameWithType: optionalText }).nullable(),
}) satisfies z.ZodType<Unit>;

const planText = z.strictObject({ id: text, text });

const task = planText.extend({
  group: text,
  leadAgency: optionalText,
  cooperatingAgencies: texts,
  agencyNote: optionalText,
  districtRelevance: z.enum(['direct', 'support', 'province']),
  relatedIndicators: z.array(indicatorCode),
  note: optionalText,
}) satisfies z.ZodType<Task>;

const assignment = planText.extend({
  parent: optionalText,
  leadAgency: optionalText,
  assignedAgency: optionalText,
  cooperatingAgencies: texts,
  leadInherited: z.boolean(),
  isLeaf: z.boolean(),
  districtRole: z.enum(['responsible', 'cooperating', 'supervising', 'not-stated']),
  agencyNote: optionalText,
}) satisfies z.ZodType<Assignment>;

/** The whole catalogue, as it is stored, issued and loaded. */
export const catalogueSchema: z.ZodType<Catalogue> = z.strictObject({
  version: z.number().int().positive(),
  plan,
  sections: z.array(z.strictObject({ id: text, heading: text })),
  purposes: z.array(planText),
  goals: z.array(planText.extend({ paragraphs: texts })),
  indicatorGroups: z.array(z.strictObject({ code: text, name: bilingual })),
  indicators: z.array(indicator),
  targets: z.array(target),
  unitTargets: z.array(unitTarget).optional(),
  taskGroups: z.array(z.strictObject({ id: text, title: text })),
  tasks: z.array(task),
  fundingSources: z.array(planText.extend({ code: text, name: text, codeBasis: text })),
  assignments: z.array(assignment),
  periods: z.array(period),
  forms: z.array(form),
  checks: checksSchema,
  unitSource,
  units: z.array(unit),
  agencies,
  beneficiaries: z.array(planText.extend({ supportYears: z.array(z.number().int()) })),
  anomalies: z.array(z.strictObject({ text, note: text })),
  evaluationRules: texts,
  definitionSources: z.record(z.string(), text),
  knownResults,
});
