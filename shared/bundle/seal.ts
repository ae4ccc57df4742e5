import type { AttachmentTarget } from '#shared/domain/attachment.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { checkActs } from './act.ts';
import type { ActRefusal } from './act.ts';
import { addressEnvelope } from './age-envelope.ts';
import { sha256Hex } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import { AUDIT_PATH, writeAuditSegment } from './audit-segment.ts';
import { canonicalJsonBytes } from './canonical-json.ts';
import { CATALOGUE_PATH, catalogueStatementShape } from './catalogue-statement.ts';
import type { CatalogueFacts, CatalogueStatement } from './catalogue-statement.ts';
import { CELLS_PATH, writeCells } from './cell-record.ts';
import type { CellRecord } from './cell-record.ts';
import {
  DATA_PACKAGE_PATH,
  OBSERVATIONS_PATH,
  writeDataPackage,
  writeObservations,
} from './data-package.ts';
import { draftsStatementShape } from './drafts-statement.ts';
import type { DraftsFacts, DraftsStatement } from './drafts-statement.ts';
import type { ObservationRecord } from './observation.ts';
import { firstIssuePath } from './fields.ts';
import { checkCode } from './fingerprint.ts';
import { libraryCrypto } from './host-crypto.ts';
import type { HostCrypto } from './host-crypto.ts';
import { signWithin } from './jws.ts';
import type { BundleType, Statement } from './kinds.ts';
import { bundleFileName, cataloguePeriod } from './names.ts';
import { receiptShape } from './receipt.ts';
import type { Receipt, ReceiptFacts } from './receipt.ts';
import type { SigningKey } from './signing-key.ts';
import { reportStatementShape } from './statement.ts';
import { signShortReceipt } from './short-receipt.ts';
import type { FileEntry, ReportFacts, ReportStatement } from './statement.ts';
import type { ZipContent } from './stored-zip.ts';
import { writeStrictZip } from './strict-zip.ts';
import { FORMAT_VERSION, RECEIPT_VERSION, REPORT_VERSION } from './upgrade.ts';
import { MAX_ENTRIES, MAX_ENTRY_BYTES, MAX_TOTAL_BYTES, STATEMENT_PATH } from './zip-profile.ts';

type Sealed = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly fileSha256: Sha256;
  /** Digest of the statement's payload: what receipts and later statements cite. */
  readonly statementSha256: Sha256;
  /** Eight digits for eye and phone. */
  readonly checkCode: string;
};
export type SealedReport = Sealed & { readonly statement: ReportStatement };
/** `shortForm` is what the QR code on the printed receipt says. */
export type SealedReceipt = Sealed & { readonly receipt: Receipt; readonly shortForm: string };
export type SealedCatalogue = Sealed & { readonly statement: CatalogueStatement };
export type SealedDrafts = Sealed & { readonly statement: DraftsStatement };

export type SealRefusal =
  | 'statement-malformed'
  | 'statement-too-large'
  | 'contents-too-large'
  | 'data-malformed'
  | 'recipient-malformed'
  | ActRefusal;

/** Whose keys seal: `ownRecipient` lets the sender open its own bundles again. */
type SealingKeys = {
  readonly signer: SigningKey;
  readonly ownRecipient: string;
  /** The host's own cryptography; the libraries' where there is none. */
  readonly host?: HostCrypto;
};

/**
 * A token-signed PDF or a scan that travels with a report: `attachments/<sha256>.<kind>`, described
 * in the statement by its name and its target. Equal files travel once.
 */
export type Attachment = AttachmentTarget & {
  readonly bytes: Uint8Array;
  readonly kind: 'pdf' | 'jpg' | 'png';
  readonly name: string;
};

export type ReportToSeal = {
  readonly facts: ReportFacts;
  /** What Biểu 01 says; none for a period without it. */
  readonly observations: readonly ObservationRecord[];
  /** Every other cell of the forms that `facts` lists, in their order. */
  readonly cells: readonly CellRecord[];
  /** Lines of the audit log since the last acknowledged bundle, each one JSON object. */
  readonly auditSegment: readonly string[];
  readonly attachments?: readonly Attachment[];
} & SealingKeys;

