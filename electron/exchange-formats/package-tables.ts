import { lineColumns } from './line-columns.ts';
import type { LineColumn } from './line-columns.ts';
import type { ExchangePeriod } from './period-model.ts';

export const figureColumns = ['TIME_PERIOD', ...lineColumns] as const;
export const indicatorColumns = [
  'INDICATOR',
  'ORDINAL',
  'GROUP',
  'NAME',
  'UNIT_MEASURE',
  'DECIMALS',
] as const;
export const unitColumns = [
  'REF_AREA',
  'NAME',
  'ROLE',
  'REVISION',
  'SEQUENCE',
  'RECEIVED_AT',
  'STATE',
  'FILE_NAME',
  'FILE_SHA256',
] as const;

type Records<Column extends string> = readonly Readonly<Record<Column, string>>[];

/** What a reader needs of the indicators to read their figures. */
export function indicatorRecords(
  model: ExchangePeriod,
): Records<(typeof indicatorColumns)[number]> {
  return model.rows.map((row) => ({
    INDICATOR: row.indicator,
    ORDINAL: row.ordinal,
    GROUP: row.group,
    NAME: row.name,
    UNIT_MEASURE: row.unitOfMeasure,
    DECIMALS: String(row.decimals),
  }));
}

/** The areas of the figures, and from which sealed file the figures of each were taken. */
export function unitRecords(model: ExchangePeriod): Records<(typeof unitColumns)[number]> {
  const noSource = {
    REVISION: '',
    SEQUENCE: '',
    RECEIVED_AT: '',
    FILE_NAME: '',
    FILE_SHA256: '',
  };
  return [
    {
      REF_AREA: model.area.code,
      NAME: model.area.name,
      ROLE: 'total',
      STATE: '',
      ...noSource,
    },
    ...model.units.map(({ code, name, source }) => ({
      REF_AREA: code,
      NAME: name,
      ROLE: 'unit',
      STATE: stateOf(source),
      ...(source === null
        ? noSource
        : {
            REVISION: String(source.revision),
            SEQUENCE: String(source.sequence),
            RECEIVED_AT: source.receivedAt,
            FILE_NAME: source.fileName,
            FILE_SHA256: source.sha256,
          }),
    })),
  ];
}

function stateOf(source: ExchangePeriod['units'][number]['source']): string {
  if (source === null) return 'not-received';
  if (source.isReturned) return 'returned';
  return source.arrival === 'on-time' ? 'in-time' : source.arrival;
}

const titles: Readonly<Record<string, string>> = {
  TIME_PERIOD: 'Kỳ báo cáo',
  REF_AREA: 'Mã đơn vị',
  INDICATOR: 'Mã chỉ tiêu',
  OBS_VALUE: 'Số liệu',
  FIGURE: 'Loại: có số, không phát sinh, chưa có số liệu, để trống, chưa gửi, đã trả lại',
  NUMERATOR: 'Tử số',
  DENOMINATOR: 'Mẫu số',
  OBS_STATUS: 'Tình trạng (SDMX CL_OBS_STATUS): A chính thức, P sơ bộ, E ước tính, L, O',
  TARGET: 'Mục tiêu',
  TARGET_COMPARISON: 'So sánh với mục tiêu',
  TARGET_HORIZON: 'Năm của mục tiêu',
  TARGET_MET: 'Đạt mục tiêu',
  DIFFERENCE: 'Chênh lệch với mục tiêu',
  UNITS_COUNTED: 'Số đơn vị có trong tổng',
  UNITS_EXPECTED: 'Số đơn vị phải báo cáo',
  COMMENT: 'Ghi chú',
  ORDINAL: 'Số thứ tự',
  GROUP: 'Nhóm',
  NAME: 'Tên',
  UNIT_MEASURE: 'Đơn vị tính',
  DECIMALS: 'Số chữ số thập phân',
  ROLE: 'Tổng hay đơn vị',
  REVISION: 'Lần gửi',
  SEQUENCE: 'Số thứ tự gói',
  RECEIVED_AT: 'Thời điểm tiếp nhận',
  STATE:
    'Tình trạng tiếp nhận: in-time, sealed-on-time (đóng gói đúng hạn, nhận sau hạn), late, returned, not-received',
  FILE_NAME: 'Tên tệp của gói',
  FILE_SHA256: 'SHA-256 của tệp',
};

/** In these "-" and "..." are no text but gaps that have a name. */
const numbers: readonly LineColumn[] = [
  'OBS_VALUE',
  'NUMERATOR',
  'DENOMINATOR',
  'TARGET',
  'DIFFERENCE',
];
const counts: readonly string[] = [
  'UNITS_COUNTED',
  'UNITS_EXPECTED',
  'DECIMALS',
  'REVISION',
  'SEQUENCE',
];
const gaps = [
  { value: '' },
  { value: '-', label: 'không phát sinh' },
  { value: '...', label: 'chưa có số liệu' },
];

/** A field of Table Schema 2.0. */
export function describeField(name: string) {
  const base = { name, title: titles[name] ?? name };
  if (numbers.some((column) => column === name)) {
    return { ...base, type: 'number', missingValues: gaps };
  }
  return { ...base, type: counts.includes(name) ? 'integer' : 'string' };
}
