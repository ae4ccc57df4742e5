import fc from 'fast-check';

import { figureKinds } from '../../../electron/exchange-formats/period-model.ts';
import type {
  ExchangeFigure,
  ExchangePeriod,
  ExchangeRow,
} from '../../../electron/exchange-formats/period-model.ts';
import { observationStatuses } from '#shared/domain/cell.ts';
import { verdicts } from '#shared/domain/comparison.ts';
import { parseDecimal } from '#shared/domain/decimal.ts';
import { parseInstant } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { plainText } from '#shared/kit/plain-text.ts';
import { august2022, periodCode } from '../../helpers/world.ts';

const made = instantOf('2022-08-30T23:59:59+07:00');

function instantOf(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(`${text} is no instant.`);
  return instant;
}

export function figure(given: Partial<ExchangeFigure>): ExchangeFigure {
  return {
    kind: 'empty',
    number: null,
    numerator: null,
    denominator: null,
    status: null,
    comment: '',
    ...given,
  };
}

/** A number with its amounts. */
export function number(value: string, given: Partial<ExchangeFigure> = {}): ExchangeFigure {
  return figure({ kind: 'number', number: value, status: 'estimated', ...given });
}

/** What people write to make trouble, on purpose or not. */
export const troublesome = [
  '=1+1',
  "=cmd|' /C calc'!A0",
  '+84 220 3 853 621',
  '-5% so với cùng kỳ',
  '@SUM(A1:A9)',
  '＝1+1',
  "'đã trích dẫn",
  'Dòng một\nDòng hai; "trích dẫn", hết',
  '- Đã ban hành\n- Đang làm',
  ' khoảng trắng hai đầu ',
  '_x0041_ <b>&amp;</b> ]]>',
  '10/12',
  '00123',
  '1.234,5',
  '😀 Nguyễn Thị Ngọc Ánh',
] as const;

/** Three units, one of each state; every kind of figure at least once. */
export const samplePeriod: ExchangePeriod = {
  period: august2022,
  periodName: 'Báo cáo tháng 8 năm 2022',
  area: { code: '30', name: 'Tỉnh Hải Dương' },
  catalogue: 2,
  made,
  isSample: true,
  lock: { number: 1, checkCode: '12345678' },
  units: [
    {
      code: '288',
      name: 'Thành phố Hải Dương',
      source: {
        fileName: 'SCT1_30_288_2022-08_000001_71667789.age',
        sha256: 'ab'.repeat(32),
        revision: 2,
        sequence: 1,
        receivedAt: made,
        preparedBy: 'Phạm Thị Lập',
        approvedBy: 'Vũ Văn Duyệt',
        isReturned: false,
        arrival: 'late',
      },
    },
    {
      code: '290',
      name: 'Thành phố Chí Linh',
      source: {
        fileName: 'SCT1_30_290_2022-08_000003_12345678.age',
        sha256: 'cd'.repeat(32),
        revision: 1,
        sequence: 3,
        receivedAt: made,
        preparedBy: 'Phạm Thị Lập',
        approvedBy: 'Vũ Văn Duyệt',
        isReturned: true,
        arrival: 'on-time',
      },
    },
    { code: '291', name: 'Huyện Nam Sách', source: null },
  ],
  rows: [
    row('HI_COVERAGE', {
      name: 'Tỷ lệ bao phủ bảo hiểm y tế',
      group: 'Xã hội',
      total: number('90.5', { comment: '=1+1' }),
      target: { value: '91', comparison: '>=', horizon: '2022' },
      difference: '-0.5',
      verdict: 'not-met',
      coverage: { counted: 1, expected: 3 },
      share: '67.3',
      units: [
        number('90.5', { numerator: '905000.25', denominator: '1000000', comment: troublesome[7] }),
        figure({ kind: 'returned' }),
        figure({ kind: 'not-received' }),
      ],
    }),
    row('POVERTY_RATE', {
      name: 'Tỷ lệ hộ nghèo',
      group: 'Xã hội',
      total: figure({ kind: 'nil', status: 'official' }),
      units: [
        figure({ kind: 'nil', status: 'official', numerator: '-', denominator: '0' }),
        figure({ kind: 'missing', numerator: '...', denominator: '10', comment: '-5%' }),
        figure({ kind: 'empty' }),
      ],
    }),
    row('HDI', {
      name: 'Chỉ số phát triển con người',
      group: 'Kinh tế',
      decimals: 3,
      total: number('0.745', { status: null }),
      units: [number('-3.25', { status: 'official' }), figure({}), figure({ kind: 'missing' })],
    }),
  ],
};

