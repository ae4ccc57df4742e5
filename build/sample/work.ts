import { join } from 'node:path';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Side } from '#shared/domain/role.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import type { Desk } from './desk.ts';
import { sampleAccounts, samplePassword, samplePeriod } from './people.ts';
import type { SampleRow } from './values.ts';

/** The form that the sample figures are of: Biểu 01. */
const sampleForm = 'B01';

/** Sets an office up with its sample accounts; the first one stays signed in. */
export async function setUp(desk: Desk, side: Side, unit: string): Promise<void> {
  const [first, ...others] = sampleAccounts(side);
  const { name, displayName } = first;
  await desk.must('setup.create', {
    side,
    unit,
    account: { name, displayName, password: samplePassword },
  });
  for (const account of others) {
    await desk.must('account.add', {
      ...account,
      password: samplePassword,
      ownPassword: samplePassword,
    });
  }
}

/** First trust between a district and the province, carried on the stick. */
export async function introduce(district: Desk, province: Desk, stick: string): Promise<void> {
  const request = await district.must('trust.writeRequest', {
    folder: await district.pickFolder(stick),
    password: samplePassword,
  });
  const reply = await province.must('trust.enrol', {
    file: await province.pickFile(join(stick, request.fileName), 'enrolment'),
    fingerprint: request.trust.ownFingerprint,
    folder: await province.pickFolder(stick),
    password: samplePassword,
  });
  const trust = await district.must('trust.acceptKeyring', {
    file: await district.pickFile(join(stick, reply.fileName), 'keyring'),
    fingerprint: reply.trust.ownFingerprint,
  });
  if (!trust.isEnrolled) throw new Error('the reply does not name this office');
}

/** Records sample rows of Biểu 01, all at once; gives the number of cells. */
export async function recordRows(desk: Desk, rows: readonly SampleRow[]): Promise<number> {
  const cells = rows.flatMap(({ row, cells: own }) => own.map((cell) => ({ row, ...cell })));
  await desk.must('sheet.record', { period: samplePeriod, form: sampleForm, cells });
  return cells.length;
}

/** Biểu 01 of an office as its window shows it, in Vietnamese. */
export async function openSample(desk: Desk): Promise<SheetView> {
  const opened = await desk.must('sheet.open', { period: samplePeriod, form: sampleForm });
  return viewSheet(builtInCatalogue, opened, 'vi');
}

/** Takes the filled sheet through submission, check and approval, each by its own account. */
export async function approve(desk: Desk): Promise<void> {
  const actions = { recorder: 'submit', checker: 'check', approver: 'approve' } as const;
  for (const { name, role } of sampleAccounts('district')) {
    if (role === 'receiver' || role === 'consolidator') continue;
    await desk.must('session.signIn', { name, password: samplePassword });
    await desk.must('submission.act', {
      period: samplePeriod,
      action: actions[role],
      reason: null,
      password: samplePassword,
    });
  }
}

/** Seals the approved period and writes the bundle to the stick. */
export async function sealTo(desk: Desk, stick: string): Promise<CallOutput<'bundle.copy'>> {
  const sealed = await desk.must('bundle.seal', { period: samplePeriod, password: samplePassword });
  return desk.must('bundle.copy', { id: sealed.id, folder: await desk.pickFolder(stick) });
}

/** The state of a district's report; throws when there is none yet. */
export async function reportState(desk: Desk): Promise<string> {
  const { submission } = await openSample(desk);
  if (submission === null) throw new Error('there is no report of this period');
  return submission.state;
}
