import { Buffer } from 'node:buffer';

import ExcelJS from 'exceljs';

import type { Instant } from '#shared/kit/clock.ts';
import { matchTemplate } from '../../electron/excel/match-template.ts';
import { readWorkbook } from '../../electron/excel/read-workbook.ts';
import type { ExcelTable, TableColumn } from '../../electron/excel/table.ts';
import { writeTemplate } from '../../electron/excel/write-template.ts';
import { compare, interleave, timed } from './rounds.ts';
import type { Comparison } from './rounds.ts';

const roundCount = 15;
const rowCount = 1_000;
const figureCount = 6;

/** Taking in a filled template of 1,000 rows up to its preview, against the library's bare read. */
export async function benchExcel(): Promise<Comparison> {
  const table = tableOf(rowCount);
  const bytes = await writeTemplate(table, words, '2022-08-24T01:00:00.000Z' as Instant);
  const ours = (): Promise<number> =>
    timed(async () => {
      const book = await readWorkbook(bytes);
      if (!book.ok) throw new Error(book.refusal.code);
      const cells = matchTemplate(book.value, table);
      if (!cells.ok) throw new Error(cells.refusal.code);
      const expected = rowCount * (figureCount + 2);
      if (cells.value.length !== expected) throw new Error(`${cells.value.length} cells`);
    });
  const reference = (): Promise<number> =>
    timed(async () => {
      // The library's own Buffer type is an ArrayBuffer; it takes any bytes.
      await new ExcelJS.Workbook().xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
    });
  // The compiler of JavaScript gets to know both before the clock runs.
  for (let warm = 0; warm < 3; warm += 1) {
    await ours();
    await reference();
  }
  return compare(
    {
      what: `import ${rowCount} rows of Excel`,
      unit: 'ms',
      aim: 1.5,
      note: 'guards, reading and the preview of every cell; against the library’s bare read of the same file',
    },
    await interleave(roundCount, ours, reference),
  );
}

const words = {
  ordinal: 'TT',
  name: 'Nội dung',
  unitOfMeasure: 'Đơn vị tính',
  guidance: 'Chỉ nhập vào ô nền vàng.',
  notANumber: 'Ô này nhận số.',
  notInList: 'Hãy chọn trong danh sách.',
  notADay: 'Ô này nhận ngày.',
};

function tableOf(rows: number): ExcelTable {
  const plain = { group: null, unit: null, choices: null, longest: null };
  const figures = Array.from({ length: figureCount }, (_, index): TableColumn => {
    return { ...plain, code: `figure${index}`, header: `Số liệu ${index}`, kind: 'number' };
  });
  const statuses = [{ code: 'official', label: 'Chính thức' }];
  return {
    identity: { form: 'B04', formVersion: 1, catalogueVersion: 1, unit: '291', period: '2022-08' },
    unitName: 'UBND huyện Nam Sách',
    periodName: '8 tháng đầu năm 2022',
    title: 'Số liệu theo xã',
    columns: [
      ...figures,
      { ...plain, code: 'status', header: 'Tình trạng', kind: 'status', choices: statuses },
      { ...plain, code: 'comment', header: 'Ghi chú', kind: 'text' },
    ],
    rows: Array.from({ length: rows }, (_, row) => ({
      code: `R${row}`,
      ordinal: String(row + 1),
      group: null,
      name: `Xã số ${row + 1}`,
      unitOfMeasure: 'hộ',
      cells: Object.fromEntries([
        ...figures.map(({ code }, index) => [code, open(`${row * 7 + index}.${1 + (index % 9)}`)]),
        ['status', open('official')],
        ['comment', open(row % 10 === 0 ? `Ghi chú của xã ${row}` : '')],
      ]),
    })),
  };
}

function open(text: string): { readonly text: string; readonly isOpen: boolean } {
  return { text, isOpen: true };
}
