import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

import ExcelJS from 'exceljs';
import { describe, expect, it, onTestFinished } from 'vitest';

import {
  applying,
  auditOf,
  cellAt,
  communes,
  editedBy,
  exported,
  found,
  isLocked,
  nameOf,
  newFolder,
  newOffice,
  outcomes,
  period,
  previewOf,
} from '../../helpers/excel-files.ts';
import { record, rowOf, sheetOf } from '../../helpers/sheets.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { setUpOffice } from '../../helpers/world.ts';

describe('the rows of a template', () => {
  it('are as high as their texts and grow with what is typed', async () => {
    const office = await newOffice();
    const book = new ExcelJS.Workbook();
    const path = await exported(office, 'B02');
    await book.xlsx.readFile(path);
    const heights = (book.worksheets[0]?.getRows(7, 5) ?? []).map(({ height }) => height);
    expect(Math.max(...heights)).toBeGreaterThan(30);
    const xml = execFileSync('unzip', ['-p', path, 'xl/worksheets/sheet1.xml'], {
      encoding: 'utf8',
    });
    expect(xml).toMatch(/<row r="8" ht="\d+"/);
    expect(xml).not.toContain('customHeight');
  });
});

describe('a form as a template', () => {
  it('is written under a name that says unit, period and form, and never over another file', async () => {
    const office = await newOffice();
    const folder = newFolder();
    const input = { period, form: 'B01', folder: office.pick(folder) };
    expect(await office.must('excel.export', input)).toEqual({ fileName: '300_2022-08_B01.xlsx' });
    await record(office, period, 'HI_COVERAGE', 'numerator', '118250');
    const again = await office.must('excel.export', input);
    expect(again).toEqual({ fileName: '300_2022-08_B01-2.xlsx' });
    expect(readdirSync(folder).sort()).toEqual(['300_2022-08_B01-2.xlsx', '300_2022-08_B01.xlsx']);
    expect(auditOf(office).map(({ action }) => action)).toEqual(['excel.export', 'excel.export']);
  });

  it.each(['B01', 'B02', 'B03', 'B04', 'CS', 'TM'])(
    '%s that comes back as it went changes nothing',
    async (form) => {
      const office = await newOffice();
      const [first] = communes;
      await record(office, period, 'HI_COVERAGE', 'numerator', '118.250,5');
      await record(office, period, 'HI_COVERAGE', 'status', 'estimated');
      await record(office, period, 'IV.1.1', 'state', 'ongoing', 'B02');
      await record(office, period, 'NV.001', 'name', 'Chỉnh trang đô thị', 'B02');
      await record(office, period, 'V.1', 'plan', '45.000', 'B03');
      await record(office, period, first?.code ?? '', 'POVERTY_RATE.numerator', '-', 'B04');
      await record(office, period, 'I', 'text', 'Đã ban hành\nkế hoạch', 'TM');
      const preview = await previewOf(office, await exported(office, form), form);
      expect(preview.free).toBeNull();
      expect(preview.cells.length).toBeGreaterThan(0);
      expect(outcomes(preview)).toEqual({ unchanged: preview.cells.length });
      expect(preview.cells.every(({ reason }) => reason === null)).toBe(true);
    },
  );

  it('also of the period of plans, with the register of projects', async () => {
    const office = await newOffice();
    await record(office, '2022-KH', 'SO_KY_HIEU', 'day', '28/4/2022', 'KH');
    await record(office, '2022-KH', 'DA.001', 'name', 'Trạm y tế Đoàn Tùng', 'DA');
    for (const form of ['KH', 'DA']) {
      const file = await exported(office, form, '2022-KH' as typeof period); // a code of the catalogue
      const input = { period: '2022-KH', form, file: office.pick(file) };
      const preview = await office.must('excel.preview', input);
      expect(outcomes(preview)).toEqual({ unchanged: preview.cells.length });
    }
  });

  it('locks what communes feed and all of it while the report lies with others', async () => {
    const office = await newOffice();
    const [first] = communes;
    await record(office, period, first?.code ?? '', 'POVERTY_RATE.numerator', '12', 'B04');
    await record(office, period, first?.code ?? '', 'POVERTY_RATE.denominator', '2100', 'B04');
    const file = await exported(office);
    await editedBy(file, (sheet) => {
      const fed = cellAt(sheet, nameOf('POVERTY_RATE'), 'Tử số\n');
      expect(fed.value).toBe(12);
      expect(isLocked(fed)).toBe(true);
      fed.value = 13;
      expect(isLocked(cellAt(sheet, nameOf('HI_COVERAGE'), 'Tử số\n'))).toBe(false);
    });
    expect(found(await previewOf(office, file), 'POVERTY_RATE', 'numerator')).toMatchObject({
      outcome: 'refused',
      reason: 'excel-cell-locked',
    });
  });
});

