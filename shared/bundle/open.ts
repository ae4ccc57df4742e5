import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { z } from 'zod';
import { decryptWith } from './age-envelope.ts';
import type { AgeOpener, AgeRefusal } from './age-envelope.ts';
import { AUDIT_PATH, readAuditSegment } from './audit-segment.ts';
import { sha256Hex } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import { CELLS_PATH, readCells } from './cell-record.ts';
import type { CellRecord } from './cell-record.ts';
import {
  DATA_PACKAGE_PATH,
  OBSERVATIONS_PATH,
  checkDataPackage,
  readObservations,
} from './data-package.ts';
import type { ObservationRecord } from './observation.ts';
import { firstIssuePath, sequenceField, unitCodeField } from './fields.ts';
import { checkCode } from './fingerprint.ts';
import { MAX_JWS_BYTES, readAnyJws, verifyJws } from './jws.ts';
import type { JwsReadRefusal, JwsVerifyRefusal, UnverifiedJws } from './jws.ts';
import { receiptShape } from './receipt.ts';
import type { Receipt } from './receipt.ts';
import type { KeyId, PublicJwk } from './signing-key.ts';
import { reportStatementShape } from './statement.ts';
import type { Address, FileEntry, Origin, ReportStatement } from './statement.ts';
import { readDirectory, readEntry } from './strict-zip.ts';
import type { StrictZip } from './strict-zip.ts';
import { REPORT_VERSION, reportUpgradeSteps, upgradePayload } from './upgrade.ts';
import type { UpgradeRefusal } from './upgrade.ts';
import { STATEMENT_PATH } from './zip-profile.ts';

/** Answers the trusted key of a sender, or null; `senderKeyIn(keyring)` makes one. */
export type FindSenderKey = (unit: string, kid: KeyId, seq: number) => PublicJwk | null;

export type OpenContext = {
  /** The code of the unit that opens. */
  readonly unit: string;
  /** Its age identities: working key, and escrow or older keys where they are at hand. */
  readonly identities: readonly (string | AgeOpener)[];
  readonly findSenderKey: FindSenderKey;
  /** Whether a unit's own bundles are let in as well, as when it restores from them. */
  readonly acceptOwn?: boolean;
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
};
export type OpenedReceipt = Opened & { readonly kind: 'receipt'; readonly receipt: Receipt };

export type OpenRefusal =
  | AgeRefusal
  | 'archive-irregular'
  | JwsReadRefusal
  | JwsVerifyRefusal
  | UpgradeRefusal
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
): Promise<Result<OpenedReport | OpenedReceipt, OpenRefusal>> {
  const envelope = await openEnvelope(bytes, context.identities);
  if (!envelope.ok) return envelope;
  const { archive, jws, openedBy } = envelope.value;
  const verified = verifyClaims(jws, context.findSenderKey);
  if (!verified.ok) return verified;
  const { statement, hasCells } = verified.value;

  const addressed = checkAddress(statement, openedBy, context);
  if (!addressed.ok) return addressed;
  const opened: Opened = {
    statementSha256: jws.payloadSha256,
    fileSha256: sha256Hex(bytes),
    checkCode: checkCode(jws.payloadSha256),
    signedBy: verified.value.signedBy,
  };
  if (statement.type === 'sct.receipt') {
    const contents = await readContents(archive, []);
    return contents.ok ? ok({ ...opened, kind: 'receipt', receipt: statement }) : contents;
  }
  const contents = await readContents(archive, statement.files);
  if (!contents.ok) return contents;
  const data = readData(contents.value, statement, hasCells);
  return data.ok ? ok({ ...opened, kind: 'report', statement, ...data.value }) : data;
}

export type OpenedEnvelope = {
  readonly archive: StrictZip;
  readonly jws: UnverifiedJws;
  readonly openedBy: string;
};

/** The first half of opening: envelope, directory and the form of the statement. Trust nothing. */
export async function openEnvelope(
  bytes: Uint8Array,
  identities: readonly (string | AgeOpener)[],
): Promise<Result<OpenedEnvelope, AgeRefusal | 'archive-irregular' | JwsReadRefusal>> {
  const decrypted = await decryptWith(bytes, identities);
  if (!decrypted.ok) return decrypted;
  const archive = await readDirectory(decrypted.value.plaintext);
  if (!archive.ok) return archive;
  const statementBytes = await readEntry(archive.value, STATEMENT_PATH, MAX_JWS_BYTES);
  if (!statementBytes.ok) return statementBytes;
  const jws = readAnyJws(statementBytes.value);
  if (!jws.ok) return jws;
  return ok({ archive: archive.value, jws: jws.value, openedBy: decrypted.value.openedBy });
}

type VerifiedClaims = {
  readonly statement: ReportStatement | Receipt;
  /** Whether it was sealed in a version that has `data/cells.csv`. */
  readonly hasCells: boolean;
  readonly signedBy: readonly KeyId[];
};

/** Verifies the signatures with the key of the unit that the statement names, then its version. */
function verifyClaims(
  jws: UnverifiedJws,
  findSenderKey: FindSenderKey,
): Result<VerifiedClaims, JwsReadRefusal | JwsVerifyRefusal | UpgradeRefusal> {
  const shape =
    jws.typ === 'sct-bundle+jws'
      ? reportStatementShape
      : jws.typ === 'sct-receipt+jws'
        ? receiptShape
        : null;
  if (shape === null) {
    return refuse('statement-of-other-kind', { found: jws.typ, wanted: 'sct-bundle+jws' });
  }
  const claim = claimShape.safeParse(jws.payload);
  if (!claim.success) return refuse('statement-malformed', { at: firstIssuePath(claim.error) });
  const { from, seq } = claim.data;
  const signedBy = verifyJws(jws, (kid) => findSenderKey(from.unit, kid, seq));
  if (!signedBy.ok) {
    return refuse(signedBy.refusal.code, { ...signedBy.refusal.facts, unit: from.unit });
  }
  const upgraded =
    shape === receiptShape
      ? upgradePayload(jws.payload)
      : upgradePayload(jws.payload, reportUpgradeSteps, REPORT_VERSION);
  if (!upgraded.ok) return upgraded;
  const parsed = shape.safeParse(upgraded.value);
  if (!parsed.success) return refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
  const hasCells = claim.data['v'] !== 1;
  return ok({ statement: parsed.data, hasCells, signedBy: signedBy.value });
}

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
    const content = await readEntry(archive, file.path, file.bytes);
    if (!content.ok) return content;
    if (sha256Hex(content.value) !== file.sha256) {
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
