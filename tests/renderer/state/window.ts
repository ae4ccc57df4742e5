import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { vi } from 'vitest';

import { parseInstant, sampleClock } from '#shared/kit/clock.ts';
import type { CallName } from '#shared/ipc/contract.ts';
import type { Route } from '#shared/ipc/router.ts';
import { serveOffice } from '../../../electron/service/handlers.ts';
import { closeOffice, openOffice } from '../../../electron/service/office.ts';
import { noPorts } from '../../../electron/service/ports.ts';
import { useSession } from '../../../renderer/state/session-store.ts';

/** A window over the real services of district 300, as its stores see it. */
export type TestWindow = {
  /** Calls that were made so far, by name. */
  readonly calls: readonly CallName[];
  /** Lets saving fail, as on a full disk, as long as it says so. */
  readonly setDiskFull: (isFull: boolean) => void;
  /** What a call does before it reaches the services: to make it slow. */
  readonly before: (work: (name: CallName) => Promise<void>) => void;
  /** Makes a call past the window, as another window or the command line would. */
  readonly route: Route;
  readonly close: () => Promise<void>;
};

/** Opens an office in a new folder; its first account, a recorder, is signed in. */
export async function openTestWindow(): Promise<TestWindow> {
  const folder = await mkdtemp(path.join(tmpdir(), 'so-chi-tieu-window-'));
  const now = parseInstant('2022-08-24T08:00+07:00');
  if (now === null) throw new Error('The clock of this test is wrong.');
  const office = openOffice({
    dataFolder: folder,
    clock: sampleClock(now),
    ports: noPorts,
    version: '0',
  });
  const route = serveOffice(office, (name, fault) => {
    throw new Error(name, { cause: fault });
  });
  const calls: CallName[] = [];
  let isDiskFull = false;
  let before: (name: CallName) => Promise<void> = () => Promise.resolve();
  const bridge: Route = async (name, input) => {
    calls.push(name as CallName); // the window's client knows no other names
    await before(name as CallName);
    return isDiskFull && name === 'sheet.record'
      ? { ok: false, refusal: { code: 'store-unwritable', facts: {} } }
      : route(name, input);
  };
  vi.stubGlobal('window', { soChiTieu: { call: bridge } });
  const account = { name: 'chuyenvien', displayName: 'Chuyên viên', password: 'mat khau 1' };
  await route('setup.create', { side: 'district', unit: '300', account });
  await useSession.getState().refresh();
  return {
    calls,
    setDiskFull: (isFull) => {
      isDiskFull = isFull;
    },
    before: (work) => {
      before = work;
    },
    route,
    close: async () => {
      await useSession.getState().signOut();
      vi.unstubAllGlobals();
      closeOffice(office);
      await rm(folder, { recursive: true });
    },
  };
}
