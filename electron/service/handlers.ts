import { createRouter } from '#shared/ipc/router.ts';
import type { Handlers, Route } from '#shared/ipc/router.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';

import { isDiskFault } from '../storage/disk-fault.ts';
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
  consolidation: () => import('./consolidation.ts'),
  draftsOut: () => import('./send-drafts.ts'),
  draftsIn: () => import('./take-drafts.ts'),
  pairing: () => import('./pairing.ts'),
  document: () => import('./signed-document.ts'),
  excel: () => import('./excel.ts'),
  following: () => import('./following.ts'),
  followedPlan: () => import('./following-plan.ts'),
  reminderDocument: () => import('./reminder-document.ts'),
  history: () => import('./history.ts'),
  plan: () => import('./plan.ts'),
  receipts: () => import('./receipts.ts'),
  answers: () => import('./answers.ts'),
  refusing: () => import('./refusing.ts'),
  receiptDocument: () => import('./receipt-document.ts'),
  receiving: () => import('./receiving.ts'),
  receivedFiles: () => import('./received-attachments.ts'),
  receivedReport: () => import('./received-report.ts'),
  reports: () => import('./reports.ts'),
  sealing: () => import('./sealing.ts'),
  setup: () => import('./setup.ts'),
  targets: () => import('./attachment-targets.ts'),
  trust: () => import('./trust.ts'),
  roots: () => import('./roots.ts'),
  recovery: () => import('./recovery.ts'),
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
    'setup.units': async () => ok(await (await services.setup()).listUnits()),
    'setup.create': async (input) => (await services.setup()).createStore(office, input),
    'setup.backups': async () => ok((await services.setup()).listBackupViews(office)),
    'setup.restoreBackup': async (input) => (await services.setup()).restoreBackup(office, input),
    'account.list': async () => ok((await services.setup()).listAccountViews(office)),
    'account.add': async (input) => (await services.setup()).addAccount(office, input),
    'account.changePassword': async (input) =>
      (await services.setup()).changePassword(office, input),
    'trust.state': async () => ok((await services.trust()).trustState(office)),
    'trust.writeRequest': async (input) => (await services.trust()).writeRequest(office, input),
    'trust.acceptKeyring': async (input) => (await services.trust()).acceptKeyring(office, input),
    'trust.writeKeyring': async (input) => (await services.trust()).writeKeyring(office, input),
    'trust.enrol': async (input) => (await services.trust()).enrol(office, input),
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
      (await services.receiving()).receiveBundles(office, input, reportOf('bundle.receive')),
    'answer.view': async (input) => (await services.answers()).viewAnswer(office, input),
    'remark.save': async (input) => (await services.answers()).saveRemark(office, input),
    'answer.give': async (input) => (await services.answers()).giveAnswer(office, input),
    'answer.refuse': async (input) => (await services.refusing()).refuseBundle(office, input),
    'answer.write': async (input) => (await services.answers()).writeReceipt(office, input),
    'answer.savePdf': async (input) =>
      (await services.receiptDocument()).saveReceiptPdf(office, input),
    'answer.print': async (input) => (await services.receiptDocument()).printReceipt(office, input),
    'bundle.received': async () => ok((await services.receiving()).listReceived(office)),
    'catalogue.issue': async (input) => (await services.catalogues()).issueCatalogue(office, input),
    'catalogue.holders': async () => ok((await services.catalogues()).listHolders(office)),
    'received.sheet': async (input) =>
      (await services.receivedReport()).openReceivedSheet(office, input),
    'consolidation.view': async ({ period }) =>
      (await services.consolidation()).viewConsolidation(office, period),
    'consolidation.saveCsv': async (input) =>
      (await services.consolidation()).saveConsolidatedCsv(office, input),
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