describe('a template that was filled in', () => {
  it('shows what would become new, what would change, and why a cell is not taken', async () => {
    const office = await newOffice();
    await record(office, period, 'HI_COVERAGE', 'numerator', '118250');
    const file = await exported(office);
    await editedBy(file, (sheet) => {
      cellAt(sheet, nameOf('HI_COVERAGE'), 'Tử số\n').value = 119_000.5;
      cellAt(sheet, nameOf('HI_COVERAGE'), 'Mẫu số\n').value = '128.530';
      cellAt(sheet, nameOf('HI_COVERAGE'), 'Tình trạng').value = 'Ước tính';
      cellAt(sheet, nameOf('SI_COVERAGE'), 'Tử số\n').value = 'khoảng 30';
      cellAt(sheet, nameOf('SI_COVERAGE'), 'Mẫu số\n').value = '...';
    });
    const before = storeContents(office);
    const preview = await previewOf(office, file);
    expect(storeContents(office)).toBe(before);
    expect(found(preview, 'HI_COVERAGE', 'numerator')).toMatchObject({
      outcome: 'changed',
      before: '118250',
      after: '119000.5',
    });
    expect(found(preview, 'HI_COVERAGE', 'denominator')).toMatchObject({
      outcome: 'new',
      after: '128530',
    });
    expect(found(preview, 'HI_COVERAGE', 'status').after).toBe('estimated');
    expect(found(preview, 'SI_COVERAGE', 'numerator').reason).toBe('number-unreadable');
    expect(found(preview, 'SI_COVERAGE', 'denominator').after).toBe('...');

    const input = applying(office, file, preview);
    const done = await office.must('excel.apply', input);
    expect(done).toMatchObject({ recorded: 4, overtaken: 0, left: 0, refused: 1 });
    const row = rowOf(await sheetOf(office), 'HI_COVERAGE');
    expect(row.cells['numerator']).toEqual({
      typed: '119.000,5',
      canonical: '119000.5',
      fault: null,
    });
    expect(row.cells['denominator']?.canonical).toBe('128530');
    const last = auditOf(office).at(-1);
    expect(last?.action).toBe('excel.import');
    expect(last?.detail).toContain(preview.sha256);
    const [change] = await office.must('sheet.cellHistory', {
      period,
      form: 'B01',
      row: 'HI_COVERAGE',
      column: 'numerator',
    });
    expect(change?.typed).toBe('119.000,5');

    // The same file once more: nothing is left to take over.
    const again = await previewOf(office, file);
    expect(again.cells.some(({ outcome }) => outcome === 'new' || outcome === 'changed')).toBe(
      false,
    );

    // And back to what was there.
    await office.must('sheet.record', { period, form: 'B01', cells: done.before });
    const restored = rowOf(await sheetOf(office), 'HI_COVERAGE').cells;
    expect(restored['numerator']?.typed).toBe('118250');
    expect(restored['denominator']?.typed).toBe('');
  });

  it('records the accepted cells only, and leaves those that were overtaken', async () => {
    const office = await newOffice();
    const file = await exported(office);
    await editedBy(file, (sheet) => {
      cellAt(sheet, nameOf('HI_COVERAGE'), 'Tử số\n').value = 119_000;
      cellAt(sheet, nameOf('HI_COVERAGE'), 'Mẫu số\n').value = 128_530;
      cellAt(sheet, nameOf('SI_COVERAGE'), 'Tử số\n').value = 30;
    });
    const preview = await previewOf(office, file);
    const all = applying(office, file, preview);
    const [first, second] = all.accepted;
    const accepted = [first, second].flatMap((cell) => cell ?? []);
    await record(office, period, accepted[0]?.row ?? '', accepted[0]?.column ?? '', '119000');
    const done = await office.must('excel.apply', { ...all, accepted });
    expect(done).toMatchObject({ recorded: 1, overtaken: 1, left: 1 });
  });

  it('is refused when it changed after it was looked at', async () => {
    const office = await newOffice();
    const file = await exported(office);
    const fill = (value: number): Promise<void> =>
      editedBy(file, (sheet) => {
        cellAt(sheet, nameOf('HI_COVERAGE'), 'Tử số\n').value = value;
      });
    await fill(1);
    const input = applying(office, file, await previewOf(office, file));
    await fill(2);
    const before = storeContents(office);
    expect(await office.refusal('excel.apply', input)).toBe('file-changed-meanwhile');
    expect(storeContents(office)).toBe(before);
  });

  it('of another form, period or unit is refused', async () => {
    const office = await newOffice();
    const file = office.pick(await exported(office, 'B03'));
    const refusal = (form: string, of: string): Promise<string> =>
      office.refusal('excel.preview', { period: of, form, file });
    expect(await refusal('B01', period)).toBe('excel-other-form');
    expect(await refusal('B03', '2023-08')).toBe('excel-other-period');
    expect(await refusal('B99', period)).toBe('form-unknown');

    const other = await setUpOffice(newFolder(), 'district', '292');
    onTestFinished(() => {
      other.close();
    });
    await other.signIn('recorder');
    const itsOwn = office.pick(await exported(other, 'B03'));
    expect(await office.refusal('excel.preview', { period, form: 'B03', file: itsOwn })).toBe(
      'excel-other-unit',
    );
  });

  it('is not taken while the report lies with others', async () => {
    const office = await newOffice();
    const file = office.pick(await exported(office));
    office.office.store?.exec(
      `INSERT INTO submission (unit_code, period_code, revision, state)
       VALUES ('300', '${period}', 1, 'approved')`,
    );
    expect(await office.refusal('excel.preview', { period, form: 'B01', file })).toBe(
      'sheet-locked',
    );
  });
});
