import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { approve, introduce, sealTo } from '../helpers/exchange.ts';
import { record, sheetOf } from '../helpers/sheets.ts';
import type { TypedCell } from '../helpers/sheets.ts';
import {
  august2022,
  movableClock,
  password,
  setUpOffice,
  temporaryFolder,
} from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const period = august2022;
const ends: (() => void)[] = [];
const folderOf = (name: string): string => temporaryFolder(name, (work) => ends.push(work));

/** What a district enters in a row: both amounts in tenths, or that there is nothing, or nobody knows. */
type Entry = { readonly n: bigint; readonly d: bigint } | '-' | '...';
const entries = new Map<string, Map<string, Entry>>();
const provinceClock = movableClock('2022-08-24T08:00+07:00');

/** Twelve districts; one sends nothing, one sends late, two have clocks that are years off. */
const units = builtInCatalogue.units.filter(({ level }) => level === 'district');
const codes = units.map(({ code }) => code);
const [silent = '', late = '', past = '', future = ''] = codes;
const clocks: Readonly<Record<string, string>> = {
  [past]: '2015-03-01T08:00+07:00',
  [future]: '2031-12-31T23:59+07:00',
};

let province: TestOffice;
let view: ConsolidatedView;

beforeAll(async () => {
  province = await setUpOffice(folderOf('province'), 'province', '30', provinceClock);
  const keys = folderOf('keys');
  const sticks = { inTime: folderOf('in-time'), late: folderOf('late') };
  for (const [at, code] of codes.entries()) {
    const clock = movableClock(clocks[code] ?? '2022-08-24T08:00+07:00');
    const district = await setUpOffice(folderOf(code), 'district', code, clock);
    await introduce(district, province, keys);
    if (code !== silent) {
      entries.set(code, await recordAll(district, at));
      await approve(district);
      await sealTo(district, code === late ? sticks.late : sticks.inTime);
    }
    district.close();
  }
  for (const [stick, instant] of [
    [sticks.inTime, '2022-08-30T23:59:59+07:00'],
    [sticks.late, '2022-08-31T00:00:00+07:00'],
  ] as const) {
    provinceClock.set(instant);
    await province.must('bundle.receive', { place: province.pick(stick), password });
  }
  view = await province.must('consolidation.view', { period });
});

afterAll(() => {
  province.close();
  for (const end of ends) end();
});