export type ReceiptToSeal = { readonly facts: ReceiptFacts } & SealingKeys;
export type CatalogueToSeal = {
  readonly facts: CatalogueFacts;
  readonly catalogue: { readonly version: number };
} & SealingKeys;
export type DraftsToSeal = {
  readonly facts: DraftsFacts;
  readonly cells: readonly CellRecord[];
} & SealingKeys;

/**
 * Seals a unit's report: tables and their description, signed statement, strict archive, age envelope for
 * the addressee's keys and the sender's own. Refuses `data-malformed` {line, column} for a figure, text
 * or cell that cannot be sealed, `statement-malformed` {at} for facts out of their shape,
 * `recipient-malformed` {recipient}, as `checkActs` when the people's acts are of something else, and
 * what no reader would open for its size: `statement-too-large` {kilobytes, most}, `contents-too-large`
 * {path}.
 */
export async function sealReport(report: ReportToSeal): Promise<Result<SealedReport, SealRefusal>> {
  const { period } = report.facts;
  const foreign = report.observations.findIndex(({ timePeriod }) => timePeriod !== period);
  if (foreign >= 0) return refuse('data-malformed', { line: foreign + 2, column: 'TIME_PERIOD' });
  const observations = writeObservations(report.observations);
  if (!observations.ok) return observations;
  const cells = writeCells(report.cells, report.facts);
  if (!cells.ok) return cells;
  const audit = writeAuditSegment(report.auditSegment);
  if (!audit.ok) return audit;
  const { host = libraryCrypto } = report;
  const attached = (report.attachments ?? []).map((one) => {
    const sha256 = host.sha256(one.bytes);
    return { ...one, sha256, path: `attachments/${sha256}.${one.kind}` };
  });
  const digests = new Map(attached.map(({ path, sha256 }) => [path, sha256]));
  const contents: readonly ZipContent[] = [
    {
      path: DATA_PACKAGE_PATH,
      bytes: writeDataPackage({
        ...report.facts,
        observations: observations.value,
        cells: cells.value,
      }),
    },
    { path: OBSERVATIONS_PATH, bytes: observations.value },
    { path: CELLS_PATH, bytes: cells.value },
    ...new Map(attached.map(({ path, bytes }) => [path, { path, bytes }])).values(),
    ...(report.auditSegment.length === 0 ? [] : [{ path: AUDIT_PATH, bytes: audit.value }]),
  ];
  const parsed = reportStatementShape.safeParse({
    ...report.facts,
    v: REPORT_VERSION,
    type: 'sct.bundle',
    content: 'snapshot',
    attachments: attached.map(({ path, name, form, row, column }) => ({
      path,
      name,
      form,
      row,
      column,
    })),
    files: contents.map(({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      sha256: digests.get(path) ?? host.sha256(bytes),
    })),
  });
  if (!parsed.success) return refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
  const statement = parsed.data;
  const acts = checkActs(statement, [report.signer.kid], report.host);
  if (!acts.ok) return acts;
  const sealed = await sealStatement(
    statement,
    statement.period,
    'sct-bundle+jws',
    contents,
    report,
  );
  return sealed.ok ? ok({ ...sealed.value, statement }) : sealed;
}

/** Seals the province's answer to one bundle: an archive of the signed statement alone. */
export async function sealReceipt({
  facts,
  ...keys
}: ReceiptToSeal): Promise<Result<SealedReceipt, SealRefusal>> {
  const parsed = receiptShape.safeParse({ ...facts, v: RECEIPT_VERSION, type: 'sct.receipt' });
  if (!parsed.success) return refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
  const receipt = parsed.data;
  const sealed = await sealStatement(receipt, receipt.about.period, 'sct-receipt+jws', [], keys);
  if (!sealed.ok) return sealed;
  const shortForm = signShortReceipt(receipt, sealed.value.statementSha256, keys.signer);
  return ok({ ...sealed.value, receipt, shortForm });
}

