import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { z } from 'zod';
import { checkActs } from './act.ts';
import type { ActRefusal, PersonalActs } from './act.ts';
import { decryptWith } from './age-envelope.ts';
import type { AgeOpener, AgeRefusal } from './age-envelope.ts';
import { AUDIT_PATH, readAuditSegment } from './audit-segment.ts';
import type { Sha256 } from './bytes.ts';
import { parseCanonicalJson } from './canonical-json.ts';
import type { Json } from './canonical-json.ts';
import { CATALOGUE_PATH } from './catalogue-statement.ts';
import type { CatalogueStatement } from './catalogue-statement.ts';
import { CELLS_PATH, readCells } from './cell-record.ts';
import type { CellRecord } from './cell-record.ts';
import {
  DATA_PACKAGE_PATH,
  OBSERVATIONS_PATH,
  checkDataPackage,
  readObservations,
} from './data-package.ts';
import type { DraftsStatement } from './drafts-statement.ts';
import type { ObservationRecord } from './observation.ts';
import { firstIssuePath, sequenceField, unitCodeField } from './fields.ts';
import { checkCode } from './fingerprint.ts';
import { libraryCrypto } from './host-crypto.ts';
import type { HostCrypto } from './host-crypto.ts';
import { isBundleType, readStatement } from './kinds.ts';
import type { Statement } from './kinds.ts';
import { MAX_JWS_BYTES, readAnyJws, verifyJws } from './jws.ts';
import type { JwsReadRefusal, JwsVerifyRefusal, UnverifiedJws } from './jws.ts';
import type { Receipt } from './receipt.ts';
import type { FindSenderKey, KeyId } from './signing-key.ts';
import type { Address, FileEntry, Origin, ReportStatement } from './statement.ts';
import { readDirectory, readEntry } from './strict-zip.ts';
import type { StrictZip } from './strict-zip.ts';
import type { UpgradeRefusal } from './upgrade.ts';
import { STATEMENT_PATH } from './zip-profile.ts';

export type OpenContext = {
  /** The code of the unit that opens. */
  readonly unit: string;
  /** Its age identities: working key, and escrow or older keys where they are at hand. */
  readonly identities: readonly (string | AgeOpener)[];
  readonly findSenderKey: FindSenderKey;
  /** Whether a unit's own bundles are let in as well, as when it restores from them. */
  readonly acceptOwn?: boolean;
  /** The host's own cryptography; the libraries' where there is none. */
  readonly host?: HostCrypto;
};

type Opened = {
  readonly statementSha256: Sha256;
  readonly fileSha256: Sha256;
  readonly checkCode: string;
  /** The keys that signed, all verified. */
  readonly signedBy: readonly KeyId[];
};
export type OpenedReport = Opened & {
  readonly kind: 'report';
  readonly statement: ReportStatement;
  readonly observations: readonly ObservationRecord[];
  /** The cells of all forms; none in a bundle of version 1, which had Biểu 01 alone. */
  readonly cells: readonly CellRecord[];
  readonly auditSegment: readonly string[];
  readonly attachments: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Who prepared and who approved, by their own signatures; null from before version 3. */
  readonly acts: PersonalActs | null;
};
export type OpenedReceipt = Opened & { readonly kind: 'receipt'; readonly receipt: Receipt };
/** `catalogue` is canonical JSON and no more: whether it is a sound catalogue is not looked at here. */
export type OpenedCatalogue = Opened & {
  readonly kind: 'catalogue';
  readonly statement: CatalogueStatement;
  readonly catalogue: Json;
};
/** Each cell's value is what was typed into it, sound or not. */
export type OpenedDrafts = Opened & {
  readonly kind: 'drafts';
  readonly statement: DraftsStatement;
  readonly cells: readonly CellRecord[];
};
export type OpenedBundle = OpenedReport | OpenedReceipt | OpenedCatalogue | OpenedDrafts;

export type OpenRefusal =
  | AgeRefusal
  | 'archive-irregular'
  | JwsReadRefusal
  | JwsVerifyRefusal
  | UpgradeRefusal
  | ActRefusal
  | 'addressed-to-other'
  | 'contents-differ-from-statement'
  | 'data-malformed';

/** What is known of a statement before its signature was looked at: enough to find the key. */
const claimShape = z.looseObject({
  from: z.looseObject({ unit: unitCodeField }),
  seq: sequenceField,
});

