import { describe, expect, it, onTestFinished } from 'vitest';

import { rowOf, sheetOf } from '../../helpers/sheets.ts';
import { districtOffice } from '../../helpers/templates.ts';
import { auditOf } from '../../helpers/store-contents.ts';
import { movableClock, openTestOffice, password } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const start = '2022-08-24T01:00:00Z';
const clock = movableClock(start);

async function office(): Promise<TestOffice> {
  clock.set(start);
  return districtOffice(onTestFinished, { clock });
}

async function wrongly(desk: TestOffice, times: number): Promise<readonly string[]> {
  const codes: string[] = [];
  for (let time = 0; time < times; time += 1) {
    codes.push(await desk.refusal('session.signIn', { name: 'checker', password: 'sai' }));
  }
  return codes;
}

async function waitOf(desk: TestOffice): Promise<unknown> {
  const reply = await desk.call('session.signIn', { name: 'checker', password });
  return reply.ok ? 'signed in' : reply.refusal.facts['seconds'];
}

describe('signing in', () => {
  it('gives the session its account, and signing out takes it away', async () => {
    const desk = await office();
    await desk.must('session.signOut', {});
    expect((await desk.must('session.state', {})).account).toBeNull();
    expect(await desk.refusal('period.list', {})).toBe('sign-in-first');
    const state = await desk.must('session.signIn', { name: 'checker', password });
    expect(state.account).toMatchObject({ name: 'checker', role: 'checker' });
    expect(state.accountNames.map(({ name }) => name)).toEqual(['recorder', 'checker', 'approver']);
    desk.close();
  });

  it('does not say whether name or password was wrong', async () => {
    const desk = await office();
    await desk.must('session.signOut', {});
    for (const [name, typed] of [
      ['checker', 'sai'],
      ['checker', ''],
      ['nobody', password],
      ['__proto__', password],
    ] as const) {
      const reply = await desk.call('session.signIn', { name, password: typed });
      expect(reply).toEqual({ ok: false, refusal: { code: 'sign-in-failed', facts: {} } });
    }
    desk.close();
  });

  it('waits after five failures, each time twice as long, and never longer than 15 minutes', async () => {
    const desk = await office();
    await desk.must('session.signOut', {});
    expect(new Set(await wrongly(desk, 5))).toEqual(new Set(['sign-in-failed']));
    expect(await waitOf(desk)).toBe(30);
    let now = Date.parse(start);
    for (const expected of [60, 120, 240, 480, 900, 900]) {
      now += 900_000;
      clock.set(new Date(now).toISOString());
      expect(await wrongly(desk, 1)).toEqual(['sign-in-failed']);
      expect(await waitOf(desk)).toBe(expected);
    }
    desk.close();
  });

  it('leaves a trace of every wait', async () => {
    const desk = await office();
    await wrongly(desk, 4);
    expect(auditOf(desk, 'sign-in.wait')).toEqual([]);
    await wrongly(desk, 1);
    expect(auditOf(desk, 'sign-in.wait')).toEqual([
      { actor: 'checker', role: 'checker', object: 'session', detail: '5' },
    ]);
    desk.close();
  });

  it('waits for the others alone, and is over when the clock says so', async () => {
    const desk = await office();
    await desk.must('session.signOut', {});
    await wrongly(desk, 5);
    clock.set('2022-08-24T01:00:29Z');
    expect(await waitOf(desk)).toBe(1);
    await desk.signIn('approver');
    await desk.must('session.signOut', {});
    clock.set('2022-08-24T01:00:30Z');
    expect(await waitOf(desk)).toBe('signed in');
    await desk.must('session.signOut', {});
    expect(await wrongly(desk, 4)).not.toContain('sign-in-wait');
    desk.close();
  });

  it('still waits after the program was closed and opened again', async () => {
    const desk = await office();
    await wrongly(desk, 5);
    desk.close();
    const again = openTestOffice(desk.office.dataFolder, clock);
    expect(await waitOf(again)).toBe(30);
    again.close();
  });

  it('does not wait for years when the clock was years ahead', async () => {
    clock.set(start);
    const desk = await office();
    clock.set('2031-01-01T00:00:00Z');
    await wrongly(desk, 5);
    clock.set(start);
    expect(await waitOf(desk)).toBe('signed in');
    desk.close();
  });

  it('guards the office’s keys as well: passwords asked for later count alike', async () => {
    const desk = await office();
    const folder = desk.pick(desk.office.dataFolder);
    const attempt = () => desk.refusal('trust.writeRequest', { folder, password: 'sai' });
    const codes = [];
    for (let time = 0; time < 6; time += 1) codes.push(await attempt());
    expect(codes).toEqual([...Array<string>(5).fill('password-wrong'), 'sign-in-wait']);
    const reply = await desk.call('trust.writeRequest', { folder, password });
    expect(reply).toMatchObject({ ok: false, refusal: { code: 'sign-in-wait' } });
    desk.close();
  });
});

describe('the language', () => {
  it('is Vietnamese until somebody chooses the other, and stays chosen', async () => {
    const desk = await office();
    expect((await desk.must('session.state', {})).language).toBe('vi');
    await desk.must('session.setLanguage', { language: 'en' });
    const [period] = await desk.must('period.list', {});
    desk.close();
    const again = openTestOffice(desk.office.dataFolder, clock);
    expect((await again.must('session.state', {})).language).toBe('en');
    await again.signIn('recorder');
    const view = await sheetOf(again);
    expect(rowOf(view, 'HI_COVERAGE').name).toMatch(/insurance/i);
    expect(period?.daysLeft).toBeTypeOf('number');
    again.close();
  });
});
