import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { utf8Text } from '#shared/bundle/bytes.ts';
import type { Sha256 } from '#shared/bundle/bytes.ts';
import { checkCode, fingerprintOf, formatFingerprint } from '#shared/bundle/fingerprint.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import type { ReportFacts } from '#shared/bundle/statement.ts';
import { keyIdOf } from '#shared/bundle/signing-key.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { SentBundle as SentBundleView } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { auditHashAt, auditHead, firstBrokenLink, listAudit } from '../storage/audit.ts';
import { makeBackup } from '../storage/backups.ts';
import { findSheet, listSilentlyChanged } from '../storage/cells.ts';
import { write } from '../storage/handle.ts';
import type { ReadHandle } from '../storage/handle.ts';
import {
  findSentBundle,
  insertSentBundle,
  lastReceipted,
  lastSentOf,
  listSentBundles,
  markCopied,
  readSentContent,
} from '../storage/sent-bundles.ts';
import type { SentBundle } from '../storage/sent-bundles.ts';
import { currentReceipt } from '../storage/taken-receipts.ts';
import type { TakenReceipt } from '../storage/taken-receipts.ts';
import { findSubmission } from '../storage/submissions.ts';
import type { Submission } from '../storage/submissions.ts';
import { attachmentsToSeal } from './attachments.ts';
import { writeDurably } from './durable-file.ts';
import { officeKeyOf, withOfficeKeys } from './key-use.ts';
import type { KeysInUse } from './keys-in-use.ts';
import { accountOf, catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { actsToSeal } from './personal-acts.ts';
import { viewReceipt } from './receipt-view.ts';
import { formsOfPeriod, recordsToSeal } from './report-records.ts';
import { takeStep } from './submissions.ts';
import { currentKeyring, trustState } from './trust.ts';

/** The bundles of a period, newest first. */
export function listBundles(office: Office, period: PeriodCode): CallOutput<'bundle.list'> {
  return listSentBundles(storeOf(office), period).map((bundle) => view(office, bundle));
}

/**
 * Seals the approved report of a period for the province; the same revision again gives the bundle
 * that was sealed before. Refuses `province-not-trusted`, `not-enrolled`, `action-not-now`,
 * `figures-changed-silently` {count}, `attachment-altered` {file}, `audit-broken` {n}, as `actsToSeal`
 * and `checkActs`, and wrong passwords.
 */
export async function sealBundle(
  office: Office,
  { period, password }: HandledInput<'bundle.seal'>,
): Promise<Result<SentBundleView>> {
  const store = storeOf(office);
  const { unit } = identityOf(office);
  const keyring = currentKeyring(office);
  if (keyring === null) return refuse('province-not-trusted');
  if (!trustState(office).isEnrolled) return refuse('not-enrolled');
  const submission = findSubmission(store, unit, period);
  if (submission?.state !== 'approved' && submission?.state !== 'sealed') {
    return refuse('action-not-now', { state: submission?.state ?? 'recording', action: 'seal' });
  }
  const existing = listSentBundles(store, period).find(
    (bundle) =>
      bundle.revision === submission.revision && bundle.series === identityOf(office).series,
  );
  if (existing !== undefined) return ok(view(office, existing));
  const intact = checkIntegrity(office, period);
  if (!intact.ok) return intact;
  makeBackup(store, office.dataFolder, office.clock.now());
  return withOfficeKeys(office, password, (keys) => sealNew(office, submission, keys));
}

/**
 * Writes a sealed bundle to a folder and marks it as handed over. Refuses as `writeDurably`, and
 * `bundle-unknown`.
 */
export function copyBundle(
  office: Office,
  { id, folder: handle }: HandledInput<'bundle.copy'>,
): Result<SentBundleView> {
  const store = storeOf(office);
  const bundle = findSentBundle(store, id);
  if (bundle === null) return refuse('bundle-unknown');
  const folder = office.places.folder(handle);
  if (!folder.ok) return folder;
  const name = writeDurably(folder.value, bundle.fileName, readSentContent(store, id));
  if (!name.ok) return name;
  write(store, (transaction) => {
    markCopied(transaction, id, folder.value);
  });
  return ok(view(office, findSentBundle(store, id) ?? bundle));
}

async function sealNew(
  office: Office,
  submission: Submission,
  keys: KeysInUse,
): Promise<Result<SentBundleView>> {
  const store = storeOf(office);
  const { period } = submission;
  const audit = auditHead(store);
  const segment = listAudit(store, lastReceipted(store)?.auditN ?? 0);
  const attached = attachmentsToSeal(office, period);
  if (!attached.ok) return attached;
  const { attachments, document } = attached.value;
  const acts = actsToSeal(office, submission);
  if (!acts.ok) return acts;
  const { forms, ...tables } = recordsToSeal(office, period);
  const facts = { ...statementFacts(office, submission), ...acts.value, forms, document };
  const sealed = await sealReport({
    facts,
    ...tables,
    auditSegment: segment.map((entry) => utf8Text(canonicalJsonBytes({ ...entry })) ?? ''),
    attachments,
    signer: keys.signer,
    ownRecipient: keys.ownRecipient,
    host: keys.host,
  });
  // What the unit's own people signed does not fit any more: whatever travels is signed anew.
  if (!sealed.ok && sealed.refusal.code === 'act-differs') return refuse('signed-figures-changed');
  if (!sealed.ok) return sealed;
  const account = accountOf(office);
  const id = write(store, (handle) => {
    const stepped = takeStep(office, handle, period, 'seal', null);
    if (!stepped.ok) return stepped;
    return ok(
      insertSentBundle(
        handle,
        {
          period,
          revision: submission.revision,
          sequence: facts.seq,
          series: facts.from.series,
          fileName: sealed.value.fileName,
          fileSha256: sealed.value.fileSha256,
          statementSha256: sealed.value.statementSha256,
          auditN: audit.n,
          preparedBy: facts.prepared.name,
          approvedBy: facts.approved.name,
          sealedBy: account.displayName,
          sealedAt: facts.created,
        },
        sealed.value.bytes,
      ),
    );
  });
  if (!id.ok) return id;
  const bundle = findSentBundle(store, id.value);
  if (bundle === null) throw new Error('The bundle that was just sealed is not there.');
  return ok(view(office, bundle));
}

function statementFacts(
  office: Office,
  submission: Submission,
): Omit<ReportFacts, 'document' | 'forms' | 'prepared' | 'approved'> {
  const store = storeOf(office);
  const { unit, series } = identityOf(office);
  const keyring = currentKeyring(office);
  if (keyring === null) throw new Error('Sealing needs a keyring.');
  const { province, working, escrow, version } = keyring.keyring;
  const last = lastSentOf(store, series);
  const audit = auditHead(store);
  return {
    from: { unit, series },
    to: { unit: province, recipients: [working, escrow] },
    period: submission.period,
    catalogue: catalogueOf(office).version,
    seq: (last?.sequence ?? 0) + 1,
    // Digests in the store were digests when they were written; the statement's own check follows.
    prev: (last?.statementSha256 ?? null) as Sha256 | null,
    revision: submission.revision,
    created: office.clock.now(),
    app: office.version,
    keyring: version,
    lastReceipt: lastReceiptOf(store),
    audit: { n: audit.n, head: audit.head as Sha256 },
  };
}

/** Nothing is sealed that somebody changed past the program. */
function checkIntegrity(office: Office, period: PeriodCode): Result<null> {
  const store = storeOf(office);
  const broken = firstBrokenLink(store);
  if (broken !== null) return refuse('audit-broken', { n: broken });
  const seen = lastReceipted(store);
  const receipt = seen === null ? null : currentReceipt(store, seen.id);
  // A log that was written anew from its beginning is sound in itself: the province knows the old one.
  if (
    seen !== null &&
    (receipt?.auditHead ?? null) !== null &&
    auditHashAt(store, seen.auditN) !== receipt?.auditHead
  ) {
    return refuse('audit-rewritten', { n: seen.auditN });
  }
  const changed = formsOfPeriod(office, period).flatMap(({ code }) => {
    const sheet = findSheet(store, identityOf(office).unit, period, code);
    return sheet === null ? [] : listSilentlyChanged(store, sheet);
  });
  const [row] = changed;
  return row === undefined
    ? ok(null)
    : refuse('figures-changed-silently', { count: changed.length, row });
}

function view(office: Office, bundle: SentBundle): SentBundleView {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: officeKeyOf(office, 'signing').publicKey } as const;
  const receipt = currentReceipt(storeOf(office), bundle.id);
  return {
    id: bundle.id,
    fileName: bundle.fileName,
    period: bundle.period,
    revision: bundle.revision,
    sequence: bundle.sequence,
    checkCode: checkCode(bundle.statementSha256 as Sha256),
    fingerprint: formatFingerprint(fingerprintOf(keyIdOf(jwk))),
    sealedAt: bundle.sealedAt,
    sealedBy: bundle.sealedBy,
    preparedBy: bundle.preparedBy,
    approvedBy: bundle.approvedBy,
    stage: stageOf(bundle, receipt),
    copiedTo: bundle.copiedTo,
    receipt: receipt === null ? null : viewReceipt(office, bundle.period, receipt),
  };
}

const stages: Readonly<Record<TakenReceipt['outcome'], SentBundleView['stage']>> = {
  accepted: 'received',
  'accepted-with-notes': 'received',
  returned: 'returned',
  refused: 'refused',
};

function stageOf(bundle: SentBundle, receipt: TakenReceipt | null): SentBundleView['stage'] {
  if (receipt !== null) return stages[receipt.outcome];
  return bundle.copiedTo === null ? 'sealed' : 'copied';
}

/** The digest of what the province last said of the newest bundle that it has. */
function lastReceiptOf(store: ReadHandle): Sha256 | null {
  const acknowledged = lastReceipted(store);
  return acknowledged === null ? null : (currentReceipt(store, acknowledged.id)?.statement ?? null);
}
