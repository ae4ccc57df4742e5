import { describe, expect, it, onTestFinished } from 'vitest';

import { approve, fillSheet } from '../../helpers/exchange.ts';
import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import { oneCell, record, rowOf, sheetOf, typedIn } from '../../helpers/sheets.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { districtOffice } from '../../helpers/templates.ts';
import {
  august2022,
  password,
  periodCode,
  setUpOffice,
  temporaryFolder,
} from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;

function district(): Promise<TestOffice> {
  return districtOffice(onTestFinished);
}

describe('recording', () => {
  it('shows what was understood, and the rate as soon as both amounts stand there', async () => {
    const office = await district();
    await record(office, period, 'AGRI_VALUE_PER_HA', 'numerator', '1.425.300,5');
    await record(office, period, 'AGRI_VALUE_PER_HA', 'denominator', '8.120,4');
    const row = rowOf(await sheetOf(office), 'AGRI_VALUE_PER_HA');
    expect(cellOf(row, 'numerator')).toEqual({
      typed: '1.425.300,5',
      canonical: '1425300.5',
      fault: null,
    });
    expect(row.rate).toEqual({ kind: 'number', number: '175.5', decimals: row.decimals });
    office.close();
  });

  it('D16 keeps what it cannot read as a draft with its fault, and shows it again', async () => {
    const office = await district();
    await record(office, period, 'HI_COVERAGE', 'numerator', '92');
    await record(office, period, 'HI_COVERAGE', 'numerator', 'khoảng 92?');
    const sheet = await sheetOf(office);
    expect(cellOf(rowOf(sheet, 'HI_COVERAGE'), 'numerator')).toEqual({
      typed: 'khoảng 92?',
      canonical: '',
      fault: 'number-unreadable',
    });
    expect(sheet.findings.filter(({ row }) => row === 'HI_COVERAGE')).toMatchObject([
      { code: 'cell-unreadable', column: 'numerator', severity: 'error' },
    ]);
    expect(await typedIn(office, 'HI_COVERAGE', 'numerator')).toBe('khoảng 92?');
    office.close();
  });

  it('undoes by recording again: the history keeps every step', async () => {
    const office = await district();
    for (const typed of ['90', '91', '90']) {
      await record(office, period, 'HI_COVERAGE', 'numerator', typed);
    }
    const history = await office.must('sheet.cellHistory', {
      period,
      form: 'B01',
      row: 'HI_COVERAGE',
      column: 'numerator',
    });
    expect(history.map(({ typed }) => typed)).toEqual(['90', '91', '90']);
    expect(history[0]).toMatchObject({ by: 'recorder', fault: null });
    office.close();
  });

  it.each([
    ['GRDP_GROWTH', 'value', 'cell-not-yours'],
    ['GRDP_GROWTH', 'note', 'cell-not-yours'],
    ['DOM_REV_GROWTH_AVG', 'numerator', 'cell-not-yours'],
    ['NO_SUCH_ROW', 'value', 'row-unknown'],
  ] as const)('D62 refuses %s %s of a district: %s', async (row, column, code) => {
    const office = await district();
    const before = storeContents(office);
    expect(await office.refusal('sheet.record', oneCell(row, column, '1'))).toBe(code);
    expect(storeContents(office)).toBe(before);
    office.close();
  });

  it('D62 refuses the province what is summed from its districts', async () => {
    const province = await setUpOffice(temporaryFolder('own', onTestFinished), 'province', '30');
    const summed = oneCell('HI_COVERAGE', 'numerator', '1');
    expect(await province.refusal('sheet.record', summed)).toBe('cell-not-yours');
    await record(province, period, 'GRDP_GROWTH', 'numerator', '1');
    province.close();
  });

  it('refuses a period that the plan does not have, and leaves no trace of it', async () => {
    const office = await district();
    const before = storeContents(office);
    const other = periodCode('2031-05');
    const cell = oneCell('HI_COVERAGE', 'numerator', '1', other);
    expect(await office.refusal('sheet.record', cell)).toBe('period-unknown');
    const sheet = { period: other, form: 'B01' };
    expect(await office.refusal('sheet.open', sheet)).toBe('period-unknown');
    expect(await office.refusal('form.list', { period: other })).toBe('period-unknown');
    for (const action of ['submit', 'revise', 'approve'] as const) {
      const step = { period: other, action, reason: 'x', password };
      expect(await office.refusal('submission.act', step)).toBe('period-unknown');
    }
    expect(storeContents(office)).toBe(before);
    office.close();
  });

  it('shows the previous report beside the figures, "..." where there is none', async () => {
    const office = await district();
    await record(office, period, 'HI_COVERAGE', 'numerator', '92');
    await record(office, period, 'HI_COVERAGE', 'denominator', '100');
    const next = await sheetOf(office, '2023-08');
    const known = rowOf(next, 'HI_COVERAGE');
    const shown = { kind: 'number', number: '92', decimals: known.decimals };
    expect([known.previousPeriod, known.shown['samePeriod']]).toEqual([shown, shown]);
    expect(rowOf(next, 'SI_COVERAGE').previousPeriod).toEqual({ kind: 'missing' });
    office.close();
  });
});

