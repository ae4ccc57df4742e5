import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { everyChange, isFiltering, useHistory } from '../../../renderer/state/history-store.ts';
import { restoreValue } from '../../../renderer/state/restore-value.ts';
import { useSession } from '../../../renderer/state/session-store.ts';
import { typedIn, useSheet } from '../../../renderer/state/sheet-store.ts';
import { openTestWindow } from './window.ts';
import type { TestWindow } from './window.ts';

const period = '2022-08';
const row = 'HI_COVERAGE';
let window: TestWindow;

const history = () => useHistory.getState();
const lines = () =>
  history().changes?.map(({ before, after }) => `${before.text}>${after.text}`) ?? null;

/** Types texts into one cell, one after the other, in one transaction each. */
async function type(column: string, ...texts: readonly string[]): Promise<void> {
  await useSheet.getState().open(period, 'B01');
  for (const typed of texts) {
    useSheet.getState().record([{ row, column, typed }]);
    await useSheet.getState().settle();
  }
}

beforeEach(async () => {
  window = await openTestWindow();
});

afterEach(async () => {
  await window.close();
});

describe('the history of the window over real services', () => {
  it('is read with what is still on its way to the disk', async () => {
    await type('numerator', '1');
    useSheet.getState().record([{ row, column: 'numerator', typed: '2' }]);
    await history().open(period);
    expect(lines()).toEqual(['1>2', '>1']);
    expect(history().isReading).toBe(false);
  });

  it('keeps what it shows until the answer to another filter comes', async () => {
    await type('numerator', '1', '2');
    await history().open(period);
    const asked = history().choose({ text: 'không có' });
    expect(lines()).toEqual(['1>2', '>1']);
    expect(history().isReading).toBe(true);
    await asked;
    expect(lines()).toEqual([]);
    expect(isFiltering(history().filter)).toBe(true);
    await history().choose(everyChange);
    expect(lines()).toHaveLength(2);
  });

  it('drops an answer that a later question overtook', async () => {
    await type('numerator', '1');
    await type('note', 'ghi chú');
    await history().open(period);
    let isFirst = true;
    window.before(async () => {
      if (!isFirst) return;
      isFirst = false;
      await new Promise((resolve) => setTimeout(resolve, 30));
    });
    await Promise.all([
      history().choose({ text: 'khong co' }),
      history().choose({ text: 'ghi chu' }),
    ]);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(lines()).toEqual(['>ghi chú']);
  });

  it('goes on page by page, and reads again as much as it shows', async () => {
    await type('numerator', '1');
    const cells = Array.from({ length: 220 }, (_, at) => ({
      row,
      column: 'denominator',
      typed: String(at + 1),
    }));
    await window.route('sheet.record', { period, form: 'B01', cells });
    await history().open(period);
    expect([lines()?.length, lines()?.[0], history().next === null]).toEqual([
      100,
      '219>220',
      false,
    ]);
    await history().more();
    await history().more();
    await history().more();
    expect([lines()?.length, lines()?.at(-1), history().next]).toEqual([221, '>1', null]);
    await type('numerator', '3');
    await history().again();
    expect([lines()?.length, lines()?.[0]]).toEqual([222, '1>3']);
  });

  it('shows one row when a sheet asked for it, and everything of another period', async () => {
    await type('numerator', '1');
    history().showRow(period, 'B01', { code: 'SI_COVERAGE', name: 'BHXH' });
    await history().open(period);
    expect(lines()).toEqual([]);
    await history().open('2023-08');
    expect(history().filter).toEqual(everyChange);
    expect(lines()).toEqual([]);
  });

  it('says why it could not be read, and forgets everything at sign-out', async () => {
    await history().open('2031-05');
    expect(history().refusal?.code).toBe('period-unknown');
    await useSession.getState().signOut();
    expect(history()).toMatchObject({ period: null, changes: null, refusal: null });
  });
});

describe('an earlier value', () => {
  const cell = { period, form: 'B01', row, column: 'numerator' };

  it('is recorded again as a new change; the sheet can undo it as well', async () => {
    await type('numerator', '92', '29');
    expect(await restoreValue(cell, '92')).toBe('29');
    expect(typedIn(useSheet.getState(), row, 'numerator')).toBe('92');
    await history().open(period);
    expect(lines()).toEqual(['29>92', '92>29', '>92']);
    useSheet.getState().undo();
    await useSheet.getState().settle();
    await history().again();
    expect(lines()?.[0]).toBe('92>29');
  });

  it('comes back in a form that is not the one on the screen', async () => {
    await type('numerator', '92');
    const task = { row: 'IV.1.1', column: 'lead', typed: 'Phòng Y tế' };
    await window.route('sheet.record', { period, form: 'B02', cells: [task] });
    await window.route('sheet.record', { period, form: 'B02', cells: [{ ...task, typed: '' }] });
    const place = { period, form: 'B02', row: 'IV.1.1', column: 'lead' };
    expect(await restoreValue(place, 'Phòng Y tế')).toBe('');
    await history().open(period);
    expect(history().changes?.[0]).toMatchObject({ form: 'B02', now: 'Phòng Y tế' });
  });

  it('stays where it was when the disk is full', async () => {
    await type('numerator', '92', '29');
    window.setDiskFull(true);
    expect(await restoreValue(cell, '92')).toBeNull();
    window.setDiskFull(false);
    useSheet.getState().retry();
    expect(await useSheet.getState().settle()).toBe(true);
  });
});
