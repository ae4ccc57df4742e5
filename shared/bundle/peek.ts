import { z } from 'zod';
import type { Refusal } from '#shared/kit/result.ts';
import { measureHeader } from './age-envelope.ts';
import type { Sha256 } from './bytes.ts';
import { readEnrolment } from './enrolment.ts';
import type { OpenedEnrolment } from './enrolment.ts';
import { checkCode } from './fingerprint.ts';
import { libraryCrypto } from './host-crypto.ts';
import { readAnyJws } from './jws.ts';
import { readKeyring } from './keyring.ts';
import type { OpenedKeyring } from './keyring.ts';
import { isBundleType, kindOf } from './kinds.ts';
import type { BundleKind } from './kinds.ts';
import { judgeEnvelope, openEnvelope } from './open.ts';
import type { OpenContext, OpenedBundle } from './open.ts';
import type { KeyId } from './signing-key.ts';

/** What a statement claims. Believe it only when `refusal` of the peek is null. */
const claimsShape = z.looseObject({
  v: z.number(),
  from: z.looseObject({ unit: z.string(), series: z.string() }),
  to: z.looseObject({ unit: z.string() }),
  seq: z.number(),
  created: z.string(),
  period: z.string().optional(),
  revision: z.number().optional(),
  about: z.looseObject({ period: z.string(), revision: z.number() }).optional(),
  forms: z.array(z.looseObject({ code: z.string() })).optional(),
});

type PeekedFile = { readonly bytes: number; readonly fileSha256: Sha256 };

/** A sealed file whose statement could be read. `refusal` null: it would be accepted here. */
export type PeekedBundle = PeekedFile & {
  readonly kind: BundleKind;
  readonly version: number;
  readonly from: { readonly unit: string; readonly series: string };
  readonly to: string;
  /** Null where the kind has none: a catalogue is of no period. */
  readonly period: string | null;
  readonly revision: number | null;
  readonly seq: number;
  readonly created: string;
  readonly statementSha256: Sha256;
  readonly checkCode: string;
  readonly signedBy: readonly KeyId[];
  readonly entries: readonly { readonly path: string; readonly bytes: number }[];
  /** The forms that a report or drafts list; none in the others. */
  readonly forms: readonly string[];
  /** What was in it, where all of it was read. */
  readonly opened: OpenedBundle | null;
  readonly refusal: Refusal | null;
};

export type Peek =
  | PeekedBundle
  | (PeekedFile & { readonly opened: OpenedEnrolment; readonly kind: 'enrolment' })
  | (PeekedFile & { readonly opened: OpenedKeyring; readonly kind: 'keyring' })
  /** An age file that stays closed; `recipients` says how many keys open it. */
  | (PeekedFile & {
      readonly kind: 'closed';
      readonly recipients: number;
      readonly refusal: Refusal;
    })
  /** None of this program's files, or one too damaged to say more. */
  | (PeekedFile & { readonly kind: 'other'; readonly refusal: Refusal });

/**
 * Says what a file is without importing it: bundle, receipt, enrolment request, keyring, closed or
 * foreign. Never refuses; `refusal` says why `openBundle` would. A unit's own bundles are let in.
 */
export async function peek(bytes: Uint8Array, context: OpenContext): Promise<Peek> {
  const { host = libraryCrypto } = context;
  const file: PeekedFile = { bytes: bytes.length, fileSha256: host.sha256(bytes) };
  if (bytes[0] === OPENING_BRACE) return peekSigned(bytes, file);
  const header = measureHeader(bytes);
  if (!header.ok) return { ...file, kind: 'other', refusal: header.refusal };
  const recipients = header.value.stanzas;
  const envelope = await openEnvelope(bytes, context);
  if (!envelope.ok) return { ...file, kind: 'closed', recipients, refusal: envelope.refusal };
  const { archive, jws } = envelope.value;
  const verdict = await judgeEnvelope(envelope.value, file.fileSha256, {
    ...context,
    acceptOwn: true,
  });
  const claims = claimsShape.safeParse(jws.payload);
  if (!isBundleType(jws.typ) || !claims.success) {
    const refusal = verdict.ok ? { code: 'statement-malformed', facts: {} } : verdict.refusal;
    return { ...file, kind: 'closed', recipients, refusal };
  }
  const { data } = claims;
  return {
    ...file,
    kind: kindOf(jws.typ),
    version: data.v,
    from: { unit: data.from.unit, series: data.from.series },
    to: data.to.unit,
    period: data.period ?? data.about?.period ?? null,
    revision: data.revision ?? data.about?.revision ?? null,
    seq: data.seq,
    created: data.created,
    statementSha256: jws.payloadSha256,
    checkCode: checkCode(jws.payloadSha256),
    signedBy: jws.signatures.map(({ kid }) => kid),
    entries: archive.entries.map(({ path, bytes: size }) => ({ path, bytes: size })),
    forms: (data.forms ?? []).map(({ code }) => code),
    opened: verdict.ok ? verdict.value : null,
    refusal: verdict.ok ? null : verdict.refusal,
  };
}

const OPENING_BRACE = 0x7b;

function peekSigned(bytes: Uint8Array, file: PeekedFile): Peek {
  const jws = readAnyJws(bytes);
  if (!jws.ok) return { ...file, kind: 'other', refusal: jws.refusal };
  if (jws.value.typ === 'sct-keyring+jws') {
    const opened = readKeyring(bytes);
    if (opened.ok) return { ...file, kind: 'keyring', opened: opened.value };
    return { ...file, kind: 'other', refusal: opened.refusal };
  }
  const opened = readEnrolment(bytes);
  if (opened.ok) return { ...file, kind: 'enrolment', opened: opened.value };
  return { ...file, kind: 'other', refusal: opened.refusal };
}
