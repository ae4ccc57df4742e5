import { createRouter } from '#shared/ipc/router.ts';
import type { Handlers, Route } from '#shared/ipc/router.ts';
import { ok, refuse } from '#shared/kit/result.ts';

import { isDiskFault } from '../storage/disk-fault.ts';
import { storePath } from '../storage/open-store.ts';
import { saveConsolidatedCsv, viewConsolidation } from './consolidation.ts';
import type { Office } from './office.ts';
import { searchPlan, viewPlan } from './plan.ts';
import { importReceipts } from './receipts.ts';
import { listReceived, receiveBundles } from './receiving.ts';
import { previewReport, printReport, saveReportPdf } from './reports.ts';
import { copyBundle, listBundles, sealBundle } from './sealing.ts';
import { sessionState, setLanguage, signIn, signOut } from './sessions.ts';
import {
  addAccount,
  changePassword,
  createStore,
  listAccountViews,
  listUnits,
  restoreBackup,
} from './setup.ts';
import { cellHistory, listPeriods, openSheet, recordCell } from './sheets.ts';
import { actOnSubmission } from './submissions.ts';
import { acceptKeyring, enrol, trustState, writeKeyring, writeRequest } from './trust.ts';

const extensions = { keyring: ['jws'], enrolment: ['jws'], bundle: ['age'] } as const;

/**
 * The one door to an office's services, for a window, the command line and tests alike. `report` is
 * told of faults (bugs); it must not write secrets anywhere.
 */
export function serveOffice(office: Office, report: (call: string, fault: unknown) => void): Route {
  const handlers = handlersOf(office);
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

function handlersOf(office: Office): Handlers {
  return {
    'session.state': () => ok(sessionState(office)),
    'session.signIn': ({ name, password }) => signIn(office, name, password),
    'session.signOut': () => ok(signOut(office)),
    'session.setLanguage': ({ language }) => ok(setLanguage(office, language)),
    'setup.units': () => ok(listUnits()),
    'setup.create': (input) => createStore(office, input),
    'setup.restoreBackup': () => restoreBackup(office),
    'account.list': () => ok(listAccountViews(office)),
    'account.add': (input) => addAccount(office, input),
    'account.changePassword': (input) => changePassword(office, input),
    'trust.state': () => ok(trustState(office)),
    'trust.writeRequest': (input) => writeRequest(office, input),
    'trust.acceptKeyring': (input) => acceptKeyring(office, input),
    'trust.writeKeyring': (input) => writeKeyring(office, input),
    'trust.enrol': (input) => enrol(office, input),
    'place.pickFolder': async () => ok(picked(office, await office.ports.pickFolder())),
    'place.pickFile': async ({ purpose }) =>
      ok(picked(office, await office.ports.pickFile(extensions[purpose]))),
    'period.list': () => ok(listPeriods(office)),
    'sheet.open': ({ period }) => openSheet(office, period),
    'sheet.record': (input) => recordCell(office, input),
    'sheet.cellHistory': (input) => ok(cellHistory(office, input)),
    'submission.act': (input) => actOnSubmission(office, input),
    'bundle.list': ({ period }) => ok(listBundles(office, period)),
    'bundle.seal': (input) => sealBundle(office, input),
    'bundle.copy': (input) => copyBundle(office, input),
    'receipt.import': (input) => importReceipts(office, input),
    'bundle.receive': (input) => receiveBundles(office, input),
    'bundle.received': () => ok(listReceived(office)),
    'consolidation.view': ({ period }) => viewConsolidation(office, period),
    'consolidation.saveCsv': (input) => saveConsolidatedCsv(office, input),
    'report.preview': (input) => previewReport(office, input),
    'report.savePdf': (input) => saveReportPdf(office, input),
    'report.print': (input) => printReport(office, input),
    'plan.view': () => ok(viewPlan(office)),
    'plan.search': ({ text }) => ok(searchPlan(office, text)),
  };
}

function picked(office: Office, path: string | null): { handle: string; label: string } | null {
  return path === null ? null : { ...office.places.remember(path) };
}
