/**
 * The province's root of trust ("sổ khóa gốc"): a few keys that are kept apart, of which a stated
 * number must agree before the province's working keys, or these keys themselves, change. Modelled
 * on the root role of The Update Framework (TUF 1.0.33, section 5.3).
 */
import { z } from 'zod';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { sha256Hex, base64url, hexBytes } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import { canonicalJsonBytes, parseCanonicalJson } from './canonical-json.ts';
import type { Json } from './canonical-json.ts';
import {
  firstIssuePath,
  instantField,
  recipientField,
  unitCodeField,
  versionField,
} from './fields.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Fingerprint } from './fingerprint.ts';
import { readJwsIn, signJws, signersAmong } from './jws.ts';
import type { JwsReadRefusal } from './jws.ts';
import { keyIdOf, publicJwkShape, publicKeyOf } from './signing-key.ts';
import type { KeyId, PublicJwk, SigningKey } from './signing-key.ts';
import { upgradePayload } from './upgrade.ts';
import type { UpgradeRefusal } from './upgrade.ts';

/** How many root keys there may be; a change needs the thresholds of old and new at once. */
const mostRootKeys = 5;

export const rootShape = z
  .strictObject({
    v: z.literal(1),
    type: z.literal('sct.root'),
    province: unitCodeField,
    version: versionField,
    issued: instantField,
    /** How many of the root keys must agree. */
    threshold: z.int().min(1).max(mostRootKeys),
    roots: z.array(publicJwkShape).min(1).max(mostRootKeys),
    /** What the root vouches for: the province's signing keys and age recipients. */
    signing: z.array(publicJwkShape).min(1).max(3),
    working: recipientField,
    escrow: recipientField,
  })
  .refine(({ threshold, roots }) => threshold <= roots.length)
  .refine(({ roots, signing }) => areDistinct([...roots, ...signing]))
  .refine(({ roots, signing }) => [...roots, ...signing].every((jwk) => publicKeyOf(jwk).ok));

export type Root = z.infer<typeof rootShape>;
export type RootFacts = Omit<Root, 'v' | 'type'>;

/** A root whose own threshold holds, with the signed statement as it travels in a keyring. */
export type OpenedRoot = {
  readonly root: Root;
  readonly rootSha256: Sha256;
  /** Of the set of root keys and their threshold: what is printed and typed. */
  readonly fingerprint: Fingerprint;
  readonly statement: Json;
};

export type RootReadRefusal =
  JwsReadRefusal | UpgradeRefusal | 'root-signatures-missing' | 'root-signature-invalid';
export type RootStepRefusal = RootReadRefusal | 'root-not-next';

/**
 * Writes a root, signed by root keys: as many as its threshold asks for, and for a change as many of
 * the old ones besides.
 */
export function sealRoot(
  facts: RootFacts,
  signers: readonly [SigningKey, ...SigningKey[]],
): OpenedRoot {
  const root = rootShape.parse({ ...facts, v: 1, type: 'sct.root' });
  const { bytes } = signJws(root, 'sct-root+jws', signers);
  const statement = parseCanonicalJson(bytes);
  if (!statement.ok) throw new Error('What was just signed is canonical JSON.');
  const opened = readRoot(statement.value);
  if (!opened.ok) throw new Error(`A root that does not hold: ${opened.refusal.code}`);
  return opened.value;
}

/**
 * Reads a root and checks that enough of its own keys signed it. That says nothing yet about whose
 * root it is. Refuses `root-signatures-missing` {held, threshold} and `root-signature-invalid`.
 */
export function readRoot(statement: Json): Result<OpenedRoot, RootReadRefusal> {
  const jws = readJwsIn(statement, 'sct-root+jws');
  if (!jws.ok) return jws;
  const upgraded = upgradePayload(jws.value.payload);
  if (!upgraded.ok) return upgraded;
  const parsed = rootShape.safeParse(upgraded.value);
  if (!parsed.success) return refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
  const root = parsed.data;
  const agreed = agreeing(statement, root);
  if (!agreed.ok) return agreed;
  return ok({
    root,
    rootSha256: jws.value.payloadSha256,
    fingerprint: rootFingerprint(root),
    statement,
  });
}

/**
 * Reads the roots of a province from the first to the newest. Each one after the first is the next
 * version for the same province and is agreed to by the keys before it and by its own. Refuses
 * `root-not-next` {version} besides what reading one refuses.
 */
export function readRootChain(
  statements: readonly Json[],
): Result<readonly OpenedRoot[], RootStepRefusal> {
  const chain: OpenedRoot[] = [];
  for (const statement of statements) {
    const opened = readRoot(statement);
    if (!opened.ok) return opened;
    const before = chain.at(-1);
    if (before !== undefined) {
      const { province, version } = opened.value.root;
      if (province !== before.root.province || version !== before.root.version + 1) {
        return refuse('root-not-next', { version });
      }
      const agreed = agreeing(statement, before.root);
      if (!agreed.ok) return agreed;
    }
    chain.push(opened.value);
  }
  return ok(chain);
}

/** The fingerprint of a set of root keys: it stays while the keys and their threshold stay. */
export function rootFingerprint({
  roots,
  threshold,
}: Pick<Root, 'roots' | 'threshold'>): Fingerprint {
  const digest = sha256Hex(canonicalJsonBytes({ roots: roots.map(keyIdOf).sort(), threshold }));
  return fingerprintOf(base64url(hexBytes(digest) ?? new Uint8Array()) as KeyId); // 32 bytes too
}

/** Whether enough of the root keys of `by` signed a statement. */
function agreeing(
  statement: Json,
  by: Root,
): Result<null, JwsReadRefusal | 'root-signatures-missing' | 'root-signature-invalid'> {
  const jws = readJwsIn(statement, 'sct-root+jws');
  if (!jws.ok) return jws;
  const held = signersAmong(jws.value, by.roots);
  if (!held.ok) return refuse('root-signature-invalid', held.refusal.facts);
  return held.value.length >= by.threshold
    ? ok(null)
    : refuse('root-signatures-missing', { held: held.value.length, threshold: by.threshold });
}

function areDistinct(keys: readonly PublicJwk[]): boolean {
  return new Set(keys.map(({ x }) => x)).size === keys.length;
}