/**
 * Opens a sealed file in the order of trust: caps, envelope, directory, signature and claims,
 * addressee, set equality of entries, contents within their signed sizes and digests, schema.
 * Whatever is refused is refused whole; nothing is written anywhere. Whether the bundle's number
 * fits its series is `judgeSequence`'s to say, for reports after this and before storing.
 */
export async function openBundle(
  bytes: Uint8Array,
  context: OpenContext,
): Promise<Result<OpenedBundle, OpenRefusal>> {
  const { host = libraryCrypto } = context;
  const envelope = await openEnvelope(bytes, context);
  return envelope.ok ? judgeEnvelope(envelope.value, host.sha256(bytes), context) : envelope;
}

/** The second half of opening: all that comes after envelope, directory and the statement's form. */
export async function judgeEnvelope(
  { archive, jws, openedBy }: OpenedEnvelope,
  fileSha256: Sha256,
  context: OpenContext,
): Promise<Result<OpenedBundle, OpenRefusal>> {
  const verified = verifyClaims(jws, context);
  if (!verified.ok) return verified;
  const { claims, signedBy } = verified.value;
  const addressed = checkAddress(claims.statement, openedBy, context);
  if (!addressed.ok) return addressed;
  const opened: Opened = {
    statementSha256: jws.payloadSha256,
    fileSha256,
    checkCode: checkCode(jws.payloadSha256),
    signedBy,
  };
  const contents = await readContents(archive, listedFiles(claims), context);
  return contents.ok ? readKind(opened, claims, contents.value, context) : contents;
}

export type OpenedEnvelope = {
  readonly archive: StrictZip;
  readonly jws: UnverifiedJws;
  readonly openedBy: string;
};

/** The first half of opening: envelope, directory and the form of the statement. Trust nothing. */
export async function openEnvelope(
  bytes: Uint8Array,
  { identities, host }: Pick<OpenContext, 'identities' | 'host'>,
): Promise<Result<OpenedEnvelope, AgeRefusal | 'archive-irregular' | JwsReadRefusal>> {
  const decrypted = await decryptWith(bytes, identities, host);
  if (!decrypted.ok) return decrypted;
  const archive = await readDirectory(decrypted.value.plaintext);
  if (!archive.ok) return archive;
  const statementBytes = await readEntry(archive.value, STATEMENT_PATH, MAX_JWS_BYTES);
  if (!statementBytes.ok) return statementBytes;
  const jws = readAnyJws(statementBytes.value);
  if (!jws.ok) return jws;
  return ok({ archive: archive.value, jws: jws.value, openedBy: decrypted.value.openedBy });
}

type VerifiedClaims = { readonly claims: Statement; readonly signedBy: readonly KeyId[] };

/** Verifies the signatures with the key of the unit that the statement names, then its version. */
function verifyClaims(
  jws: UnverifiedJws,
  { findSenderKey, host }: OpenContext,
): Result<VerifiedClaims, JwsReadRefusal | JwsVerifyRefusal | UpgradeRefusal> {
  if (!isBundleType(jws.typ)) {
    return refuse('statement-of-other-kind', { found: jws.typ, wanted: 'sct-bundle+jws' });
  }
  const claim = claimShape.safeParse(jws.payload);
  if (!claim.success) return refuse('statement-malformed', { at: firstIssuePath(claim.error) });
  const { from, seq } = claim.data;
  const signedBy = verifyJws(jws, (kid) => findSenderKey(from.unit, kid, seq), host);
  if (!signedBy.ok) {
    return refuse(signedBy.refusal.code, { ...signedBy.refusal.facts, unit: from.unit });
  }
  const claims = readStatement(jws.typ, jws.payload);
  return claims.ok ? ok({ claims: claims.value, signedBy: signedBy.value }) : claims;
}

/** What the archive must hold beside the statement: a receipt is its statement alone. */
function listedFiles(claims: Statement): readonly FileEntry[] {
  return claims.kind === 'receipt' ? [] : claims.statement.files;
}

