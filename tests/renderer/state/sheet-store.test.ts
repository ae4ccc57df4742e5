import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { useGrid } from '../../../renderer/state/grid-store.ts';
import { useNavigation } from '../../../renderer/state/navigation-store.ts';
import { useSaveMark } from '../../../renderer/state/save-store.ts';
import { useSession } from '../../../renderer/state/session-store.ts';
import { typedIn, useSheet } from '../../../renderer/state/sheet-store.ts';
import { openTestWindow } from './window.ts';
import type { TestWindow } from './window.ts';

const row = 'HI_COVERAGE';
const fillable = { row, column: 'numerator' } as const;
const period = '2022-08';
let window: TestWindow;

const sheet = () => useSheet.getState();
const textOf = (column: string, of = row) => typedIn(sheet(), of, column);

/** A row as it is shown at the moment. */
function shownRow(code = row): SheetRow {
  const found = sheet().view?.rows.find((each) => each.row === code);
  if (found === undefined) throw new Error(`There is no row ${code}.`);
  return found;
}

beforeEach(async () => {
  window = await openTestWindow();
  await useNavigation.getState().loadPeriods();
  await sheet().open(useNavigation.getState().period ?? '', 'B01');
});

afterEach(async () => {
  await window.close();
});

describe('the sheet of the window over real services', () => {
  it('shows a text at once, and says it is saved only after the services did', async () => {
    sheet().record([{ ...fillable, typed: '118.200' }]);
    expect(textOf('numerator')).toBe('118.200');
    expect(useSaveMark.getState().mark.kind).toBe('saving');
    expect(await sheet().settle()).toBe(true);
    expect(useSaveMark.getState().mark).toMatchObject({ kind: 'saved' });
    const saved = cellOf(shownRow(), 'numerator');
    expect(saved).toEqual({ typed: '118.200', canonical: '118200', fault: null });
  });

  it('shows what follows from a text without asking the services', () => {
    const before = window.calls.length;
    sheet().record([
      { ...fillable, typed: '92' },
      { row, column: 'denominator', typed: '100' },
    ]);
    expect(shownRow().rate).toMatchObject({ kind: 'number', number: '92' });
    expect(sheet().view?.filled).toBe(1);
    expect(window.calls.slice(before)).toEqual(['sheet.record']);
  });

  it('saves a pasted block in one transaction', async () => {
    const before = window.calls.length;
    sheet().record(
      ['HI_COVERAGE', 'SI_COVERAGE', 'POVERTY_RATE'].flatMap((each) => [
        { row: each, column: 'numerator', typed: '1' },
        { row: each, column: 'denominator', typed: '2' },
      ]),
    );
    await sheet().settle();
    expect(window.calls.slice(before)).toEqual(['sheet.record']);
    expect(sheet().view?.filled).toBe(3);
  });

  it('keeps a text that cannot be saved, says so, and saves it later', async () => {
    window.setDiskFull(true);
    sheet().record([{ ...fillable, typed: '7' }]);
    expect(await sheet().settle()).toBe(false);
    expect(useSaveMark.getState().mark).toMatchObject({ kind: 'failed', count: 1 });
    expect(textOf('numerator')).toBe('7');
    window.setDiskFull(false);
    sheet().retry();
    expect(await sheet().settle()).toBe(true);
    await sheet().open(period, 'B01');
    expect(textOf('numerator')).toBe('7');
  });

  it('saves the good cells of a block in which one is refused, and keeps that one', async () => {
    sheet().record([
      { ...fillable, typed: '7' },
      { row: 'GRDP_GROWTH', column: 'numerator', typed: '8' },
      { row, column: 'denominator', typed: '9' },
    ]);
    expect(await sheet().settle()).toBe(false);
    expect(sheet().unsaved.failed).toMatchObject([
      { edit: { row: 'GRDP_GROWTH', typed: '8' }, refusal: { code: 'cell-not-yours' } },
    ]);
    sheet().discard({ period, form: 'B01', row: 'GRDP_GROWTH', column: 'numerator', typed: '8' });
    await sheet().open(period, 'B01');
    expect([textOf('numerator'), textOf('denominator')]).toEqual(['7', '9']);
    expect(textOf('numerator', 'GRDP_GROWTH')).toBe('');
  });

  it('forgets the sheet of an account that signed out', async () => {
    await useSession.getState().signOut();
    expect(sheet().view).toBeNull();
    expect(useNavigation.getState().periods).toBeNull();
  });
});

