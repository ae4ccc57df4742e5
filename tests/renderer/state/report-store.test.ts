import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { mainView, useReport } from '../../../renderer/state/report-store.ts';
import { useNavigation } from '../../../renderer/state/navigation-store.ts';
import { useSession } from '../../../renderer/state/session-store.ts';
import { useSheet } from '../../../renderer/state/sheet-store.ts';
import { openTestWindow } from './window.ts';
import type { TestWindow } from './window.ts';

const period = '2022-08';
let window: TestWindow;

const report = () => useReport.getState();

beforeEach(async () => {
  window = await openTestWindow();
  await useNavigation.getState().loadPeriods();
});

afterEach(async () => {
  await window.close();
});

describe('the report of a period in the window', () => {
  it('holds every form with its progress, Biểu 01 first', async () => {
    await report().load(period);
    const codes = ['B01', 'B02', 'B03', 'B04', 'CS', 'TM'];
    expect(report().forms?.map(({ form }) => form)).toEqual(codes);
    expect(report().views?.map(({ form }) => form)).toEqual(codes);
    expect(mainView(report())?.form).toBe('B01');
    // What the services count and what the window derives is the same.
    expect(report().views?.map(({ filled, toFill }) => [filled, toFill])).toEqual(
      report().forms?.map(({ filled, toFill }) => [filled, toFill]),
    );
  });

  it('has the forms of a plan in a period of plans', async () => {
    await report().load('2022-KH');
    expect(report().forms?.map(({ form }) => form)).toEqual(['KH', 'DA']);
    expect(mainView(report())?.form).toBe('KH');
  });

  it('is read after what was typed is on the disk', async () => {
    await useSheet.getState().open(period, 'B03');
    useSheet.getState().record([
      { row: 'V.1', column: 'plan', typed: '100' },
      { row: 'V.1', column: 'inPeriod', typed: '10' },
      { row: 'V.1', column: 'cumulative', typed: '60' },
    ]);
    await report().load(period);
    expect(report().forms?.find(({ form }) => form === 'B03')).toMatchObject({
      filled: 1,
      toFill: 3,
    });
  });

  it('does not show a period that was left meanwhile', async () => {
    window.before(async (name) => {
      if (name === 'form.list') await new Promise((resolve) => setTimeout(resolve, 20));
    });
    await Promise.all([report().load(period), report().load('2022-KH')]);
    expect(report().period).toBe('2022-KH');
    expect(report().forms?.map(({ form }) => form)).toEqual(['KH', 'DA']);
    await Promise.all([report().load('2031-05'), report().load(period)]);
    expect(report()).toMatchObject({ period, refusal: null });
  });

  it('says why it cannot be read, and is there again later', async () => {
    await report().load('2031-05');
    expect(report()).toMatchObject({ refusal: { code: 'period-unknown' }, forms: null });
    await report().load(period);
    expect(report()).toMatchObject({ refusal: null, period });
  });

  it('takes a step and shows what came of it, or why it was refused', async () => {
    await report().load(period);
    const refused = await report().act('submit', null, null);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'findings-open' } });
    expect(mainView(report())?.submission?.state).toBe('recording');
  });

  it('is forgotten when the account signs out', async () => {
    await report().load(period);
    await useSession.getState().signOut();
    expect([report().period, report().forms, report().views]).toEqual([null, null, null]);
  });
});
