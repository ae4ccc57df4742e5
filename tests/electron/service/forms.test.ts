import { describe, expect, it, onTestFinished } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { explanationColumn } from '#shared/catalogue/forms/beside-column.ts';
import { cellOf, shownOf } from '#shared/catalogue/sheets/sheet.ts';
import { rowsOfSheet } from '../../../electron/service/ledger.ts';
import { approve, fillSheet } from '../../helpers/exchange.ts';
import { oneCell, record, rowOf, sheetOf } from '../../helpers/sheets.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { districtOffice } from '../../helpers/templates.ts';
import { august2022, password, setUpOffice, temporaryFolder } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const plan = '2022-KH';
const communes = builtInCatalogue.units
  .filter(({ parent }) => parent === '300')
  .map(({ code }) => code as string);
const [first = '', second = ''] = communes;

async function district(): Promise<TestOffice> {
  const office = await districtOffice(onTestFinished);
  onTestFinished(office.close);
  return office;
}

function auditedRecordings(office: TestOffice): number {
  return (
    office.office.store
      ?.prepare<[], { count: number }>(
        "SELECT COUNT(*) AS count FROM audit_entry WHERE action = 'cell.record'",
      )
      .get()?.count ?? -1
  );
}

describe('the forms of a period', () => {
  it('are listed with how far a district has come with each', async () => {
    const office = await district();
    await fillSheet(office);
    await record(office, period, 'V.1', 'plan', 'năm tỷ', 'B03');
    const forms = await office.must('form.list', { period });
    expect(forms.map(({ form, name, filled, toFill }) => [form, name, filled, toFill])).toEqual([
      ['B01', 'Biểu 01', 18, 18],
      ['B02', 'Biểu 02', 0, 20],
      ['B03', 'Biểu 03', 0, 3],
      ['B04', 'Biểu 04', 0, communes.length],
      ['CS', 'Chính sách', 0, 0],
      ['TM', 'Thuyết minh', 0, 15],
    ]);
    const blocking = forms.filter((form) => form.blocking > 0).map(({ form }) => form);
    expect(blocking).toEqual(['B03']);
    expect(forms.find(({ form }) => form === 'TM')?.appearance).toBe('narrative');
    const plans = await office.must('form.list', { period: plan });
    expect(plans.map(({ form }) => form)).toEqual(['KH', 'DA']);
  });

  it('are Biểu 01 alone for the province', async () => {
    const province = await setUpOffice(temporaryFolder('forms', onTestFinished), 'province', '30');
    onTestFinished(province.close);
    const forms = await province.must('form.list', { period });
    expect(forms.map(({ form }) => form)).toEqual(['B01']);
    for (const form of ['B02', 'B04', 'TM']) {
      expect(await province.refusal('sheet.open', { period, form })).toBe('form-unknown');
    }
  });

  it('are named and counted in the language of the office', async () => {
    const office = await district();
    await office.must('session.setLanguage', { language: 'en' });
    const [form] = await office.must('form.list', { period });
    expect(form).toMatchObject({ name: 'Form 01', title: 'Results of the indicators' });
  });

  it.each([
    [period, 'B09'],
    [period, 'KH'],
    [plan, 'B01'],
  ])('of %s are not %s: form-unknown, and no trace of it', async (of, form) => {
    const office = await district();
    const before = storeContents(office);
    expect(await office.refusal('sheet.open', { period: of, form })).toBe('form-unknown');
    const cell = oneCell('HI_COVERAGE', 'note', 'x', of, form);
    const reply = await office.call('sheet.record', cell);
    expect(reply).toMatchObject({ refusal: { code: 'form-unknown', facts: { form } } });
    expect(storeContents(office)).toBe(before);
  });
});

describe('a row of the unit’s own that was emptied', () => {
  it('is gone, whatever was remarked beside it', async () => {
    const office = await district();
    await record(office, period, 'NV.001', 'progress', '40', 'B02');
    await record(office, period, 'NV.001', 'note.progress', 'theo báo cáo tuần', 'B02');
    const toFill = async () =>
      (await office.must('form.list', { period })).find(({ form }) => form === 'B02')?.toFill;
    expect(await toFill()).toBe(21);
    await record(office, period, 'NV.001', 'progress', '', 'B02');
    expect(await toFill()).toBe(20);
  });
});

