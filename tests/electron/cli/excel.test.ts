import { join } from 'node:path';

import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { setUpOffice, temporaryFolder } from '../../helpers/world.ts';
import { at, listAt, officer, textAt } from './command.ts';
import type { Officer } from './command.ts';

const which = ['--period', '2022-08', '--form', 'B04'] as const;
const communes = builtInCatalogue.units.filter(({ parent }) => parent === '300');

describe('spreadsheets from the command line', () => {
  const cleanUp: (() => void)[] = [];
  let folder = '';
  let recorder: Officer;

  beforeAll(async () => {
    folder = temporaryFolder('cli-excel', (work) => cleanUp.push(work));
    (await setUpOffice(join(folder, 'huyen'), 'district', '300')).close();
    recorder = officer(join(folder, 'huyen'), 'recorder');
  });
  afterAll(() => {
    for (const work of cleanUp) work();
  });

  it('write a form, show what came back, and record it when told to', async () => {
    const written = await recorder.must('excel', 'export', ...which, '--to', folder);
    const file = textAt(written, 'file');
    expect(file).toBe(join(folder, '300_2022-08_B04.xlsx'));
    const same = await recorder.must('excel', 'import', file, ...which, '--yes');
    expect(at(same, 'recorded')).toBe(0);

    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(file);
    const [sheet] = book.worksheets;
    // The first commune's first two amounts; letters are no number.
    if (sheet === undefined) throw new Error('There is no sheet.');
    sheet.getCell('D7').value = 1250.5;
    sheet.getCell('E7').value = 'nhiều';
    await book.xlsx.writeFile(file);

    const preview = await recorder.ask('excel', 'import', file, ...which);
    expect(preview.exitCode).toBe(1);
    expect(preview.stdout).toContain('1 ô mới, 0 ô thay đổi');
    expect(preview.stdout).toContain('Chưa ghi gì');
    expect(preview.stderr).toMatch(/^X-15 excel-cells-not-taken: /);
    const recorded = await recorder.ask('excel', 'import', file, ...which, '--yes', '--json');
    const { value } = JSON.parse(recorded.stdout);
    expect(value).toMatchObject({ new: 1, refused: 1, recorded: 1 });
    const shown = await recorder.must('show', ...which);
    const [row] = listAt(shown, 'rows').filter((each) => at(each, 'row') === communes[0]?.code);
    expect(JSON.stringify(row)).toContain('"typed":"1.250,5"');
  });

  it('match a table of another layout, and say how far that went', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('Tổng hợp');
    sheet.getRow(1).values = ['TT', 'Xã', 'Số hộ nghèo đa chiều', 'Tổng số hộ dân cư'];
    communes.slice(0, 4).forEach(({ name }, index) => {
      sheet.getRow(2 + index).values = [index + 1, name, 10 + index, 2000 + index];
    });
    const file = join(folder, 'ho ngheo.xlsx');
    await book.xlsx.writeFile(file);
    const ended = await recorder.ask('excel', 'import', file, ...which, '--yes');
    expect(ended.stderr).toBe('');
    expect(ended.exitCode).toBe(0);
    expect(ended.stdout).toContain('ghép được 2 cột, 4/4 dòng');
    expect(ended.stdout).toContain('Đã ghi 8 ô');
  });

  it('refuse a form that there is none of, and a folder that is not there', async () => {
    const unknown = ['--period', '2022-08', '--form', 'B99'];
    expect((await recorder.refused('excel', 'export', ...unknown, '--to', folder)).code).toBe(
      'form-unknown',
    );
    const gone = join(folder, 'khong-co');
    expect((await recorder.refused('excel', 'export', ...which, '--to', gone)).code).toBe(
      'folder-missing',
    );
    expect((await recorder.refused('excel', 'import', gone, ...which)).code).toBe('file-missing');
  });
});
