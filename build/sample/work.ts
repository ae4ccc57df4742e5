import { join } from 'node:path';

import type { Side } from '#shared/domain/role.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { Desk } from './desk.ts';
import { sampleAccounts, samplePassword, samplePeriod } from './people.ts';
import type { SampleRow } from './values.ts';

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

/** Records sample rows, cell by cell; gives the number of cells. */
export async function recordRows(desk: Desk, rows: readonly SampleRow[]): Promise<number> {
  const cells = rows.flatMap(({ row, cells: own }) => own.map((cell) => ({ row, ...cell })));
  for (const cell of cells) await desk.must('sheet.record', { period: samplePeriod, ...cell });
  return cells.length;
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
  const { submission } = await desk.must('sheet.open', { period: samplePeriod });
  if (submission === null) throw new Error('there is no report of this period');
  return submission.state;
}
