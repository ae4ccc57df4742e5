import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { matchTemplate } from '../../../electron/excel/match-template.ts';
import type { PreviewCell } from '../../../electron/excel/preview.ts';
import { readWorkbook } from '../../../electron/excel/read-workbook.ts';
import type { ExcelTable } from '../../../electron/excel/table.ts';
import { columns, open, sample, template, withText } from './tables.ts';

/** A template as somebody filled it in: opened, changed and saved by a spreadsheet. */
async function filled(
  bytes: Uint8Array,
  change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('The template has no sheet.');
  change(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Cells of a template share their styles, so the changed one gets its own. */
function format(sheet: ExcelJS.Worksheet, address: string, numFmt: string): void {
  const cell = sheet.getCell(address);
  cell.style = { ...cell.style, numFmt };
}

async function match(bytes: Uint8Array, table: ExcelTable = sample): ReturnType<typeof matched> {
  return matched(bytes, table);
}

async function matched(
  bytes: Uint8Array,
  table: ExcelTable,
): Promise<ReturnType<typeof matchTemplate>> {
  const book = await readWorkbook(bytes);
  if (!book.ok) throw new Error(JSON.stringify(book.refusal));
  return matchTemplate(book.value, table);
}

async function cellsOf(
  bytes: Uint8Array,
  table: ExcelTable = sample,
): Promise<readonly PreviewCell[]> {
  const found = await match(bytes, table);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
}

/** All that is not unchanged, short. */
async function news(bytes: Uint8Array, table: ExcelTable = sample): Promise<unknown[]> {
  return (await cellsOf(bytes, table))
    .filter(({ outcome }) => outcome !== 'unchanged')
    .map(({ address, before, after, outcome, reason }) => [
      address,
      before,
      after,
      outcome,
      reason,
    ]);
}

async function codeOf(bytes: Uint8Array, table: ExcelTable): Promise<unknown> {
  const found = await match(bytes, table);
  return found.ok ? 'ok' : found.refusal.code;
}

describe('a template that comes back', () => {
  it('changes nothing when nobody touched it', async () => {
    const cells = await cellsOf(await template());
    expect(cells.length).toBe(6 + 4 * 3);
    expect(new Set(cells.map(({ outcome }) => outcome))).toEqual(new Set(['unchanged']));
    expect(cells.filter(({ before, after }) => before !== after)).toEqual([]);
  });

  it('changes nothing when a spreadsheet only opened and saved it', async () => {
    expect(await news(await filled(await template(), () => undefined))).toEqual([]);
  });

  it('changes nothing for any texts and figures of a form', async () => {
    const decimal = fc
      .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, places]) => {
        const padded = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
        const fraction = padded.slice(padded.length - places).replace(/0+$/, '');
        const whole = padded.slice(0, padded.length - places);
        const isZero = !/[1-9]/.test(padded);
        return `${digits < 0n && !isZero ? '-' : ''}${whole}${places === 0 || fraction === '' ? '' : `.${fraction}`}`;
      });
    const figure = fc.oneof(decimal, fc.constantFrom('', '-', '...'));
    const text = fc.string({ unit: 'binary', maxLength: 60 }).map((each) =>
      each
        .replace(/\r\n?/g, '\n')
        .replace(/\p{Cs}/gu, '')
        .normalize('NFC')
        .trim(),
    );
    const day = fc
      .date({ min: new Date('1890-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const row = fc.tuple(figure, figure, text, day, fc.constantFrom('estimated', 'official', ''));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (values) => {
        const table: ExcelTable = {
          ...sample,
          rows: values.map(([numerator, value, comment, asOf, status], index) => ({
            code: `R${index}`,
            ordinal: String(index),
            group: index % 3 === 0 ? null : `Nhóm ${index % 2}`,
            name: `Dòng ${index}`,
            unitOfMeasure: index % 2 === 0 ? '%' : 'người',
            cells: {
              numerator: open(numerator),
              value: open(value),
              comment: open(comment),
              asOf: open(asOf),
              status: open(status),
            },
          })),
        };
        expect(await news(await template(table), table)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('tells new, changed and refused apart, with a reason', async () => {
    const bytes = await filled(await template(), (sheet) => {
      sheet.getCell('D8').value = 1240;
      sheet.getCell('F9').value = '92,5';
      sheet.getCell('G9').value = 'sơ bộ';
      sheet.getCell('I9').value = '  Đã đối chiếu  ';
      sheet.getCell('F11').value = 'nhiều';
      sheet.getCell('G11').value = 'gần đúng';
      sheet.getCell('H8').value = '31/8/2022';
      sheet.getCell('I8').value = null;
    });
    expect(await news(bytes)).toEqual([
      ['D8', '1234', '1240', 'changed', null],
      ['H8', '2022-08-15', '2022-08-31', 'changed', null],
      ['I8', 'Số liệu rà soát;\nchưa chốt', '', 'changed', null],
      ['F9', '', '92.5', 'new', null],
      ['G9', '', 'provisional', 'new', null],
      ['I9', '', 'Đã đối chiếu', 'new', null],
      ['F11', '123456789.25', '123456789.25', 'refused', 'number-unreadable'],
      ['G11', 'official', 'official', 'refused', 'status-unknown'],
    ]);
  });

  it('understands what spreadsheets make of typing', async () => {
    const bytes = await filled(await template(), (sheet) => {
      sheet.getCell('F9').value = 0.925;
      format(sheet, 'F9', '0.0%');
      sheet.getCell('F11').value = new Date('2022-02-06T00:00:00Z');
      format(sheet, 'F11', 'dd/mm/yyyy');
      sheet.getCell('F12').value = { formula: 'SUM(F1:F9)', result: 12 };
      sheet.getCell('F13').value = { formula: 'NOW()' };
      sheet.getCell('D8').value = 0.5;
      format(sheet, 'D8', '0%');
      sheet.getCell('E8').value = { error: '#REF!' };
      sheet.getCell('I12').value = 6.5;
    });
    expect(await news(bytes)).toEqual([
      ['D8', '1234', '1234', 'refused', 'excel-cell-is-percent'],
      ['E8', '45678', '45678', 'refused', 'excel-cell-has-error'],
      ['F9', '', '92.5', 'new', null],
      ['F11', '123456789.25', '123456789.25', 'refused', 'excel-cell-is-date'],
      ['F12', '-', '12', 'changed', null],
      ['I12', '', '6,5', 'new', null],
      ['F13', '...', '...', 'refused', 'excel-formula-without-value'],
    ]);
    const assumed = (await cellsOf(bytes)).filter(({ isAssumed }) => isAssumed);
    expect(assumed.map(({ address }) => address)).toEqual(['F9']);
  });

  it('converts texts of old fonts and shows them as they were', async () => {
    const bytes = await filled(await template(), (sheet) => {
      sheet.getCell('I9').value = 'B¶o hiÓm y tÕ';
      const cell = sheet.getCell('I9');
      cell.style = { ...cell.style, font: { name: '.VnTime' } };
    });
    expect((await cellsOf(bytes)).find(({ address }) => address === 'I9')).toMatchObject({
      after: 'Bảo hiểm y tế',
      outcome: 'new',
      legacy: { encoding: 'tcvn3', before: 'B¶o hiÓm y tÕ' },
    });
  });

  it('refuses locked cells, moved rows and moved columns', async () => {
    const bytes = await filled(await template(), (sheet) => {
      sheet.getCell('F8').value = 99;
      const [budget, nil] = [sheet.getCell('B11').value, sheet.getCell('B12').value];
      sheet.getCell('B11').value = nil;
      sheet.getCell('B12').value = budget;
    });
    const found = await cellsOf(bytes);
    const reasons = (code: string): unknown[] =>
      found.filter(({ reason }) => reason === code).map(({ address }) => address);
    expect(reasons('excel-cell-locked')).toEqual(['F8']);
    expect(reasons('excel-row-moved')).toEqual(['F11', 'G11', 'I11', 'F12', 'G12', 'I12']);
    const moved = await filled(await template(), (sheet) => {
      sheet.getCell('I5').value = 'Nguồn';
    });
    expect(
      (await cellsOf(moved)).filter(({ reason }) => reason === 'excel-column-moved'),
    ).toHaveLength(5);
  });

  it('never undoes what was recorded here since the export', async () => {
    const bytes = await filled(await template(), (sheet) => {
      sheet.getCell('E8').value = 50_000;
    });
    const newer = withText(
      withText(sample, 'POVERTY_RATE', 'numerator', '2000'),
      'POVERTY_RATE',
      'denominator',
      '46000',
    );
    const cells = await cellsOf(bytes, newer);
    expect(cells.find(({ address }) => address === 'D8')).toMatchObject({
      outcome: 'unchanged',
      before: '2000',
      after: '2000',
      reason: 'excel-cell-newer-here',
    });
    expect(cells.find(({ address }) => address === 'E8')).toMatchObject({
      outcome: 'changed',
      before: '46000',
      after: '50000',
      reason: 'excel-cell-changed-on-both-sides',
    });
  });

  it('refuses what the form no longer has, when somebody filled it in', async () => {
    const bytes = await filled(await template(), (sheet) => {
      sheet.getCell('F9').value = 1;
      sheet.getCell('I8').value = 'khác';
    });
    const smaller: ExcelTable = {
      ...sample,
      columns: columns.filter(({ code }) => code !== 'comment'),
      rows: sample.rows.filter(({ code }) => code !== 'HEALTH_INSURANCE'),
    };
    expect(await news(bytes, smaller)).toEqual([
      [
        'I8',
        'Số liệu rà soát;\nchưa chốt',
        'Số liệu rà soát;\nchưa chốt',
        'refused',
        'excel-column-unknown',
      ],
      ['F9', '', '', 'refused', 'excel-row-unknown'],
    ]);
  });

  it('is refused whole when it is of another unit, period, form or newer catalogue', async () => {
    const bytes = await template();
    const other = (change: Partial<ExcelTable['identity']>): ExcelTable => ({
      ...sample,
      identity: { ...sample.identity, ...change },
    });
    expect(await codeOf(bytes, other({ unit: '288' }))).toBe('excel-other-unit');
    expect(await codeOf(bytes, other({ period: '2023-08' }))).toBe('excel-other-period');
    expect(await codeOf(bytes, other({ form: 'B02' }))).toBe('excel-other-form');
    expect(await codeOf(bytes, other({ catalogueVersion: 2 }))).toBe('excel-newer-catalogue');
    expect(await codeOf(bytes, other({ catalogueVersion: 4 }))).toBe('ok');
    const plain = new ExcelJS.Workbook();
    plain.addWorksheet('B01').getCell('A1').value = 1;
    const foreign = new Uint8Array(await plain.xlsx.writeBuffer());
    expect(await codeOf(foreign, sample)).toBe('excel-not-a-template');
  });
});