describe('the province when its districts have reported', () => {
  it('D25 has totals that equal an independent computation with exact fractions', () => {
    const weighted = builtInCatalogue.indicators.filter((one) => one.aggregation === 'weighted');
    expect(weighted).toHaveLength(16);
    for (const indicator of weighted) {
      const row = view.rows.find((one) => one.row === indicator.code);
      const { number, counted } = expectedTotal(indicator);
      expect(row?.total, indicator.code).toMatchObject({ number, counted, expected: 12 });
    }
  });

  it('shows what each district sent, and "not received" where nothing came', () => {
    const row = view.rows.find((one) => one.row === 'HI_COVERAGE');
    const kinds = Object.fromEntries((row?.units ?? []).map((cell) => [cell.unit, cell.kind]));
    expect(kinds[silent]).toBe('not-received');
    expect(Object.values(kinds).sort()).toEqual([
      'missing',
      'nil',
      'not-received',
      ...Array<string>(9).fill('number'),
    ]);
    expect(view.missingUnits).toEqual([silent]);
  });

  it('D34 marks who came after the deadline by the day in Viet Nam, and nobody else', () => {
    const after = view.units.filter(({ arrival }) => arrival !== null && arrival !== 'on-time');
    expect(after.map(({ unit, arrival }) => [unit, arrival])).toEqual([[late, 'sealed-on-time']]);
  });

  it('D42 lists the districts in code order', () => {
    expect(view.units.map(({ unit }) => unit)).toEqual([...codes].sort());
  });

  it('is not confused by districts whose clocks are years off', async () => {
    const received = await province.must('bundle.received', {});
    const from = received.filter(({ unit }) => unit === past || unit === future);
    expect(from.map(({ isCurrent, receivedAt }) => [isCurrent, receivedAt.slice(0, 10)])).toEqual([
      [true, '2022-08-30'],
      [true, '2022-08-30'],
    ]);
  });

  it('writes the table as CSV with each figure that is on the screen', async () => {
    const folder = folderOf('csv');
    const place = { period, folder: province.pick(folder), formats: ['csv' as const] };
    const [file] = await province.must('consolidation.export', place);
    expect(file?.fileName).toBe('tong-hop_30_2022-08.csv');
    const lines = readFileSync(join(folder, file?.fileName ?? ''), 'utf8').split('\r\n');
    const isStated = ({ kind }: { readonly kind: string }) =>
      ['number', 'nil', 'missing'].includes(kind);
    const ofProvince = view.rows.filter(
      ({ aggregation, units: cells }) => aggregation === 'province-only' && !cells.some(isStated),
    );
    const figures = view.rows.length * 13 - ofProvince.length * 12;
    expect(lines).toHaveLength(1 + figures + 1);
    const { number } = expectedTotal(indicatorOf('HI_COVERAGE'));
    const total = lines.find((line) => line.includes(',30,HI_COVERAGE,'));
    // The rate with the two sums behind it, so that anybody can work it out again.
    expect(total).toMatch(new RegExp(`,${number},number,[\\d.]+,[\\d.]+,E,`, 'u'));
    expect(total).toMatch(/,10,12,"SỐ LIỆU MẪU/u);
  });

  it('D62 adds what the province enters itself', async () => {
    for (const [column, typed] of [
      ['value', '0,745'],
      ['status', 'provisional'],
    ] as const) {
      await record(province, period, 'HDI', column, typed);
    }
    const after = await province.must('consolidation.view', { period });
    expect(after.rows.find(({ row }) => row === 'HDI')).toMatchObject({
      total: { number: '0.745', status: 'provisional' },
    });
  });
});

/** Records a whole sheet with figures that differ by district and row. */
async function recordAll(district: TestOffice, at: number): Promise<Map<string, Entry>> {
  const entered = new Map<string, Entry>();
  const cells: TypedCell[] = [];
  const sheet = await sheetOf(district);
  for (const [index, row] of sheet.rows.entries()) {
    if (row.fillable.length === 0) continue;
    const save = (column: string, typed: string) => cells.push({ row: row.row, column, typed });
    const entry = row.fillable.includes('numerator') ? entryOf(row.row, at, index) : '-';
    if (entry === '-' || entry === '...') {
      save('value', entry);
    } else {
      save('numerator', typedTenths(entry.n));
      save('denominator', typedTenths(entry.d));
      save('status', at % 3 === 0 ? 'estimated' : 'provisional');
    }
    entered.set(row.row, entry);
  }
  await district.must('sheet.record', { period, form: 'B01', cells });
  return entered;
}

function entryOf(row: string, at: number, index: number): Entry {
  if (row === 'HI_COVERAGE' && at === 5) return '...';
  if (row === 'HI_COVERAGE' && at === 6) return '-';
  const d = BigInt(10_007 + at * 7919 + index * 104_729);
  return { n: (d * BigInt(61 + ((at * 5 + index) % 37))) / 100n, d };
}

/** Tenths as an officer types them: `1.234,5`. */
function typedTenths(tenths: bigint): string {
  const whole = String(tenths / 10n).replace(/\B(?=(?:\d{3})+$)/g, '.');
  return `${whole},${String(tenths % 10n)}`;
}

function expectedTotal(indicator: Indicator): { number: string; counted: number } {
  const all = [...entries.values()].map((entered) => entered.get(indicator.code));
  const pairs = all.filter((entry) => typeof entry === 'object');
  const n = pairs.reduce((sum, pair) => sum + pair.n, 0n);
  const d = pairs.reduce((sum, pair) => sum + pair.d, 0n);
  const { formula, decimals } = indicator;
  if (formula.kind === 'value') throw new Error('no rate');
  const part = { ratio: n, growth: n - d, reduction: d - n }[formula.kind];
  const power = 10n ** BigInt(decimals);
  const scaled = part * BigInt(formula.scale) * power;
  const magnitude = scaled < 0n ? -scaled : scaled;
  const rounded = (2n * magnitude + d) / (2n * d);
  const whole = String(rounded / power);
  const fraction = String(rounded % power)
    .padStart(decimals, '0')
    .replace(/0+$/, '');
  const text = decimals === 0 || fraction === '' ? whole : `${whole}.${fraction}`;
  const sign = scaled < 0n && rounded > 0n ? '-' : '';
  return {
    number: `${sign}${text}`,
    counted: pairs.length + all.filter((entry) => entry === '-').length,
  };
}

function indicatorOf(code: string): Indicator {
  const found = builtInCatalogue.indicators.find((one) => one.code === code);
  if (found === undefined) throw new Error(code);
  return found;
}