describe('the way of a report through the office', () => {
  it('D64 does not begin while something must be settled first', async () => {
    const office = await district();
    await record(office, period, 'HI_COVERAGE', 'numerator', '92');
    const before = storeContents(office);
    const reply = await office.call('submission.act', {
      period,
      action: 'submit',
      reason: null,
      password,
    });
    expect(reply).toEqual({
      ok: false,
      refusal: { code: 'findings-open', facts: { count: 18 } },
    });
    expect(storeContents(office)).toBe(before);
    office.close();
  });

  it('D21 locks the sheet at the first step; a return with a reason opens it', async () => {
    const office = await district();
    await fillSheet(office);
    await office.must('submission.act', { period, action: 'submit', reason: null, password });
    const before = storeContents(office);
    const reply = await office.call('sheet.record', oneCell('HI_COVERAGE', 'numerator', '1'));
    expect(reply).toMatchObject({
      ok: false,
      refusal: { code: 'sheet-locked', facts: { state: 'awaiting-check' } },
    });
    expect(storeContents(office)).toBe(before);
    expect((await sheetOf(office)).mayRecord).toBe(false);

    await office.signIn('checker');
    const back = { period, action: 'return', reason: '', password: null } as const;
    expect(await office.refusal('submission.act', back)).toBe('reason-missing');
    await office.must('submission.act', { ...back, reason: 'Kiểm tra lại BHYT' });
    await office.signIn('recorder');
    await record(office, period, 'HI_COVERAGE', 'numerator', '93');
    const sheet = await sheetOf(office);
    expect(sheet.submission?.events.map(({ action, by, reason }) => [action, by, reason])).toEqual([
      ['submit', 'recorder', null],
      ['return', 'checker', 'Kiểm tra lại BHYT'],
    ]);
    office.close();
  });

  it('D20 refuses who is not on turn, and changes nothing', async () => {
    const office = await district();
    await fillSheet(office);
    await office.must('submission.act', { period, action: 'submit', reason: null, password });
    await office.signIn('approver');
    const before = storeContents(office);
    for (const [action, code] of [
      ['check', 'action-not-yours'],
      ['approve', 'action-not-now'],
      ['submit', 'action-not-now'],
    ] as const) {
      const step = { period, action, reason: null, password };
      const reply = await office.call('submission.act', step);
      const expected = action === 'submit' ? ['action-not-now', 'findings-open'] : [code];
      expect(reply.ok ? 'granted' : reply.refusal.code).toBeOneOf(expected);
    }
    expect(storeContents(office)).toBe(before);
    office.close();
  });

  it('D21 reopens an approved report as a new revision, with its reason in the history', async () => {
    const office = await district();
    await fillSheet(office);
    await approve(office);
    const revise = {
      period,
      action: 'revise',
      reason: 'Số BHXH cập nhật',
      password: null,
    } as const;
    const view = await office.must('submission.act', revise);
    expect(view).toMatchObject({ revision: 2, state: 'recording', isOpen: true });
    expect(view.events[view.events.length - 1]).toMatchObject({
      action: 'revise',
      revision: 2,
      reason: 'Số BHXH cập nhật',
    });
    office.close();
  });

  it('D22 knows who recorded: another role does not help the same account', async () => {
    const office = await district();
    await fillSheet(office);
    await office.must('submission.act', { period, action: 'submit', reason: null, password });
    // The account that recorded is given the checker's role past the program.
    office.office.store?.exec("UPDATE account SET role = 'checker' WHERE name = 'recorder'");
    await office.must('session.signIn', { name: 'recorder', password });
    const check = { period, action: 'check', reason: null, password: null } as const;
    expect(await office.refusal('submission.act', check)).toBe('preparer-cannot-approve');
    office.close();
  });
});