describe('what is just being typed', () => {
  it('is seen in what follows from it, and in nothing that is kept', async () => {
    sheet().record([{ row, column: 'denominator', typed: '200' }]);
    await sheet().settle();
    const before = window.calls.length;
    sheet().preview({ ...fillable, typed: '50' });
    expect(shownRow().rate).toMatchObject({ kind: 'number', number: '25' });
    expect(textOf('numerator')).toBe('');
    sheet().preview({ ...fillable, typed: '50.' });
    expect(shownRow().findings.map(({ code }) => code)).toContain('cell-unreadable');
    sheet().preview(null);
    expect(shownRow().rate).toEqual({ kind: 'empty' });
    expect(await sheet().settle()).toBe(true);
    expect(window.calls.slice(before)).toEqual([]);
    expect(sheet().undo()).toMatchObject({ column: 'denominator' });
  });

  it('gives way when it is taken in, and leaves no trace when it is as before', async () => {
    sheet().preview({ ...fillable, typed: '9' });
    sheet().record([{ ...fillable, typed: '95' }]);
    expect(cellOf(shownRow(), 'numerator').typed).toBe('95');
    await sheet().settle();
    sheet().preview({ ...fillable, typed: '95x' });
    const before = window.calls.length;
    sheet().record([{ ...fillable, typed: '95' }]);
    expect(cellOf(shownRow(), 'numerator').typed).toBe('95');
    expect(window.calls.slice(before)).toEqual([]);
    sheet().undo();
    expect(textOf('numerator')).toBe('');
    expect(sheet().undo()).toBeNull();
  });

  it('is taken into the sheet when the cursor leaves the cell', async () => {
    const grid = useGrid.getState();
    grid.moveTo({ row, column: 'status' });
    expect(grid.type('ước')).toBe(true);
    grid.moveTo({ row, column: 'note' });
    await sheet().settle();
    expect(textOf('status')).toBe('estimated');
  });

  it('is dropped by Escape', () => {
    const grid = useGrid.getState();
    grid.moveTo({ row, column: 'numerator' });
    grid.type('12');
    expect(cellOf(shownRow(), 'numerator').typed).toBe('12');
    grid.cancel();
    expect(cellOf(shownRow(), 'numerator').typed).toBe('');
    grid.moveTo({ row, column: 'denominator' });
    expect([textOf('numerator'), sheet().undo()]).toEqual(['', null]);
  });

  it('does not close the result that it is typed into', async () => {
    const grid = useGrid.getState();
    grid.moveTo({ row, column: 'result' });
    expect(grid.type('9')).toBe(true);
    expect(grid.type('91,5')).toBe(true);
    grid.commit();
    await sheet().settle();
    expect([textOf('value'), shownRow().rate]).toMatchObject(['91,5', { number: '91.5' }]);
  });

  it('is taken nowhere where nothing may be typed', () => {
    const grid = useGrid.getState();
    for (const [of, column] of [
      ['GRDP_GROWTH', 'numerator'],
      [row, 'provinceTarget'],
      [row, 'samePeriod'],
      ['NO_SUCH_ROW', 'numerator'],
    ] as const) {
      grid.moveTo({ row: of, column });
      expect([grid.type('10'), grid.edit()]).toEqual([false, false]);
    }
  });
});

