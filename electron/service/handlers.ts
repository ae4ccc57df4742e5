import { createRouter } from '#shared/ipc/router.ts';
import type { Handlers, Route } from '#shared/ipc/router.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';

import { isDiskFault } from '../storage/disk-fault.ts';
import { readIdentity } from '../storage/store-identity.ts';
import { storePath } from '../storage/store-file.ts';
import { catalogueOf } from './office.ts';
import type { Office } from './office.ts';
import { confirmClock } from './clock-state.ts';
import { sessionState, setLanguage, signIn, signOut } from './sessions.ts';
import { cellHistory, listForms, listPeriods, openSheet, recordCells } from './sheets.ts';
import { actOnSubmission } from './submissions.ts';

/**
 * What is not asked for before somebody signed in is read at its first call: the window waits for
 * the worker, and half of its code seals, opens and prints.
 */
const services = {
  attachments: () => import('./attachments.ts'),
  catalogues: () => import('./issue-catalogue.ts'),
  catalogueDesk: () => import('./catalogue-desk.ts'),
  catalogueOffers: () => import('./catalogue-offers.ts'),
  consolidation: () => import('./consolidation.ts'),
  draftsOut: () => import('./send-drafts.ts'),
  draftsIn: () => import('./take-drafts.ts'),
  figureBehind: () => import('./figure-behind.ts'),
  locks: () => import('./period-lock.ts'),
  lockCheck: () => import('./verify-lock.ts'),
  pairing: () => import('./pairing.ts'),
  document: () => import('./signed-document.ts'),
  excel: () => import('./excel.ts'),
  exports: () => import('./export-files.ts'),
  following: () => import('./following.ts'),
  followedPlan: () => import('./following-plan.ts'),
  reminderDocument: () => import('./reminder-document.ts'),
  history: () => import('./history.ts'),
  inbox: () => import('./inbox.ts'),
  plan: () => import('./plan.ts'),
  receipts: () => import('./receipts.ts'),
  answers: () => import('./answers.ts'),
  handing: () => import('./receipt-handing.ts'),
  streams: () => import('./streams.ts'),
  deciding: () => import('./stream-deciding.ts'),
  refusing: () => import('./refusing.ts'),
  receiptDocument: () => import('./receipt-document.ts'),
  receiving: () => import('./receiving.ts'),
  receivedFiles: () => import('./received-attachments.ts'),
  receivedList: () => import('./received-list.ts'),
  receivedReport: () => import('./received-report.ts'),
  receivedRevisions: () => import('./received-revisions.ts'),
  reports: () => import('./reports.ts'),
  sealing: () => import('./sealing.ts'),
  setup: () => import('./setup.ts'),
  targets: () => import('./attachment-targets.ts'),
  trust: () => import('./trust.ts'),
  roots: () => import('./roots.ts'),
  recovery: () => import('./recovery.ts'),
  enrolment: () => import('./enrolment.ts'),
  escrow: () => import('./escrow.ts'),
  keyDocuments: () => import('./key-documents.ts'),
  revocation: () => import('./revocation.ts'),
} as const;

const extensions = {
  keyring: ['jws'],
  enrolment: ['jws'],
  'root-key': ['key'],
  bundle: ['age'],
  attachment: ['pdf', 'jpg', 'jpeg', 'png'],
  'signed-document': ['pdf'],
  // Older kinds and those with macros can be picked too, so that the refusal says what to do.
  excel: ['xlsx', 'xlsm', 'xls'],
  catalogue: ['json'],
} as const;

/**
 * The one door to an office's services, for a window, the command line and tests alike. `report` is
 * told of faults (bugs); it must not write secrets anywhere.
 */
export function serveOffice(office: Office, report: (call: string, fault: unknown) => void): Route {
  const handlers = handlersOf(office, report);
  const guarded = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [name, refusingDiskFaults(office, handle)]),
  );
  // The same names with the same inputs and outputs: only a disk's fault became a refusal.
  return createRouter(guarded as unknown as Handlers, () => office.account, report);
}

