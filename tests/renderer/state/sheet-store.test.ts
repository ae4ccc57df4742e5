import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { parseInstant, sampleClock } from '#shared/kit/clock.ts';
import type { Route } from '#shared/ipc/router.ts';
import { serveOffice } from '../../../electron/service/handlers.ts';
import { closeOffice, openOffice } from '../../../electron/service/office.ts';
import type { Office } from '../../../electron/service/office.ts';
import { noPorts } from '../../../electron/service/ports.ts';
import { useGrid } from '../../../renderer/state/grid-store.ts';
import { useNavigation } from '../../../renderer/state/navigation-store.ts';
import { useSaveMark } from '../../../renderer/state/save-store.ts';
import { useSession } from '../../../renderer/state/session-store.ts';
import { typedIn, useSheet } from '../../../renderer/state/sheet-store.ts';

const row = 'HI_COVERAGE';
const fillable = { row, column: 'numerator' } as const;
let folder: string;
let office: Office;
let isDiskFull: boolean;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'so-chi-tieu-window-'));
  const now = parseInstant('2022-08-24T08:00+07:00');
  if (now === null) throw new Error('The clock of this test is wrong.');
  isDiskFull = false;
  const settings = { dataFolder: folder, clock: sampleClock(now), ports: noPorts, version: '0' };
  office = openOffice(settings);
  const route = serveOffice(office, (name, fault) => {
    throw new Error(name, { cause: fault });
  });
  const bridge: Route = (name, input) =>
    isDiskFull && name === 'sheet.record'
      ? Promise.resolve({ ok: false, refusal: { code: 'store-unwritable', facts: {} } })
      : route(name, input);
  vi.stubGlobal('window', { soChiTieu: { call: bridge } });
  const account = { name: 'chuyenvien', displayName: 'Chuyên viên', password: 'mat khau 1' };
  await route('setup.create', { side: 'district', unit: '300', account });
  await useSession.getState().refresh();
  await useNavigation.getState().loadPeriods();
  await useSheet.getState().open(useNavigation.getState().period ?? '');
});

afterEach(async () => {
  await useSession.getState().signOut();
  vi.unstubAllGlobals();
  closeOffice(office);
  await rm(folder, { recursive: true });
});

describe('the sheet of the window over real services', () => {
  it('shows a text at once, and says it is saved only after the services did', async () => {
    useSheet.getState().record([{ ...fillable, typed: '118.200' }]);
    expect(typedIn(useSheet.getState(), row, 'numerator')).toBe('118.200');
    expect(useSaveMark.getState().mark.kind).toBe('saving');
    expect(await useSheet.getState().settle()).toBe(true);
    expect(useSaveMark.getState().mark).toMatchObject({ kind: 'saved' });
    const saved = useSheet.getState().view?.rows.find((each) => each.row === row);
    expect(saved?.cells.numerator).toEqual({ typed: '118.200', canonical: '118200', fault: null });
  });

  it('keeps a text that cannot be saved, says so, and saves it later', async () => {
    isDiskFull = true;
    useSheet.getState().record([{ ...fillable, typed: '7' }]);
    expect(await useSheet.getState().settle()).toBe(false);
    expect(useSaveMark.getState().mark).toMatchObject({ kind: 'failed', count: 1 });
    expect(typedIn(useSheet.getState(), row, 'numerator')).toBe('7');
    isDiskFull = false;
    useSheet.getState().retry();
    expect(await useSheet.getState().settle()).toBe(true);
    await useSheet.getState().open('2022-08');
    expect(typedIn(useSheet.getState(), row, 'numerator')).toBe('7');
  });

  it('undoes and redoes by recording the earlier text again', async () => {
    useSheet.getState().record([{ ...fillable, typed: '1' }]);
    useSheet.getState().record([{ ...fillable, typed: '2' }]);
    expect(useSheet.getState().undo()).toMatchObject(fillable);
    await useSheet.getState().settle();
    expect(typedIn(useSheet.getState(), row, 'numerator')).toBe('1');
    useSheet.getState().redo();
    await useSheet.getState().settle();
    expect(typedIn(useSheet.getState(), row, 'numerator')).toBe('2');
  });

  it('takes what is being typed into the sheet when the cursor leaves the cell', async () => {
    const grid = useGrid.getState();
    grid.moveTo({ row, column: 'status' });
    expect(grid.type('ước')).toBe(true);
    grid.moveTo({ row, column: 'note' });
    await useSheet.getState().settle();
    expect(typedIn(useSheet.getState(), row, 'status')).toBe('estimated');
  });

  it('takes nothing where nothing may be typed', () => {
    const grid = useGrid.getState();
    grid.moveTo({ row: 'GRDP_GROWTH', column: 'numerator' });
    expect(grid.type('10')).toBe(false);
    grid.moveTo({ row, column: 'target' });
    expect(grid.edit()).toBe(false);
  });

  it('forgets the sheet of an account that signed out', async () => {
    await useSession.getState().signOut();
    expect(useSheet.getState().view).toBeNull();
    expect(useNavigation.getState().periods).toBeNull();
  });
});