describe('undo and redo', () => {
  it('record the earlier text again', async () => {
    sheet().record([{ ...fillable, typed: '1' }]);
    sheet().record([{ ...fillable, typed: '2' }]);
    expect(sheet().undo()).toMatchObject(fillable);
    await sheet().settle();
    expect(textOf('numerator')).toBe('1');
    sheet().redo();
    await sheet().settle();
    expect(textOf('numerator')).toBe('2');
    await sheet().open(period, 'B01');
    expect(textOf('numerator')).toBe('2');
  });

  it('take a block back at once, in one transaction', async () => {
    sheet().record([{ ...fillable, typed: '1' }]);
    sheet().record([
      { ...fillable, typed: '5' },
      { row, column: 'denominator', typed: '6' },
      { row: 'SI_COVERAGE', column: 'note', typed: 'x' },
    ]);
    await sheet().settle();
    const before = window.calls.length;
    sheet().undo();
    await sheet().settle();
    expect(window.calls.slice(before)).toEqual(['sheet.record']);
    expect([textOf('numerator'), textOf('denominator')]).toEqual(['1', '']);
    expect(textOf('note', 'SI_COVERAGE')).toBe('');
  });

  it('bring back a typed result that amounts took the place of', async () => {
    sheet().record([{ row, column: 'value', typed: '95' }]);
    sheet().record([{ ...fillable, typed: '5' }]);
    expect([textOf('numerator'), textOf('value')]).toEqual(['5', '']);
    sheet().undo();
    expect([textOf('numerator'), textOf('value')]).toEqual(['', '95']);
    await sheet().settle();
  });

  it('are of one sheet, and go on when it is opened again', async () => {
    sheet().record([{ ...fillable, typed: '1' }]);
    sheet().record([{ ...fillable, typed: '2' }]);
    sheet().undo();
    await sheet().open(period, 'B03');
    expect(sheet().undo()).toBeNull();
    await sheet().open(period, 'B01');
    expect([sheet().redo()?.column, textOf('numerator')]).toEqual(['numerator', '2']);
    sheet().undo();
    sheet().undo();
    expect(textOf('numerator')).toBe('');
    await sheet().settle();
  });

  it('go back to where something else came into the sheet, and no further', async () => {
    sheet().record([{ ...fillable, typed: '1' }]);
    sheet().record([{ row: 'SI_COVERAGE', column: 'note', typed: 'x' }]);
    await sheet().open(period, 'B03');
    await window.route('sheet.record', {
      period,
      form: 'B01',
      cells: [{ ...fillable, typed: '7' }],
    });
    await sheet().open(period, 'B01');
    expect(sheet().undo()?.column).toBe('note');
    expect([sheet().undo(), textOf('numerator')]).toEqual([null, '7']);
  });

  it('heed what came into the very sheet that is open, as from a file', async () => {
    sheet().record([{ ...fillable, typed: '1' }]);
    await sheet().settle();
    await window.route('sheet.record', {
      period,
      form: 'B01',
      cells: [{ ...fillable, typed: '7' }],
    });
    await sheet().open(period, 'B01');
    expect([sheet().undo(), textOf('numerator')]).toEqual([null, '7']);
  });
});

describe('texts that were refused', () => {
  it('are shown again when the sheet is opened again, and let go when told to', async () => {
    sheet().record([{ ...fillable, typed: '6' }]);
    await sheet().settle();
    window.setDiskFull(true);
    sheet().record([{ ...fillable, typed: '7' }]);
    await sheet().settle();
    await sheet().open(period, 'B02');
    expect(useSaveMark.getState().mark).toMatchObject({ kind: 'failed', count: 1 });
    await sheet().open(period, 'B01');
    expect(textOf('numerator')).toBe('7');
    sheet().discard({ period, form: 'B01', ...fillable, typed: '7' });
    expect(textOf('numerator')).toBe('6');
    expect(cellOf(shownRow(), 'numerator').canonical).toBe('6');
    expect(useSaveMark.getState().mark.kind).toBe('saved');
  });

  it('of another form are let go without touching the one that is open', async () => {
    await sheet().open(period, 'B03');
    window.setDiskFull(true);
    sheet().record([{ row: 'V.1', column: 'plan', typed: '5' }]);
    await sheet().settle();
    await sheet().open(period, 'B01');
    sheet().discard({ period, form: 'B03', row: 'V.1', column: 'plan', typed: '5' });
    window.setDiskFull(false);
    await sheet().open(period, 'B03');
    expect([textOf('plan', 'V.1'), sheet().unsaved.failed]).toEqual(['', []]);
  });
});

