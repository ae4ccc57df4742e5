import type { Result } from '#shared/kit/result.ts';

import type { CommandName, Invocation } from './arguments.ts';
import { testEscrow, writeEscrow } from './commands/escrow.ts';
import {
  exportBundle,
  importBundles,
  importReceipts,
  issueCatalogue,
} from './commands/exchange.ts';
import { exportExcel, importExcel } from './commands/excel.ts';
import { takeCatalogue } from './commands/take-catalogue.ts';
import { consolidate } from './commands/consolidate.ts';
import { printReport } from './commands/print.ts';
import { record } from './commands/record.ts';
import { addUser, initialise, listUsers, showState } from './commands/office.ts';
import { restore } from './commands/restore.ts';
import { makeCode, useCode } from './commands/recovery.ts';
import {
  createRoots,
  renewRoots,
  renewSigning,
  startRootsAnew,
  testRootKey,
} from './commands/roots.ts';
import { listPeriods, showSheet } from './commands/show.ts';
import { takeStep } from './commands/submission.ts';
import {
  acceptReply,
  exportKeyring,
  replyToRequest,
  requestEnrolment,
  revokeUnit,
  showFingerprint,
} from './commands/trust.ts';
import { verify, verifyFromOutside } from './commands/verify.ts';
import { atDesk } from './desk.ts';
import type { Desk, Terminal } from './desk.ts';
import { explain } from './help.ts';
import type { Outcome } from './output.ts';

type Work = (desk: Desk, invocation: Invocation) => Promise<Result<Outcome>>;

const works: Readonly<Record<Exclude<CommandName, 'help'>, Work>> = {
  init: initialise,
  restore,
  'user add': addUser,
  'user list': listUsers,
  state: showState,
  periods: listPeriods,
  'keyring fingerprint': showFingerprint,
  'keyring export': exportKeyring,
  'enrol request': requestEnrolment,
  'enrol reply': replyToRequest,
  'enrol accept': acceptReply,
  'enrol revoke': revokeUnit,
  'roots create': createRoots,
  'roots test': testRootKey,
  'roots renew': renewRoots,
  'roots anew': startRootsAnew,
  'signing renew': renewSigning,
  'escrow write': writeEscrow,
  'escrow test': testEscrow,
  'recovery make': makeCode,
  'recovery use': useCode,
  record,
  'excel export': exportExcel,
  'excel import': importExcel,
  show: showSheet,
  submit: takeStep,
  check: takeStep,
  approve: takeStep,
  'approve-on-paper': takeStep,
  return: takeStep,
  revise: takeStep,
  export: exportBundle,
  import: importBundles,
  consolidate,
  'receipt import': importReceipts,
  'issue-catalogue': issueCatalogue,
  'take-catalogue': takeCatalogue,
  print: printReport,
  verify,
};

/** Does what was asked for. Refuses what the services refuse, and `usage`. */
export async function runCommand(
  invocation: Invocation,
  terminal: Terminal,
): Promise<Result<Outcome>> {
  const { command, given } = invocation;
  if (command === 'help') return explain(invocation, terminal.say);
  if (command === 'verify' && given.as === undefined) {
    return verifyFromOutside(invocation, terminal.say);
  }
  return atDesk(invocation, terminal, (desk) => works[command](desk, invocation));
}
