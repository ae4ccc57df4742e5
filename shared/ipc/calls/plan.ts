import { z } from 'zod';

import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { query } from '../call.ts';
import { day, decimal, nothing } from '../shapes.ts';

const target = z.strictObject({
  id: z.string(),
  planNumber: z.number().int().nullable(),
  indicator: z.string(),
  indicatorName: z.string(),
  horizon: z.string(),
  value: decimal,
  comparison: z.string(),
  unitOfMeasure: z.string(),
  originalText: z.string(),
  notes: z.array(z.string()),
});

const assignment = z.strictObject({
  id: z.string(),
  parent: z.string().nullable(),
  leadAgency: z.string().nullable(),
  cooperatingAgencies: z.array(z.string()),
  text: z.string(),
  isLeaf: z.boolean(),
});

/** The plan as its page shows it: everything with its original wording. */
export const planView = z.strictObject({
  version: z.number().int(),
  number: z.string(),
  date: day,
  title: z.string(),
  subject: z.string(),
  issuer: z.string(),
  indicators: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      group: z.string(),
      unitOfMeasure: z.string(),
      reportedBy: z.enum(['province', 'district', 'commune']),
      numerator: z.string().nullable(),
      denominator: z.string().nullable(),
      definitionNote: z.string().nullable(),
      frequency: z.string(),
      owner: z.string(),
      targets: z.array(target),
    }),
  ),
  targets: z.array(target),
  taskGroups: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  tasks: z.array(z.strictObject({ id: z.string(), group: z.string(), text: z.string() })),
  assignments: z.array(assignment),
  fundingSources: z.array(
    z.strictObject({ id: z.string(), code: z.string(), name: z.string(), text: z.string() }),
  ),
  periods: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      /** The plan's own words; null for a period that the province added. */
      deadlineText: z.string().nullable(),
      /** The version of the catalogue by which the province set the deadline; null: the plan set it. */
      deadlineSetIn: z.number().int().nullable(),
      lastCompliantDay: day,
      note: z.string().nullable(),
    }),
  ),
  units: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      communes: z.array(z.strictObject({ code: z.string(), name: z.string() })),
    }),
  ),
});
export type PlanView = z.infer<typeof planView>;

/** The services check a catalogue strictly when they read it from the store; once is enough. */
function isCatalogue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'forms' in value;
}

export const planCalls = {
  /** The whole catalogue, from which the window derives its sheets as the services do. */
  'catalogue.read': query('signed-in', nothing, z.custom<Catalogue>(isCatalogue)),
  'plan.view': query('signed-in', nothing, planView),
  /** Finds items of the plan without accents; `kind` and `id` say where each stands. */
  'plan.search': query(
    'signed-in',
    z.strictObject({ text: z.string().max(200) }),
    z.array(z.strictObject({ kind: z.string(), id: z.string(), title: z.string() })),
  ),
} as const;