describe('cells that are recorded together', () => {
  it('are saved in one transaction, each with its own history and one entry in the log', async () => {
    const office = await district();
    const before = auditedRecordings(office);
    const cells = communes.flatMap((row) => [
      { row, column: 'POVERTY_RATE.numerator', typed: '5' },
      { row, column: 'POVERTY_RATE.denominator', typed: '1.000' },
    ]);
    await office.must('sheet.record', { period, form: 'B04', cells });
    expect(auditedRecordings(office)).toBe(before + 1);
    const opened = await office.must('sheet.open', { period, form: 'B04' });
    expect(opened.cells).toHaveLength(cells.length);
    const place = { period, form: 'B04', row: first, column: 'POVERTY_RATE.denominator' };
    const history = await office.must('sheet.cellHistory', place);
    expect(history.map(({ typed }) => typed)).toEqual(['1.000']);
  });

  it.each([
    ['HI_COVERAGE', 'result', 'cell-not-yours'],
    ['GRDP_GROWTH', 'numerator', 'cell-not-yours'],
    ['NO_SUCH_ROW', 'numerator', 'row-unknown'],
    ['TONG_SO', 'numerator', 'row-unknown'],
  ])('are all refused when one is: %s %s', async (row, column, code) => {
    const office = await district();
    await record(office, period, 'HI_COVERAGE', 'note', 'trước');
    const before = storeContents(office);
    const reply = await office.call('sheet.record', {
      period,
      form: 'B01',
      cells: [
        { row: 'HI_COVERAGE', column: 'note', typed: 'sau' },
        { row, column, typed: '1' },
        { row: 'SI_COVERAGE', column: 'note', typed: 'sau' },
      ],
    });
    expect(reply).toEqual({ ok: false, refusal: { code, facts: { row, column } } });
    expect(storeContents(office)).toBe(before);
  });

  it('leave nothing behind when the disk refuses one of them', async () => {
    const office = await district();
    const before = storeContents(office);
    office.office.store?.exec(`CREATE TEMP TRIGGER interruption BEFORE INSERT ON cell_change
      WHEN NEW.row_code = 'SI_COVERAGE' BEGIN SELECT RAISE(ABORT, 'interrupted'); END`);
    const cells = ['HI_COVERAGE', 'SI_COVERAGE', 'POVERTY_RATE'].map((row) => ({
      row,
      column: 'note',
      typed: 'x',
    }));
    const reply = await office.call('sheet.record', { period, form: 'B01', cells });
    expect(reply.ok).toBe(false);
    office.office.store?.exec('DROP TRIGGER interruption');
    expect(storeContents(office)).toBe(before);
  });

  it('may name a cell twice: the last text stands, both are in its history', async () => {
    const office = await district();
    const place = { row: 'HI_COVERAGE', column: 'numerator' };
    const cells = [
      { ...place, typed: '1' },
      { ...place, typed: '2' },
    ];
    await office.must('sheet.record', { period, form: 'B01', cells });
    expect(cellOf(rowOf(await sheetOf(office), place.row), 'numerator').typed).toBe('2');
    const history = await office.must('sheet.cellHistory', { period, form: 'B01', ...place });
    expect(history.map(({ typed }) => typed)).toEqual(['2', '1']);
  });

  it('keep what cannot be read as a draft beside the others', async () => {
    const office = await district();
    const cells = [
      { row: 'SO_KY_HIEU', column: 'content', typed: '45/KH-UBND' },
      { row: 'SO_KY_HIEU', column: 'day', typed: '31/4/2022' },
      { row: 'HI_COVERAGE', column: 'target', typed: '92,5' },
    ];
    await office.must('sheet.record', { period: plan, form: 'KH', cells });
    const sheet = await sheetOf(office, plan, 'KH');
    expect(cellOf(rowOf(sheet, 'SO_KY_HIEU'), 'day')).toEqual({
      typed: '31/4/2022',
      canonical: '',
      fault: 'day-unreadable',
    });
    await record(office, plan, 'SO_KY_HIEU', 'day', '30/4/2022', 'KH');
    const again = rowOf(await sheetOf(office, plan, 'KH'), 'SO_KY_HIEU');
    expect(cellOf(again, 'day')).toMatchObject({ canonical: '2022-04-30', fault: null });
    const ownTarget = shownOf(rowOf(await sheetOf(office), 'HI_COVERAGE'), 'ownTarget');
    expect(ownTarget).toMatchObject({ kind: 'number', number: '92.5' });
  });
});

