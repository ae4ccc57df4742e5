/**
 * The snapshot of a period ("chốt số liệu"): the whole consolidated table as the province locked it,
 * signed by the province. It is made of what the store holds and of nothing else, so that the same
 * store gives the same bytes again.
 */
import { z } from 'zod';
import { isDecimal } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { aggregations } from '#shared/domain/indicator.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Sha256 } from './bytes.ts';
import {
  countField,
  firstIssuePath,
  instantField,
  periodCodeField,
  personNameField,
  sequenceField,
  seriesField,
  sha256Field,
  unitCodeField,
  versionField,
} from './fields.ts';
import { readJws, signJws, verifyJws } from './jws.ts';
import type { JwsReadRefusal, JwsVerifyRefusal } from './jws.ts';
import { receiptOutcomes } from './receipt.ts';
import type { KeyId, PublicJwk, SigningKey } from './signing-key.ts';
import { originShape } from './statement.ts';
import { upgradePayload } from './upgrade.ts';
import type { UpgradeRefusal } from './upgrade.ts';

/** A table of 700 units is longer than any other statement. */
const MAX_SNAPSHOT_BYTES = 64 * 1024 * 1024;

/** Canonical texts as they were sent: a decimal, `-`, `...`, or empty. */
const figures = {
  numerator: z.string(),
  denominator: z.string(),
  value: z.string(),
  status: z.string(),
  note: z.string(),
};

/** What counts of one unit, by digest, and what the province had answered to it. */
const lockedUnit = z.strictObject({
  unit: unitCodeField,
  bundle: z
    .strictObject({
      statement: sha256Field,
      file: sha256Field,
      series: seriesField,
      seq: sequenceField,
      revision: versionField,
      receivedAt: instantField,
      answer: z.enum(receiptOutcomes),
      /** The number of that answer; null where none was kept. */
      answerSeq: sequenceField.nullable(),
    })
    .nullable(),
});

/** A unit that a total stands without, and the report that tells how much it weighs. */
const leftOutUnit = z.strictObject({
  unit: unitCodeField,
  denominator: z
    .custom<Decimal>((value) => typeof value === 'string' && isDecimal(value))
    .nullable(),
  period: periodCodeField.nullable(),
  statement: sha256Field.nullable(),
});

const lockedRow = z.strictObject({
  indicator: z.string(),
  aggregation: z.enum(aggregations),
  total: z.strictObject({
    kind: z.enum(['number', 'nil', 'missing', 'empty']),
    number: z.string().nullable(),
    status: z.string().nullable(),
    counted: countField,
    expected: countField,
    /** Σ of both amounts over the counted units; null where nothing is weighed. */
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    share: z.string().nullable(),
    whyNoShare: z.enum(['no-denominator', 'left-out-unknown']).nullable(),
    leftOut: z.array(leftOutUnit),
  }),
  target: z
    .strictObject({
      id: z.string(),
      value: z.string(),
      comparison: z.string(),
      horizon: z.string(),
    })
    .nullable(),
  difference: z.string().nullable(),
  met: z.boolean().nullable(),
  /** What the province entered itself; null where the figure follows from the units. */
  own: z.strictObject(figures).nullable(),
  units: z.array(z.strictObject({ unit: unitCodeField, ...figures })),
});

const table = { units: z.array(lockedUnit), rows: z.array(lockedRow) };

/** The consolidated table of a period, as it is computed, shown and signed. */
export const tableShape = z.strictObject(table);
export type Table = z.infer<typeof tableShape>;
export type TableUnit = Table['units'][number];
export type TableRow = Table['rows'][number];

export const snapshotShape = z
  .strictObject({
    v: z.literal(1),
    type: z.literal('sct.snapshot'),
    from: originShape,
    period: periodCodeField,
    /** The how-manieth lock of the period ("lần"), and the digest of the one before. */
    number: versionField,
    previous: sha256Field.nullable(),
    lockedAt: instantField,
    lockedBy: personNameField,
    plan: z.string(),
    catalogue: z.strictObject({ version: versionField, sha256: sha256Field }),
    ...table,
  })
  .refine(({ number, previous }) => (number === 1) === (previous === null), {
    path: ['previous'],
  });

export type Snapshot = z.infer<typeof snapshotShape>;
export type SnapshotFacts = Omit<Snapshot, 'v' | 'type'>;

export type OpenedSnapshot = { readonly snapshot: Snapshot; readonly sha256: Sha256 };

export type SnapshotRefusal = JwsReadRefusal | JwsVerifyRefusal | UpgradeRefusal;

/** The payload of a snapshot with these facts. Facts that break its shape are a bug and throw. */
export function snapshotOf(facts: SnapshotFacts): Snapshot {
  return snapshotShape.parse({ ...facts, v: 1, type: 'sct.snapshot' });
}

/** Signs a snapshot; the digest is of its canonical JSON and names it. */
export function sealSnapshot(
  snapshot: Snapshot,
  signer: SigningKey,
): { readonly bytes: Uint8Array; readonly sha256: Sha256 } {
  const { bytes, payloadSha256 } = signJws(
    snapshot,
    'sct-snapshot+jws',
    [signer],
    MAX_SNAPSHOT_BYTES,
  );
  return { bytes, sha256: payloadSha256 };
}

/**
 * Reads a signed snapshot; `findKey` gives the province's keys. Refuses as `readJws`, `verifyJws`,
 * `upgradePayload`, and `statement-malformed` {at} for another shape.
 */
export function readSnapshot(
  bytes: Uint8Array,
  findKey: (kid: KeyId) => PublicJwk | null,
): Result<OpenedSnapshot, SnapshotRefusal> {
  const jws = readJws(bytes, 'sct-snapshot+jws', MAX_SNAPSHOT_BYTES);
  if (!jws.ok) return jws;
  const verified = verifyJws(jws.value, findKey);
  if (!verified.ok) return verified;
  const upgraded = upgradePayload(jws.value.payload);
  if (!upgraded.ok) return upgraded;
  const parsed = snapshotShape.safeParse(upgraded.value);
  return parsed.success
    ? ok({ snapshot: parsed.data, sha256: jws.value.payloadSha256 })
    : refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
}

/** `chot-so-lieu_30_2022-08_lan-1.jws`; `.json` for the payload alone. */
export function snapshotFileName(
  { from, period, number }: Pick<Snapshot, 'from' | 'period' | 'number'>,
  ending: 'jws' | 'json',
): string {
  return `chot-so-lieu_${from.unit}_${period}_lan-${String(number)}.${ending}`;
}
