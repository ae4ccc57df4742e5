import type { Arrival } from '#shared/domain/arrival.ts';
import { formatInstant } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { isDecimal } from '#shared/domain/decimal.ts';

import { textCell } from '../excel/grid.ts';
import type { Grid, GridCell } from '../excel/grid.ts';
import { sampleMark } from './period-model.ts';
import type { ExchangeFigure, ExchangePeriod, ExchangeRow } from './period-model.ts';
import { arrivalLines, comparisonSign, gapText, statusWord, verdictWord } from './sheet-words.ts';

type Column = { readonly title: string; readonly width: number };

/** The three sheets of the workbook: the table, the amounts behind it, and where they come from. */
export function sheetsOf(model: ExchangePeriod): readonly Grid[] {
  return [overview(model), amounts(model), sources(model)];
}

const leading: readonly Column[] = [
  { title: 'STT', width: 6 },
  { title: 'Chỉ tiêu', width: 52 },
  { title: 'Đơn vị tính', width: 13 },
  { title: 'Toàn tỉnh', width: 13 },
  { title: 'Tình trạng', width: 13 },
  { title: 'Độ bao phủ (đơn vị đã tính/phải có · tỷ lệ mẫu số)', width: 18 },
  { title: 'Mục tiêu', width: 14 },
  { title: 'Chênh lệch', width: 12 },
  { title: 'Đánh giá', width: 11 },
  { title: 'Ghi chú', width: 30 },
];

function overview(model: ExchangePeriod): Grid {
  const columns: readonly Column[] = [
    ...leading,
    ...model.units.map(({ name }) => ({ title: name, width: 14 })),
  ];
  const above = headLines(model, 'TỔNG HỢP KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU');
  const headFrom = above.length;
  const units = model.units.length;
  const first = leading.length;
  const heads: readonly (readonly GridCell[])[] = [
    [
      ...leading.map(({ title }) => textCell(title, 'head')),
      ...model.units.map((_, at) => textCell(at === 0 ? 'Số liệu của các đơn vị' : '', 'head')),
    ],
    [
      ...leading.map(() => textCell('', 'head')),
      ...model.units.map(({ name }) => textCell(name, 'head')),
    ],
  ];
  return {
    name: 'Tổng hợp',
    widths: columns.map(({ width }) => width),
    frozen: { rows: headFrom + heads.length, columns: 3 },
    headFrom,
    rows: [
      ...above,
      ...heads,
      ...grouped(model.rows, columns.length, (row) => [overviewRow(row, model)]),
    ],
    merges: [
      ...mergedAcross(above.length, first - 1),
      ...leading.map((_, at) => ({
        top: headFrom,
        bottom: headFrom + 1,
        left: at,
        right: at,
      })),
      ...(units > 1
        ? [{ top: headFrom, bottom: headFrom, left: first, right: first + units - 1 }]
        : []),
    ],
  };
}

function overviewRow(row: ExchangeRow, model: ExchangePeriod): readonly GridCell[] {
  const { target, difference } = row;
  return [
    textCell(row.ordinal, 'centre'),
    textCell(row.name, 'text'),
    textCell(row.unitOfMeasure, 'centre'),
    figureCell(row.total, row.decimals),
    textCell(statusWord(row.total), 'centre'),
    textCell(row.isOfProvince ? '' : coverageText(row), 'centre'),
    textCell(target === null ? '' : targetText(target, model.period), 'centre'),
    difference === null
      ? textCell('', 'number')
      : { ...numberCell(difference, row.decimals), isSigned: true },
    textCell(verdictWord(row.verdict), 'centre'),
    textCell(row.total.comment, 'text'),
    ...model.units.map((_, at) => {
      if (row.isOfProvince) return textCell(at === 0 ? 'Tỉnh công bố' : '', 'centre');
      const figure = row.units[at];
      return figure === undefined ? textCell('', 'centre') : figureCell(figure, row.decimals);
    }),
  ];
}

const amountColumns: readonly Column[] = [
  { title: 'STT', width: 6 },
  { title: 'Chỉ tiêu', width: 52 },
  { title: 'Đơn vị', width: 24 },
  { title: 'Đơn vị tính', width: 13 },
  { title: 'Tử số', width: 16 },
  { title: 'Mẫu số', width: 16 },
  { title: 'Thực hiện', width: 13 },
  { title: 'Tình trạng', width: 13 },
  { title: 'Ghi chú', width: 46 },
];

function amounts(model: ExchangePeriod): Grid {
  const above = headLines(model, 'SỐ LIỆU CỦA CÁC ĐƠN VỊ');
  const rows = grouped(model.rows, amountColumns.length, (row) =>
    row.units.map((figure, at) => [
      textCell(row.ordinal, 'centre'),
      textCell(row.name, 'text'),
      textCell(model.units[at]?.name ?? '', 'text'),
      textCell(row.unitOfMeasure, 'centre'),
      amountCell(figure.numerator),
      amountCell(figure.denominator),
      figureCell(figure, row.decimals),
      textCell(statusWord(figure), 'centre'),
      textCell(figure.comment, 'text'),
    ]),
  );
  return plainGrid('Số liệu đơn vị', amountColumns, above, rows, 3);
}