/** A full or failing disk is nothing that a person can report as a bug, so it is refused by name. */
function refusingDiskFaults(
  office: Office,
  handle: (input: never) => unknown,
): (input: never) => Promise<unknown> {
  return async (input) => {
    try {
      return await handle(input);
    } catch (fault) {
      if (!isDiskFault(fault)) throw fault;
      return refuse('store-unwritable', { file: storePath(office.dataFolder) });
    }
  };
}

function handlersOf(office: Office, report: (call: string, fault: unknown) => void): Handlers {
  const reportOf = (call: CallName) => (fault: unknown) => {
    report(call, fault);
  };
  return {
    'session.state': async () => ok(await sessionState(office)),
    'session.signIn': ({ name, password }) => signIn(office, name, password),
    'session.signOut': async () => ok(await signOut(office)),
    'session.setLanguage': async ({ language }) => ok(await setLanguage(office, language)),
    'clock.confirm': async () => {
      confirmClock(office);
      return ok(await sessionState(office));
    },
    'setup.units': async (input) => (await services.setup()).listUnits(office, input),
    'setup.pickCatalogue': async () =>
      office.store !== null && readIdentity(office.store) !== null
        ? refuse('store-exists')
        : ok(picked(office, await office.ports.pickFile(extensions.catalogue))),
    'setup.create': async (input) => (await services.setup()).createStore(office, input),
    'setup.backups': async () => ok((await services.setup()).listBackupViews(office)),
    'setup.restoreBackup': async (input) => (await services.setup()).restoreBackup(office, input),
    'account.list': async () => ok((await services.setup()).listAccountViews(office)),
    'account.add': async (input) => (await services.setup()).addAccount(office, input),
    'account.changePassword': async (input) =>
      (await services.setup()).changePassword(office, input),
    'trust.state': async () => ok((await services.trust()).trustState(office)),
    'trust.writeRequest': async (input) => (await services.enrolment()).writeRequest(office, input),
    'trust.acceptKeyring': async (input) => (await services.trust()).acceptKeyring(office, input),
    'trust.writeKeyring': async (input) => (await services.trust()).writeKeyring(office, input),
    'trust.enrol': async (input) => (await services.enrolment()).enrol(office, input),
    'trust.createRoots': async (input) => (await services.roots()).createRoots(office, input),
    'trust.renewRoots': async (input) => (await services.roots()).renewRoots(office, input),
    'trust.startRootsAnew': async (input) => (await services.roots()).startRootsAnew(office, input),
    'trust.testRootKey': async (input) => (await services.roots()).testRootKey(office, input),
    'trust.printEscrow': async (input) => (await services.escrow()).printEscrow(office, input),
    'trust.writeEscrow': async (input) => (await services.escrow()).writeEscrow(office, input),
    'trust.testEscrow': async (input) => (await services.escrow()).testEscrow(office, input),
    'trust.revoke': async (input) => (await services.revocation()).revokeUnit(office, input),
    'recovery.state': async () => ok((await services.recovery()).recoveryState(office)),
    'recovery.make': async (input) => (await services.recovery()).makeRecoveryCode(office, input),
    'recovery.use': async (input) => (await services.recovery()).recoverWithCode(office, input),
    'keyform.savePdf': async (input) =>
      (await services.keyDocuments()).saveKeyDocument(office, input),
    'keyform.print': async (input) =>
      (await services.keyDocuments()).printKeyDocument(office, input),
    'place.pickFolder': async () => ok(picked(office, await office.ports.pickFolder())),
    'place.pickFile': async ({ purpose }) =>
      ok(picked(office, await office.ports.pickFile(extensions[purpose]))),
    'place.pickFiles': async ({ purpose }) => {
      const paths = await office.ports.pickFiles(extensions[purpose]);
      return ok(paths.length === 0 ? null : office.places.rememberFiles(paths));
    },
    'period.list': () => ok(listPeriods(office)),
    'form.list': ({ period }) => listForms(office, period),
    'sheet.open': (input) => openSheet(office, input),
    'sheet.record': (input) => recordCells(office, input),
    'sheet.cellHistory': (input) => ok(cellHistory(office, input)),
    'history.list': async (input) => (await services.history()).listHistory(office, input),
    'history.summary': async ({ period }) =>
      (await services.history()).summariseHistory(office, period),
    'submission.act': (input) => actOnSubmission(office, input),
    'attachment.list': async ({ period }) =>
      (await services.attachments()).viewAttachments(office, period),
    'attachment.targets': async ({ period }) =>
      (await services.targets()).listTargets(office, period),
    'attachment.add': async (input) => (await services.attachments()).addAttachment(office, input),
    'attachment.remove': async (input) =>
      (await services.attachments()).removeAttachment(office, input),
    'attachment.saveCopy': async (input) =>
      (await services.attachments()).saveAttachmentCopy(office, input),
    'attachment.listReceived': async ({ period }) =>
      (await services.receivedFiles()).listReceivedFiles(office, period),
    'attachment.saveReceived': async (input) =>
      (await services.receivedFiles()).saveReceivedFile(office, input),
    'document.record': async (input) => (await services.document()).recordDocument(office, input),
    'excel.export': async (input) => (await services.excel()).exportForm(office, input),
    'excel.preview': async (input) => (await services.excel()).previewFile(office, input),
    'excel.remap': async (input) => (await services.excel()).previewFreely(office, input),
    'excel.apply': async (input) => (await services.excel()).applyFile(office, input),
    'pairing.list': async () => ok((await services.pairing()).listComputers(office)),
    'pairing.add': async (input) => (await services.pairing()).pairComputer(office, input),
    'pairing.remove': async (input) => (await services.pairing()).unpairComputer(office, input),
    'drafts.send': async (input) => (await services.draftsOut()).sendDrafts(office, input),
    'drafts.preview': async (input) => (await services.draftsIn()).previewDrafts(office, input),
    'drafts.take': async (input) => (await services.draftsIn()).takeDrafts(office, input),
    'bundle.list': async ({ period }) => ok((await services.sealing()).listBundles(office, period)),
    'bundle.seal': async (input) => (await services.sealing()).sealBundle(office, input),
    'bundle.copy': async (input) => (await services.sealing()).copyBundle(office, input),
    'receipt.import': async (input) =>
      (await services.receipts()).importReceipts(office, input, reportOf('receipt.import')),
    'receipt.enter': async (input) => (await services.receipts()).enterReceipt(office, input),
    'bundle.receive': async (input) =>
      (await services.inbox()).receiveBundles(office, input, reportOf('bundle.receive')),
    'inbox.preview': async (input) =>
      (await services.inbox()).previewBundles(office, input, reportOf('inbox.preview')),
    'inbox.takeIn': async (input) =>
      (await services.inbox()).takeInReading(office, input, reportOf('inbox.takeIn')),
    'inbox.progress': async () => ok((await services.inbox()).inboxProgress(office)),
    'inbox.cancel': async () => {
      (await services.inbox()).cancelInbox(office);
      return ok({});
    },
    'inbox.runs': async () => ok((await services.inbox()).listRuns(office)),
    'inbox.run': async (input) => (await services.inbox()).openRun(office, input),
    'answer.view': async (input) => (await services.answers()).viewAnswer(office, input),
    'remark.save': async (input) => (await services.answers()).saveRemark(office, input),
    'answer.give': async (input) => (await services.answers()).giveAnswer(office, input),
    'answer.refuse': async (input) => (await services.refusing()).refuseBundle(office, input),
    'answer.write': async (input) => (await services.answers()).writeReceipt(office, input),
    'answer.unwritten': async () => ok((await services.handing()).listUnwritten(office)),
    'answer.hand': async (input) => (await services.handing()).handReceipts(office, input),
    'answer.savePdf': async (input) =>
      (await services.receiptDocument()).saveReceiptPdf(office, input),
    'answer.print': async (input) => (await services.receiptDocument()).printReceipt(office, input),
    'stream.list': async ({ period }) => (await services.streams()).viewStreams(office, period),
    'stream.compare': async (input) => (await services.streams()).compareStreams(office, input),
    'stream.decide': async (input) => (await services.deciding()).decideStreams(office, input),
    'bundle.received': async (input) =>
      ok((await services.receivedList()).listReceived(office, input)),
    'catalogue.issue': async (input) => (await services.catalogues()).issueCatalogue(office, input),
    'catalogue.holders': async () => ok((await services.catalogues()).listHolders(office)),
    'catalogue.draft': async () => ok((await services.catalogueDesk()).viewDraft(office)),
    'catalogue.edit': async (input) => (await services.catalogueDesk()).editDraft(office, input),
    'catalogue.discard': async () => ok((await services.catalogueDesk()).discardDraft(office)),
    'catalogue.undo': async (input) => (await services.catalogueDesk()).undoStep(office, input),
    'catalogue.load': async (input) => (await services.catalogueDesk()).loadDraft(office, input),
    'catalogue.save': async (input) => (await services.catalogueDesk()).saveDraft(office, input),
    'catalogue.publish': async (input) =>
      (await services.catalogueDesk()).publishDraft(office, input),
    'catalogue.waiting': async () =>
      ok((await services.catalogueOffers()).waitingCatalogue(office)),
    'catalogue.offer': async () => ok((await services.catalogueOffers()).viewOffer(office)),
    'catalogue.take': async (input) => (await services.catalogueOffers()).takeOffer(office, input),
    'received.sheet': async (input) =>
      (await services.receivedReport()).openReceivedSheet(office, input),
    'received.revisions': async (input) =>
      (await services.receivedRevisions()).viewRevisions(office, input),
    'figure.behind': async (input) => (await services.figureBehind()).viewBehind(office, input),
    'lock.outlook': async ({ period }) => (await services.locks()).lockOutlook(office, period),
    'lock.set': async (input) => (await services.locks()).lockPeriod(office, input),
    'lock.lift': async (input) => (await services.locks()).liftLock(office, input),
    'lock.verify': async (input) => (await services.lockCheck()).verifyLock(office, input),
    'lock.save': async (input) => (await services.locks()).saveLock(office, input),
    'consolidation.view': async ({ period, from }) =>
      (await services.consolidation()).viewConsolidation(office, period, from ?? null),
    'consolidation.export': async (input) =>
      (await services.exports()).exportConsolidation(office, input),
    'following.view': async ({ period }) =>
      (await services.following()).viewFollowing(office, period),
    'following.plan': async () => (await services.followedPlan()).viewFollowedPlan(office),
    'following.savePdf': async (input) =>
      (await services.reminderDocument()).saveRemindersPdf(office, input),
    'following.print': async (input) =>
      (await services.reminderDocument()).printReminders(office, input),
    'following.writeMessages': async (input) =>
      (await services.reminderDocument()).writeMessages(office, input),
    'report.preview': async (input) => (await services.reports()).previewReport(office, input),
    'report.savePdf': async (input) => (await services.reports()).saveReportPdf(office, input),
    'report.print': async (input) => (await services.reports()).printReport(office, input),
    'catalogue.read': () => ok(catalogueOf(office)),
    'plan.view': async () => ok((await services.plan()).viewPlan(office)),
    'plan.search': async ({ text }) => ok((await services.plan()).searchPlan(office, text)),
  };
}

function picked(office: Office, path: string | null): { handle: string; label: string } | null {
  return path === null ? null : { ...office.places.remember(path) };
}
