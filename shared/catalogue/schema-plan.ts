import { z } from 'zod';

import type { Agencies, KnownResults, Plan, UnitSource } from './catalogue.ts';
import { day, decimal, indicatorCode, text, texts } from './schema-values.ts';

/** The document's own parts: heading, preamble, signature, agencies, sources, published outcomes. */
export const plan = z.strictObject({
  number: text,
  typeCode: text,
  typeName: text,
  date: day,
  place: text,
  placeDateText: text,
  issuer: text,
  issuerText: text,
  motto: text,
  title: text,
  subject: text,
  numberText: text,
  signatureText: text,
  signer: z.strictObject({ authority: text, position: text, name: text }),
  preamble: text,
  legalBases: z.array(z.strictObject({ number: text, date: day.nullable(), issuer: text, text })),
  recipients: texts,
  focalAgency: text,
  transcription: text,
  reporting: z.strictObject({
    source: text,
    recipients: texts,
    consolidatedTo: texts,
    note: text,
  }),
}) satisfies z.ZodType<Plan>;

export const unitSource = z.strictObject({
  asOf: day,
  name: text,
  author: text,
  licence: text,
  repository: text,
  upstream: text,
  dataDate: day,
  verifiedAgainst: text,
  crossChecks: z.array(z.strictObject({ name: text, licence: text, result: text })),
  publicCounts: z.array(z.strictObject({ statement: text, source: text, matches: z.boolean() })),
  warnings: texts,
}) satisfies z.ZodType<UnitSource>;

export const agencies = z.strictObject({
  note: text,
  provincial: z.array(
    z.strictObject({ id: text, name: text, short: text, kind: text, planRefs: texts }),
  ),
  groupsNamed: texts,
  centralNamed: texts,
  dataOwnersNotNamed: z.strictObject({ note: text, items: texts }),
  districtOffices: z.strictObject({
    note: text,
    usual: texts,
    insteadInTowns: texts,
    ofHigherLevels: texts,
  }),
}) satisfies z.ZodType<Agencies>;

export const knownResults = z.strictObject({
  note: text,
  summary: text,
  statusByPlanNumber: z.record(z.string(), text),
  horizon: z
    .string()
    .regex(/^\d{4}(?:-\d{4})?$/)
    .optional(),
  values: z.array(
    z.strictObject({ indicator: indicatorCode, value: decimal, status: text, source: text }),
  ),
  sources: z.array(text),
}) satisfies z.ZodType<KnownResults>;