const sourceColumns: readonly Column[] = [
  { title: 'Mã', width: 9 },
  { title: 'Đơn vị', width: 28 },
  { title: 'Tình trạng', width: 20 },
  { title: 'Lần gửi', width: 9 },
  { title: 'Số thứ tự gói', width: 12 },
  { title: 'Tiếp nhận lúc', width: 18 },
  { title: 'Người lập', width: 28 },
  { title: 'Người duyệt', width: 28 },
  { title: 'Tên tệp của gói', width: 48 },
  { title: 'SHA-256 của tệp', width: 70 },
];

function sources(model: ExchangePeriod): Grid {
  const above = headLines(model, 'NGUỒN SỐ LIỆU');
  const rows = model.units.map(({ code, name, source }): readonly GridCell[] => [
    textCell(code, 'centre'),
    textCell(name, 'text'),
    textCell(sourceWord(source), 'centre'),
    source === null ? textCell('', 'number') : numberCell(String(source.revision), 0),
    source === null ? textCell('', 'number') : numberCell(String(source.sequence), 0),
    textCell(source === null ? '' : formatInstant(source.receivedAt), 'centre'),
    textCell(source?.preparedBy ?? '', 'text'),
    textCell(source?.approvedBy ?? '', 'text'),
    textCell(source?.fileName ?? '', 'text'),
    textCell(source?.sha256 ?? '', 'text'),
  ]);
  return plainGrid('Nguồn', sourceColumns, above, rows, 2);
}

const arrivalWords: Readonly<Record<Arrival, string>> = {
  'on-time': 'Đúng thời hạn',
  'sealed-on-time': 'Đóng gói đúng hạn, nhận sau hạn',
  late: 'Gửi sau thời hạn',
};

function sourceWord(source: ExchangePeriod['units'][number]['source']): string {
  if (source === null) return 'Chưa gửi';
  if (source.isReturned) return 'Đã trả lại';
  return arrivalWords[source.arrival];
}

function plainGrid(
  name: string,
  columns: readonly Column[],
  above: Grid['rows'],
  rows: Grid['rows'],
  frozenColumns: number,
): Grid {
  return {
    name,
    widths: columns.map(({ width }) => width),
    frozen: { rows: above.length + 1, columns: frozenColumns },
    headFrom: above.length,
    rows: [...above, columns.map(({ title }) => textCell(title, 'head')), ...rows],
    merges: mergedAcross(above.length, columns.length - 1),
  };
}

/** The lines above a table: what it is, of whom and when, and who is missing from it. */
function headLines(model: ExchangePeriod, title: string): Grid['rows'] {
  return [
    [textCell(title, 'title')],
    [textCell(`${model.area.name} · ${model.periodName}`, 'line')],
    ...(model.isSample ? [[textCell(sampleMark, 'title')]] : []),
    ...arrivalLines(model).map((line) => [textCell(line, 'line')]),
    [
      textCell(
        `Lập lúc ${formatInstant(model.made)}, danh mục phiên bản ${model.catalogue}. "-": không phát sinh; "...": chưa có số liệu.`,
        'line',
      ),
    ],
  ];
}

function mergedAcross(lines: number, right: number): Grid['merges'] {
  return Array.from({ length: lines }, (_, row) => ({ top: row, bottom: row, left: 0, right }));
}

function grouped(
  rows: readonly ExchangeRow[],
  width: number,
  linesOf: (row: ExchangeRow) => Grid['rows'],
): Grid['rows'] {
  return rows.flatMap((row, at) => {
    const heading =
      rows[at - 1]?.group === row.group
        ? []
        : [
            Array.from({ length: width }, (_, column) =>
              textCell(column === 1 ? row.group : '', 'group'),
            ),
          ];
    return [...heading, ...linesOf(row)];
  });
}

function figureCell(figure: ExchangeFigure, decimals: number): GridCell {
  return figure.number === null
    ? textCell(gapText(figure), 'centre')
    : numberCell(figure.number, decimals);
}

function amountCell(amount: string | null): GridCell {
  if (amount === null) return textCell('', 'number');
  return isDecimal(amount) ? numberCell(amount, null) : textCell(amount, 'centre');
}

function numberCell(
  number: string,
  decimals: number | null,
): Extract<GridCell, { readonly kind: 'number' }> {
  return { kind: 'number', number, decimals, isSigned: false, look: 'number' };
}

/** `10/12 · 83,4%`, as the screen says it: the share only where somebody is not counted. */
function coverageText({ coverage, share }: ExchangeRow): string {
  if (coverage === null) return '';
  const { counted, expected } = coverage;
  const units = `${counted}/${expected}`;
  return share === null || counted === expected ? units : `${units} · ${formatDecimal(share)}%`;
}

/** `≥ 90`, with its year or years where they are not the year of the period. */
export function targetText(target: NonNullable<ExchangeRow['target']>, period: string): string {
  const text = `${comparisonSign(target.comparison)} ${formatDecimal(target.value)}`;
  return period.startsWith(target.horizon) ? text : `${text} (${target.horizon})`;
}