function readKind(
  opened: Opened,
  claims: Statement,
  contents: ReadonlyMap<string, Uint8Array>,
  { host }: OpenContext,
): Result<OpenedBundle, ActRefusal | 'data-malformed'> {
  switch (claims.kind) {
    case 'report': {
      const { statement, sealedAs } = claims;
      const data = readData(contents, statement, sealedAs >= firstWithCells);
      if (!data.ok) return data;
      const acts =
        sealedAs < firstWithActs ? ok(null) : checkActs(statement, opened.signedBy, host);
      if (!acts.ok) return acts;
      return ok({ ...opened, kind: claims.kind, statement, ...data.value, acts: acts.value });
    }
    case 'receipt':
      return ok({ ...opened, kind: claims.kind, receipt: claims.statement });
    case 'catalogue': {
      const { statement } = claims;
      const catalogue = parseCanonicalJson(contents.get(CATALOGUE_PATH) ?? new Uint8Array());
      return catalogue.ok
        ? ok({ ...opened, kind: claims.kind, statement, catalogue: catalogue.value })
        : refuse('data-malformed', { line: 1, column: CATALOGUE_PATH });
    }
    case 'drafts': {
      const { statement } = claims;
      const cells = readCells(contents.get(CELLS_PATH) ?? new Uint8Array(), statement);
      return cells.ok ? ok({ ...opened, kind: claims.kind, statement, cells: cells.value }) : cells;
    }
  }
}

/** The first versions of reports that have `data/cells.csv`, and acts that people signed. */
const firstWithCells = 2;
const firstWithActs = 3;

/** A signed statement sent on to somebody else is refused: both names are under the signature. */
function checkAddress(
  { from, to }: { readonly from: Origin; readonly to: Address },
  openedBy: string,
  { unit, acceptOwn = false }: OpenContext,
): Result<null, 'addressed-to-other'> {
  const isAddressee = to.unit === unit && to.recipients.includes(openedBy);
  const isOwn = acceptOwn && from.unit === unit;
  return isAddressee || isOwn
    ? ok(null)
    : refuse('addressed-to-other', { to: to.unit, from: from.unit, unit });
}

/** Compares directory and signed list first, and only then inflates, each entry to its size. */
async function readContents(
  archive: StrictZip,
  files: readonly FileEntry[],
  { host = libraryCrypto }: OpenContext,
): Promise<
  Result<
    ReadonlyMap<string, Uint8Array>,
    'contents-differ-from-statement' | 'archive-irregular' | 'bundle-altered'
  >
> {
  const entries = archive.entries.filter(({ path }) => path !== STATEMENT_PATH);
  const differing = files.find((file, at) => {
    const entry = entries[at];
    return entry?.path !== file.path || entry.bytes !== file.bytes;
  });
  if (differing !== undefined || entries.length !== files.length) {
    const path = differing?.path ?? entries[files.length]?.path ?? '';
    return refuse('contents-differ-from-statement', { path });
  }
  const contents = new Map<string, Uint8Array>();
  for (const file of files) {
    const content = await readEntry(archive, file.path, file.bytes, host.crc32);
    if (!content.ok) return content;
    if (host.sha256(content.value) !== file.sha256) {
      return refuse('bundle-altered', { path: file.path });
    }
    contents.set(file.path, content.value);
  }
  return ok(contents);
}

function readData(
  contents: ReadonlyMap<string, Uint8Array>,
  statement: ReportStatement,
  hasCells: boolean,
): Result<
  Pick<OpenedReport, 'observations' | 'cells' | 'auditSegment' | 'attachments'>,
  'data-malformed'
> {
  const described = checkDataPackage(contents.get(DATA_PACKAGE_PATH), statement.files);
  if (!described.ok) return described;
  const observations = readObservations(
    contents.get(OBSERVATIONS_PATH) ?? new Uint8Array(),
    statement.period,
  );
  if (!observations.ok) return observations;
  const cells = hasCells
    ? readCells(contents.get(CELLS_PATH) ?? new Uint8Array(), statement)
    : ok([]);
  if (!cells.ok) return cells;
  const auditSegment = readAuditSegment(contents.get(AUDIT_PATH) ?? new Uint8Array());
  if (!auditSegment.ok) return auditSegment;
  return ok({
    observations: observations.value,
    cells: cells.value,
    auditSegment: auditSegment.value,
    attachments: [...contents]
      .filter(([path]) => path.startsWith('attachments/'))
      .map(([path, bytes]) => ({ path, bytes })),
  });
}