describe('rows that a unit adds itself', () => {
  it('are recorded under their own codes, and shown with one more to begin', async () => {
    const office = await district();
    await office.must('sheet.record', {
      period,
      form: 'B02',
      cells: [
        { row: 'NV.001', column: 'name', typed: 'Diễn tập phòng thủ' },
        { row: 'NV.001', column: 'state', typed: 'ongoing' },
      ],
    });
    const own = (await sheetOf(office, period, 'B02')).rows.filter(({ isOwn }) => isOwn);
    expect(own.map(({ row, name }) => [row, name])).toEqual([
      ['NV.001', 'Diễn tập phòng thủ'],
      ['NV.002', ''],
    ]);
    for (const row of ['NV.401', 'NV.1', 'XX.001']) {
      const cell = oneCell(row, 'name', 'x', period, 'B02');
      expect(await office.refusal('sheet.record', cell)).toBe('row-unknown');
    }
  });

  it('are, in the register, the rows of projects of Biểu 03', async () => {
    const office = await district();
    await record(office, plan, 'DA.001', 'name', 'Trường THCS Lê Quý Đôn', 'DA');
    await record(office, plan, 'DA.001', 'source', 'NSDP', 'DA');
    await office.must('sheet.record', {
      period,
      form: 'B03',
      cells: [
        { row: 'DA.001', column: 'plan', typed: '1.000' },
        { row: 'DA.001', column: 'inPeriod', typed: '250' },
        { row: 'DA.001', column: 'cumulative', typed: '250' },
      ],
    });
    const row = rowOf(await sheetOf(office, period, 'B03'), 'DA.001');
    expect([row.name, row.isAnswered]).toEqual(['Trường THCS Lê Quý Đôn', true]);
    expect(shownOf(row, 'rate')).toMatchObject({ kind: 'number', number: '25' });
    const name = oneCell('DA.001', 'name', 'x', period, 'B03');
    expect(await office.refusal('sheet.record', name)).toBe('cell-not-yours');
  });
});

describe('Biểu 04', () => {
  it('takes the communes of the district, and of no other', async () => {
    const office = await district();
    const other = builtInCatalogue.units.find(({ parent }) => parent === '288')?.code ?? '';
    const column = 'POVERTY_RATE.numerator';
    const foreign = oneCell(other, column, '1', period, 'B04');
    expect(await office.refusal('sheet.record', foreign)).toBe('row-unknown');
    const rate = oneCell(first, 'POVERTY_RATE.result', '1', period, 'B04');
    expect(await office.refusal('sheet.record', rate)).toBe('cell-not-yours');
    await record(office, period, first, column, '1', 'B04');
  });

  it('gives Biểu 01, its print and its bundle the sums of the communes', async () => {
    const office = await district();
    await fillSheet(office);
    await office.must('sheet.record', {
      period,
      form: 'B04',
      cells: communes.flatMap((row) => [
        { row, column: 'POVERTY_RATE.numerator', typed: row === second ? '12' : '10' },
        { row, column: 'POVERTY_RATE.denominator', typed: '1.000' },
      ]),
    });
    const row = rowOf(await sheetOf(office), 'POVERTY_RATE');
    const sum = String(communes.length * 10 + 2);
    expect([row.fedBy, cellOf(row, 'numerator').canonical]).toEqual(['B04', sum]);
    const sealed = rowsOfSheet(office.office, period).find(
      ({ indicator }) => indicator.code === 'POVERTY_RATE',
    );
    expect(sealed?.observation).toMatchObject({
      numerator: { kind: 'number', number: sum },
      denominator: { kind: 'number', number: `${String(communes.length)}000` },
      value: { kind: 'empty' },
      status: 'estimated',
    });
    expect(sealed?.figure).toMatchObject({ kind: 'number', number: '1.01' });
    const [total] = (await sheetOf(office, period, 'B04')).rows;
    expect(total?.isTotal).toBe(true);
  });
});