/** Seals the plan as data for one unit. Refuses as `sealReport`. */
export async function sealCatalogue({
  facts,
  catalogue,
  ...keys
}: CatalogueToSeal): Promise<Result<SealedCatalogue, SealRefusal>> {
  const content = { path: CATALOGUE_PATH, bytes: canonicalJsonBytes(catalogue) };
  const entry = listed(content);
  const parsed = catalogueStatementShape.safeParse({
    ...facts,
    v: FORMAT_VERSION,
    type: 'sct.catalogue',
    catalogue: { version: catalogue.version, sha256: entry.sha256 },
    files: [entry],
  });
  if (!parsed.success) return refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
  const statement = parsed.data;
  const label = cataloguePeriod(statement.catalogue.version);
  const sealed = await sealStatement(statement, label, 'sct-catalogue+jws', [content], keys);
  return sealed.ok ? ok({ ...sealed.value, statement }) : sealed;
}

/**
 * Seals what was typed so far for another installation of the same unit. Refuses as `sealReport`.
 * @param drafts.cells each with what was typed as its value, forms in the order of `facts.forms`.
 */
export async function sealDrafts({
  facts,
  cells: records,
  ...keys
}: DraftsToSeal): Promise<Result<SealedDrafts, SealRefusal>> {
  const cells = writeCells(records, facts);
  if (!cells.ok) return cells;
  const content = { path: CELLS_PATH, bytes: cells.value };
  const parsed = draftsStatementShape.safeParse({
    ...facts,
    v: FORMAT_VERSION,
    type: 'sct.drafts',
    files: [listed(content)],
  });
  if (!parsed.success) return refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
  const statement = parsed.data;
  const sealed = await sealStatement(
    statement,
    statement.period,
    'sct-drafts+jws',
    [content],
    keys,
  );
  return sealed.ok ? ok({ ...sealed.value, statement }) : sealed;
}

function listed({ path, bytes }: ZipContent): FileEntry {
  return { path, bytes: bytes.length, sha256: sha256Hex(bytes) };
}

async function sealStatement(
  statement: Statement['statement'],
  period: string,
  typ: BundleType,
  contents: readonly ZipContent[],
  { signer, ownRecipient, host = libraryCrypto }: SealingKeys,
): Promise<Result<Sealed, SealRefusal>> {
  const signed = signWithin(statement, typ, [signer]);
  if (!signed.ok) return signed;
  const jws = signed.value;
  const fitting = checkSizes([jws.bytes.length, ...contents.map(({ bytes }) => bytes.length)]);
  if (fitting !== null)
    return refuse('contents-too-large', { path: contents[fitting - 1]?.path ?? '' });
  const envelope = await addressEnvelope([...statement.to.recipients, ownRecipient], host);
  if (!envelope.ok) return envelope;
  const { roomBefore, sealInPlace } = envelope.value;
  const archive = await writeStrictZip([{ path: STATEMENT_PATH, bytes: jws.bytes }, ...contents], {
    checksum: host.crc32,
    roomBefore,
  });
  const bytes = await sealInPlace(archive);
  const code8 = checkCode(jws.payloadSha256);
  const { to, from, seq } = statement;
  return ok({
    fileName: bundleFileName({ to: to.unit, from: from.unit, period, seq, code8 }),
    bytes,
    fileSha256: host.sha256(bytes),
    statementSha256: jws.payloadSha256,
    checkCode: code8,
  });
}

/** Which entry the readers' bounds would be broken by first; null when all of them hold. */
function checkSizes(sizes: readonly number[]): number | null {
  let total = 0;
  const at = sizes.findIndex((bytes, place) => {
    total += bytes;
    return bytes > MAX_ENTRY_BYTES || total > MAX_TOTAL_BYTES || place >= MAX_ENTRIES;
  });
  return at < 0 ? null : at;
}
