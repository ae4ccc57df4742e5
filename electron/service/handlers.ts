import { createRouter } from '#shared/ipc/router.ts';
import type { Handlers, Route } from '#shared/ipc/router.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';

import { isDiskFault } from '../storage/disk-fault.ts';
import { storePath } from '../storage/store-file.ts';
import type { Office } from './office.ts';
import { sessionState, setLanguage, signIn, signOut } from './sessions.ts';
import { cellHistory, listPeriods, openSheet, recordCell } from './sheets.ts';
import { actOnSubmission } from './submissions.ts';

/**
 * What is not asked for before somebody signed in is read at its first call: the window waits for
 * the worker, and half of its code seals, opens and prints.
 */
const services = {
  consolidation: () => import('./consolidation.ts'),
  plan: () => import('./plan.ts'),
  receipts: () => import('./receipts.ts'),
  receiving: () => import('./receiving.ts'),
  reports: () => import('./reports.ts'),
  sealing: () => import('./sealing.ts'),
  setup: () => import('./setup.ts'),
  trust: () => import('./trust.ts'),
} as const;

const extensions = { keyring: ['jws'], enrolment: ['jws'], bundle: ['age'] } as const;

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
    'session.state': () => ok(sessionState(office)),
    'session.signIn': ({ name, password }) => signIn(office, name, password),
    'session.signOut': () => ok(signOut(office)),
    'session.setLanguage': ({ language }) => ok(setLanguage(office, language)),
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
    'place.pickFolder': async () => ok(picked(office, await office.ports.pickFolder())),
    'place.pickFile': async ({ purpose }) =>
      ok(picked(office, await office.ports.pickFile(extensions[purpose]))),
    'period.list': () => ok(listPeriods(office)),
    'sheet.open': ({ period }) => openSheet(office, period),
    'sheet.record': (input) => recordCell(office, input),
    'sheet.cellHistory': (input) => ok(cellHistory(office, input)),
    'submission.act': (input) => actOnSubmission(office, input),
    'bundle.list': async ({ period }) => ok((await services.sealing()).listBundles(office, period)),
    'bundle.seal': async (input) => (await services.sealing()).sealBundle(office, input),
    'bundle.copy': async (input) => (await services.sealing()).copyBundle(office, input),
    'receipt.import': async (input) =>
      (await services.receipts()).importReceipts(office, input, reportOf('receipt.import')),
    'bundle.receive': async (input) =>
      (await services.receiving()).receiveBundles(office, input, reportOf('bundle.receive')),
    'bundle.received': async () => ok((await services.receiving()).listReceived(office)),
    'consolidation.view': async ({ period }) =>
      (await services.consolidation()).viewConsolidation(office, period),
    'consolidation.saveCsv': async (input) =>
      (await services.consolidation()).saveConsolidatedCsv(office, input),
    'report.preview': async (input) => (await services.reports()).previewReport(office, input),
    'report.savePdf': async (input) => (await services.reports()).saveReportPdf(office, input),
    'report.print': async (input) => (await services.reports()).printReport(office, input),
    'plan.view': async () => ok((await services.plan()).viewPlan(office)),
    'plan.search': async ({ text }) => ok((await services.plan()).searchPlan(office, text)),
  };
}

function picked(office: Office, path: string | null): { handle: string; label: string } | null {
  return path === null ? null : { ...office.places.remember(path) };
}