function row(indicator: string, given: Partial<ExchangeRow>): ExchangeRow {
  return {
    indicator,
    ordinal: '1.1',
    group: '',
    name: indicator,
    unitOfMeasure: '%',
    decimals: 1,
    target: null,
    difference: null,
    verdict: null,
    coverage: null,
    share: null,
    isOfProvince: false,
    total: figure({}),
    units: [],
    ...given,
  };
}

const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.integer({ min: 0, max: 9 }))
  .map(([digits, scale]) => {
    const text = String(digits)
      .replace('-', '')
      .padStart(scale + 1, '0');
    const point = text.length - scale;
    const plain = scale === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
    return parseDecimal(`${digits < 0n ? '-' : ''}${plain}`) ?? '0';
  });
const words = fc.string({ unit: 'grapheme', maxLength: 60 });
/** What can stand in a note: `plainText` is what every way into the ledger makes of it. */
const note = fc
  .oneof(
    fc.constantFrom(...troublesome, 'đã dán\uFFFE từ\uFFFF nơi khác'),
    words,
    fc.tuple(fc.constantFrom(...troublesome), words).map((parts) => parts.join('\n')),
  )
  .map(plainText);
const amount = fc.oneof(decimal, fc.constantFrom('-', '...'), fc.constant(null));
const aFigure = fc
  .record({
    kind: fc.constantFrom(...figureKinds),
    number: decimal,
    numerator: amount,
    denominator: amount,
    status: fc.option(fc.constantFrom(...observationStatuses)),
    comment: note,
  })
  .map(({ kind, status, ...others }): ExchangeFigure => ({
    ...others,
    kind,
    number: kind === 'number' ? others.number : null,
    status: kind === 'number' || kind === 'nil' ? status : null,
  }));
const name = note.map((text) => text.replaceAll('\n', ' ').trim() || 'Đơn vị');

/** Any period that the services could give. */
export const anyPeriod: fc.Arbitrary<ExchangePeriod> = fc
  .record({
    names: fc.array(name, { minLength: 1, maxLength: 4 }),
    period: fc.constantFrom(august2022, periodCode('2022-KH'), periodCode('2024-04')),
    isSample: fc.boolean(),
    lock: fc.constantFrom(null, { number: 2, checkCode: '87654321' }),
    rows: fc.array(
      fc.record({
        name,
        group: fc.constantFrom('Kinh tế', 'Xã hội'),
        unitOfMeasure: fc.constantFrom('%', 'triệu đồng/ha', '‰'),
        decimals: fc.integer({ min: 0, max: 3 }),
        total: aFigure,
        figures: fc.array(aFigure, { minLength: 4, maxLength: 4 }),
        goal: fc.option(
          fc.record({
            value: decimal,
            comparison: fc.constantFrom('>=', '<=', '=', '>', '<'),
            difference: decimal,
            verdict: fc.constantFrom(...verdicts),
          }),
        ),
        coverage: fc.option(
          fc.tuple(fc.nat(99), fc.nat(99)).map(([counted, expected]) => ({ counted, expected })),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ names, rows, ...about }) => ({
    ...samplePeriod,
    ...about,
    units: names.map((unit, at) => ({
      code: String(300 + at),
      name: unit,
      source: samplePeriod.units[at % 3]?.source ?? null,
    })),
    rows: rows.map(({ figures, goal, ...given }, at) =>
      row(`INDICATOR_${at}`, {
        ...given,
        units: figures.slice(0, names.length),
        target:
          goal === null
            ? null
            : { value: goal.value, comparison: goal.comparison, horizon: '2021-2025' },
        difference: goal?.difference ?? null,
        verdict: goal?.verdict ?? null,
      }),
    ),
  }));