describe('a report with several forms', () => {
  const submit = { period, action: 'submit', reason: null, password } as const;

  it('D64 is not sent while a fault stands in any of them', async () => {
    const office = await district();
    await fillSheet(office);
    await record(office, period, 'V.1', 'plan', 'năm tỷ', 'B03');
    const before = storeContents(office);
    const reply = await office.call('submission.act', submit);
    expect(reply).toMatchObject({ refusal: { code: 'findings-open' } });
    expect(storeContents(office)).toBe(before);
    await record(office, period, 'V.1', 'plan', '', 'B03');
    await office.must('submission.act', submit);
  });

  it('is not sent before what is odd was explained; the explanation is kept beside it', async () => {
    const office = await district();
    await fillSheet(office);
    await office.must('sheet.record', {
      period,
      form: 'B03',
      cells: [
        { row: 'V.1', column: 'plan', typed: '100' },
        { row: 'V.1', column: 'inPeriod', typed: '20' },
        { row: 'V.1', column: 'cumulative', typed: '150' },
      ],
    });
    expect(await office.refusal('submission.act', submit)).toBe('findings-open');
    const [finding] = (await sheetOf(office, period, 'B03')).findings.filter(
      ({ isBlocking }) => isBlocking,
    );
    if (finding === undefined) throw new Error('Nothing is odd.');
    expect(finding).toMatchObject({ severity: 'explain', row: 'V.1', explanation: null });
    const column = explanationColumn(finding.check, finding.column);
    await record(office, period, 'V.1', column, 'Được ứng vốn năm sau', 'B03');
    const after = await sheetOf(office, period, 'B03');
    expect(after.findings).toContainEqual({
      ...finding,
      explanation: 'Được ứng vốn năm sau',
      isBlocking: false,
    });
    await office.must('submission.act', submit);
  });

  it('is not sent while something that was taken over is not confirmed', async () => {
    const office = await district();
    await fillSheet(office);
    const cell = { row: 'IV.1.1', column: 'lead', typed: 'Phòng Y tế' };
    const sheet = { period, form: 'B02' };
    const cells = [
      { row: 'IV.1.1', column: 'state', typed: 'notApplicable' },
      { ...cell, isCarried: true },
    ];
    await office.must('sheet.record', { ...sheet, cells });
    const view = await sheetOf(office, period, 'B02');
    expect(view.findings.filter(({ isBlocking }) => isBlocking)).toMatchObject([
      { code: 'cell-carried', row: 'IV.1.1', column: 'lead' },
    ]);
    expect(await office.refusal('submission.act', submit)).toBe('findings-open');
    await office.must('sheet.record', { ...sheet, cells: [cell] });
    await office.must('submission.act', submit);
  });

  it('D21 is locked as a whole, and its plan is not', async () => {
    const office = await district();
    await fillSheet(office);
    await approve(office);
    for (const [form, row, column] of [
      ['B02', 'IV.1.1', 'result'],
      ['B03', 'V.1', 'note'],
      ['B04', first, 'POVERTY_RATE.numerator'],
      ['TM', 'I', 'text'],
    ] as const) {
      const cell = oneCell(row, column, '1', period, form);
      expect(await office.refusal('sheet.record', cell)).toBe('sheet-locked');
      expect((await sheetOf(office, period, form)).mayRecord).toBe(false);
    }
    await record(office, plan, 'DA.001', 'name', 'Đường trục xã', 'DA');
  });

  it('D22 knows who recorded in any of its forms', async () => {
    const office = await district();
    await fillSheet(office);
    // The checker records a task as if the role allowed it, then gets the role back.
    office.office.store?.exec("UPDATE account SET role = 'recorder' WHERE name = 'checker'");
    await office.signIn('checker');
    await record(office, period, 'IV.1.1', 'lead', 'Phòng Y tế', 'B02');
    await record(office, period, 'IV.1.1', 'state', 'notApplicable', 'B02');
    office.office.store?.exec("UPDATE account SET role = 'checker' WHERE name = 'checker'");
    await office.signIn('recorder');
    await office.must('submission.act', submit);
    await office.signIn('checker');
    const check = { period, action: 'check', reason: null, password: null } as const;
    expect(await office.refusal('submission.act', check)).toBe('preparer-cannot-approve');
  });
});
