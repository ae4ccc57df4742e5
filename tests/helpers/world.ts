import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { closeOffice, openOffice } from '../../electron/service/office.ts';
import type { Office } from '../../electron/service/office.ts';
import { serveOffice } from '../../electron/service/handlers.ts';
import { noPorts } from '../../electron/service/ports.ts';
import type { Ports } from '../../electron/service/ports.ts';
import { createClient } from '#shared/ipc/client.ts';
import type { Client } from '#shared/ipc/client.ts';
import type { CallInput, CallName, CallOutput } from '#shared/ipc/contract.ts';
import { parseInstant, sampleClock } from '#shared/kit/clock.ts';
import type { Clock, Instant } from '#shared/kit/clock.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { Role } from '#shared/domain/role.ts';

/** The password of everybody in tests. */
export const password = 'mat-khau-thu-nghiem';

/** A folder that is removed when the test ends. */
export function temporaryFolder(name: string, onEnd: (work: () => void) => void): string {
  const folder = mkdtempSync(join(tmpdir(), `sct-${name}-`));
  onEnd(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** The morning of 24/8/2022 in Viet Nam, six days before the first deadline. */
export function augustClock(at = '2022-08-24T08:00+07:00'): Clock {
  const instant = parseInstant(at);
  if (instant === null) throw new Error(`${at} is no instant.`);
  return sampleClock(instant);
}

/** A clock that stands still until a test sets it, forwards or backwards. */
export function movableClock(start: string): Clock & { readonly set: (at: string) => void } {
  let now = instantOf(start);
  return {
    now: () => now,
    isSample: true,
    set: (at) => {
      now = instantOf(at);
    },
  };
}

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`${text} is no instant.`);
  return instant;
}

export const august2022: PeriodCode = periodCode('2022-08');

export function periodCode(text: string): PeriodCode {
  const code = parsePeriodCode(text);
  if (code === null) throw new Error(`${text} is no period code.`);
  return code;
}

/** An office of a test: real services over a real file, called as a window calls them. */
export type TestOffice = {
  readonly office: Office;
  readonly call: Client;
  /** Calls, and fails the test with the refusal's code when the call is refused. */
  readonly must: <Name extends CallName>(
    name: Name,
    input: CallInput<Name>,
  ) => Promise<CallOutput<Name>>;
  /** Calls, and gives the code of the refusal; fails the test when it was granted. */
  readonly refusal: <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<string>;
  readonly signIn: (name: string) => Promise<void>;
  /** The handle of a folder or file, as if somebody had picked it. */
  readonly pick: (path: string) => string;
  readonly close: () => void;
};

/** Opens an office over a data folder. Faults inside services fail the test. */
export function openTestOffice(
  dataFolder: string,
  clock: Clock = augustClock(),
  ports: Ports = noPorts,
): TestOffice {
  const office = openOffice({ dataFolder, clock, ports, version: '0.0.0-test' });
  const faults: unknown[] = [];
  const call = createClient(
    serveOffice(office, (_call, fault) => {
      faults.push(fault);
    }),
  );
  const must: TestOffice['must'] = async (name, input) => {
    const reply = await call(name, input);
    if (!reply.ok) {
      const fault = faults
        .map((one) => (one instanceof Error ? one.stack : String(one)))
        .join('\n');
      throw new Error(`${name}: ${JSON.stringify(reply.refusal)}\n${fault}`);
    }
    return reply.value;
  };
  return {
    office,
    call,
    must,
    refusal: async (name, input) => {
      const reply = await call(name, input);
      if (reply.ok) throw new Error(`${name} was granted.`);
      if (reply.refusal.code === 'internal-fault') throw faults[0];
      return reply.refusal.code;
    },
    signIn: async (name) => {
      await must('session.signIn', { name, password });
    },
    pick: (path) => office.places.remember(path).handle,
    close: () => {
      closeOffice(office);
    },
  };
}

/** Sets an office up with one account for each role of its side, named after the role. */
export async function setUpOffice(
  dataFolder: string,
  side: 'district' | 'province',
  unit: string,
  clock?: Clock,
): Promise<TestOffice> {
  const office = openTestOffice(dataFolder, clock);
  const [first, ...others]: readonly Role[] =
    side === 'district' ? ['recorder', 'checker', 'approver'] : ['receiver', 'consolidator'];
  if (first === undefined) throw new Error('A side has a first role.');
  await office.must('setup.create', {
    side,
    unit,
    account: { name: first, displayName: '', password },
  });
  for (const role of others) {
    await office.must('account.add', {
      name: role,
      displayName: '',
      role,
      password,
      ownPassword: password,
    });
  }
  return office;
}
