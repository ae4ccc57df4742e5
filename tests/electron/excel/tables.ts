import type { Instant } from '#shared/kit/clock.ts';
import type { ExcelTable, TableCell, TableColumn } from '../../../electron/excel/table.ts';
import type { TemplateWords } from '../../../electron/excel/template-layout.ts';
import { writeTemplate } from '../../../electron/excel/write-template.ts';

const now = '2022-08-24T01:00:00.000Z' as Instant;

const words: TemplateWords = {
  ordinal: 'TT',
  name: 'Nội dung',
  unitOfMeasure: 'Đơn vị tính',
  guidance: 'Chỉ nhập vào ô nền vàng nhạt; “-” là không phát sinh, “...” là chưa có số liệu.',
  notANumber: 'Ô này nhận số, “-” hoặc “...”.',
  notInList: 'Hãy chọn trong danh sách.',
  notADay: 'Ô này nhận ngày.',
};

const plain: Omit<TableColumn, 'code' | 'header' | 'kind'> = {
  group: null,
  unit: null,
  choices: null,
  longest: null,
};

export const statuses = [
  { code: 'estimated', label: 'Ước tính' },
  { code: 'provisional', label: 'Sơ bộ' },
  { code: 'official', label: 'Chính thức' },
];

const done = 'Thực hiện trong kỳ';

export const columns: readonly TableColumn[] = [
  { ...plain, code: 'numerator', header: 'Tử số', group: done, kind: 'number', unit: 'người' },
  { ...plain, code: 'denominator', header: 'Mẫu số', group: done, kind: 'number', unit: 'người' },
  { ...plain, code: 'value', header: 'Giá trị', group: done, kind: 'number' },
  { ...plain, code: 'status', header: 'Tình trạng số liệu', kind: 'status', choices: statuses },
  { ...plain, code: 'asOf', header: 'Ngày chốt', kind: 'day' },
  { ...plain, code: 'comment', header: 'Ghi chú', kind: 'text' },
];

export const open = (text: string): TableCell => ({ text, isOpen: true });
export const locked = (text: string): TableCell => ({ text, isOpen: false });

/** A small form with every kind of column, locked cells, cells that are not there, two groups. */
export const sample: ExcelTable = {
  identity: { form: 'B01', formVersion: 1, catalogueVersion: 3, unit: '291', period: '2022-08' },
  unitName: 'UBND huyện Nam Sách',
  periodName: '8 tháng đầu năm 2022',
  title: 'Kết quả thực hiện các chỉ tiêu',
  columns,
  rows: [
    {
      code: 'POVERTY_RATE',
      ordinal: '1',
      group: 'Chỉ tiêu xã hội',
      name: 'Tỷ lệ hộ nghèo đa chiều',
      unitOfMeasure: '%',
      cells: {
        numerator: open('1234'),
        denominator: open('45678'),
        value: locked('2.7'),
        status: open('estimated'),
        asOf: open('2022-08-15'),
        comment: open('Số liệu rà soát;\nchưa chốt'),
      },
    },
    {
      code: 'HEALTH_INSURANCE',
      ordinal: '2',
      group: 'Chỉ tiêu xã hội',
      name: 'Tỷ lệ dân số tham gia bảo hiểm y tế',
      unitOfMeasure: '%',
      cells: { value: open(''), status: open(''), comment: open('') },
    },
    {
      code: 'BUDGET',
      ordinal: '3',
      group: 'Chỉ tiêu kinh tế',
      name: 'Thu ngân sách nhà nước trên địa bàn',
      unitOfMeasure: 'triệu đồng',
      cells: { value: open('123456789.25'), status: open('official'), comment: open('=1+1') },
    },
    {
      code: 'NIL',
      ordinal: '4',
      group: 'Chỉ tiêu kinh tế',
      name: 'Số vụ việc phát sinh',
      unitOfMeasure: 'vụ',
      cells: { value: open('-'), status: open(''), comment: open('') },
    },
    {
      code: 'MISSING',
      ordinal: '5',
      group: 'Chỉ tiêu kinh tế',
      name: 'Diện tích tưới',
      unitOfMeasure: 'ha',
      cells: { value: open('...'), status: open(''), comment: open('') },
    },
  ],
};

/** The table with another text in one cell. */
export function withText(table: ExcelTable, row: string, column: string, text: string): ExcelTable {
  return {
    ...table,
    rows: table.rows.map((each) =>
      each.code === row
        ? { ...each, cells: { ...each.cells, [column]: { text, isOpen: true } } }
        : each,
    ),
  };
}

export function template(table: ExcelTable = sample): Promise<Uint8Array> {
  return writeTemplate(table, words, now);
}