describe('what the report before says', () => {
  const later = '2023-08';

  beforeEach(async () => {
    await sheet().open(period, 'B03');
    sheet().record([
      { row: 'V.1', column: 'plan', typed: '900' },
      { row: 'V.1', column: 'cumulative', typed: '200' },
      { row: 'V.2', column: 'plan', typed: '-' },
      { row: 'V.3', column: 'plan', typed: 'năm' },
    ]);
    await sheet().open(later, 'B03');
  });

  const carried = () => sheet().view?.findings.filter(({ code }) => code === 'cell-carried') ?? [];

  it('is taken over in one step where it makes sense, marked until it is confirmed', async () => {
    sheet().record([{ row: 'V.2', column: 'plan', typed: '5' }]);
    const before = window.calls.length;
    expect(sheet().carry()).toBe(1);
    expect([textOf('plan', 'V.1'), textOf('cumulative', 'V.1')]).toEqual(['900', '']);
    expect([textOf('plan', 'V.2'), textOf('plan', 'V.3')]).toEqual(['5', '']);
    expect(carried()).toMatchObject([{ row: 'V.1', column: 'plan', isBlocking: true }]);
    await sheet().settle();
    expect(window.calls.slice(before).every((name) => name === 'sheet.record')).toBe(true);
    await sheet().open(later, 'B03');
    expect(carried()).toHaveLength(1);
    sheet().confirmCarried();
    await sheet().settle();
    await sheet().open(later, 'B03');
    expect([carried(), textOf('plan', 'V.1')]).toEqual([[], '900']);
    expect(sheet().carry()).toBe(0);
  });

  it('is confirmed by typing it again, and taken back by undo', async () => {
    expect(sheet().carry()).toBe(2);
    sheet().record([{ row: 'V.1', column: 'plan', typed: '900' }]);
    expect(carried().map(({ row }) => row)).toEqual(['V.2']);
    await sheet().settle();
    sheet().undo();
    expect(carried()).toHaveLength(2);
    sheet().undo();
    expect([textOf('plan', 'V.1'), textOf('plan', 'V.2'), carried()]).toEqual(['', '', []]);
    sheet().redo();
    expect(carried()).toHaveLength(2);
  });
});

describe('opening a sheet', () => {
  it('waits for what was typed before: nothing old is shown over it', async () => {
    window.before(async (name) => {
      if (name === 'sheet.record') await new Promise((resolve) => setTimeout(resolve, 30));
    });
    sheet().record([{ ...fillable, typed: '44' }]);
    await sheet().open(period, 'B01');
    expect([textOf('numerator'), sheet().unsaved.waiting]).toEqual(['44', []]);
  });

  it('keeps what is typed while it is read', async () => {
    window.before(async (name) => {
      if (name === 'sheet.open') await new Promise((resolve) => setTimeout(resolve, 30));
    });
    const opening = sheet().open(period, 'B01');
    await new Promise((resolve) => setTimeout(resolve, 10));
    sheet().record([{ ...fillable, typed: '45' }]);
    await opening;
    expect(textOf('numerator')).toBe('45');
  });

  it('shows the last one that was wanted, whichever answer comes last', async () => {
    let isFirst = true;
    window.before(async (name) => {
      if (name !== 'sheet.open') return;
      const delay = isFirst ? 40 : 1;
      isFirst = false;
      await new Promise((resolve) => setTimeout(resolve, delay));
    });
    await Promise.all([sheet().open(period, 'B02'), sheet().open(period, 'B03')]);
    expect(sheet().view?.form).toBe('B03');
  });

  it('says why there is none', async () => {
    await sheet().open(period, 'KH');
    expect(sheet().refusal).toMatchObject({ code: 'form-unknown', facts: { form: 'KH' } });
    await sheet().open(period, 'B01');
    expect([sheet().refusal, sheet().view?.form]).toEqual([null, 'B01']);
  });

  it('puts the cursor where there is something to fill', async () => {
    expect(useGrid.getState().active?.column).toBe('numerator');
    await sheet().open(period, 'B03');
    expect(useGrid.getState().active).toEqual({ row: 'V.1', column: 'plan' });
  });
});
