import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { dataValuesOf } from '../../../electron/exchange-formats/data-values.ts';
import { formatOf } from '../../../electron/exchange-formats/formats.ts';
import { readMachineCsv } from '../../../electron/exchange-formats/machine-csv.ts';
import { linesOf } from '../../../electron/exchange-formats/period-model.ts';
import type { ExchangePeriod } from '../../../electron/exchange-formats/period-model.ts';
import { exportFormats } from '#shared/domain/export-format.ts';
import { anyPeriod, figure, number, samplePeriod } from './samples.ts';

const runs = { xlsx: 25, 'data-package': 40 } as Readonly<Record<string, number>>;

describe.each(exportFormats)('the format %s', (name) => {
  const format = formatOf(name);

  it('D172 says of any period, read back, exactly what it carries of it', async () => {
    await fc.assert(
      fc.asyncProperty(anyPeriod, async (model) => {
        if (!format.canSay(model)) return true;
        return await format.says(await format.write(model), model);
      }),
      { numRuns: runs[name] ?? 150 },
    );
  });

  it('D172 is not taken for a period in which one figure differs', async () => {
    const bytes = await format.write(samplePeriod);
    expect(await format.says(bytes, samplePeriod)).toBe(true);
    expect(await format.says(bytes, withTotal(samplePeriod, '90.6'))).toBe(false);
    expect(await format.says(bytes, withoutLastUnit(samplePeriod))).toBe(false);
  });

  it('D172 is not taken for a period when a byte of it was changed or lost', async () => {
    const bytes = await format.write(samplePeriod);
    expect(await format.says(bytes.subarray(0, bytes.length - 3), samplePeriod)).toBe(false);
    const changed = Buffer.from(bytes);
    const plain = changed.indexOf(name === 'csv-excel' ? '90,5' : '905000');
    // Where figures are compressed, they begin behind the name of their part.
    const part = name === 'xlsx' ? 'xl/worksheets/sheet1.xml' : 'data/figures.csv';
    const at = plain < 0 ? changed.indexOf(part) + part.length + 40 : plain;
    changed[at] = changed[at] === 0x38 ? 0x37 : 0x38;
    expect(await format.says(changed, samplePeriod)).toBe(false);
  });
});

describe('gaps', () => {
  it('D170 are each their own in what carries all figures', async () => {
    const lines = readMachineCsv(await formatOf('csv').write(samplePeriod)) ?? [];
    expect(lines.map(({ area, indicator, kind }) => `${indicator} ${area} ${kind}`)).toEqual([
      'HI_COVERAGE 30 number',
      'HI_COVERAGE 288 number',
      'HI_COVERAGE 290 returned',
      'HI_COVERAGE 291 not-received',
      'POVERTY_RATE 30 nil',
      'POVERTY_RATE 288 nil',
      'POVERTY_RATE 290 missing',
      'POVERTY_RATE 291 empty',
      'HDI 30 number',
      'HDI 288 number',
      'HDI 290 empty',
      'HDI 291 missing',
    ]);
  });

  it('D171 are left out where only numbers can be said, and never become zero', () => {
    const values = dataValuesOf(samplePeriod);
    const gaps = linesOf(samplePeriod).filter(({ kind }) => kind !== 'number');
    const said = gaps.filter(({ area, indicator }) =>
      values.some((one) => one.area === area && one.element === indicator),
    );
    expect(gaps).toHaveLength(8);
    expect(said).toEqual([]);
    expect(values.filter(({ value }) => value === '0')).toEqual([
      expect.objectContaining({ area: '288', element: 'POVERTY_RATE.DEN' }),
    ]);
  });

  it('D171 a period without any number is nothing for ADX and DHIS2', () => {
    const silent: ExchangePeriod = {
      ...samplePeriod,
      rows: samplePeriod.rows.map((row) => ({
        ...row,
        total: figure({ kind: 'missing' }),
        units: row.units.map(() => figure({ kind: 'not-received' })),
      })),
    };
    expect(exportFormats.filter((name) => !formatOf(name).canSay(silent))).toEqual([
      'adx',
      'dhis2',
    ]);
  });
});

function withTotal(model: ExchangePeriod, value: string): ExchangePeriod {
  const [first, ...others] = model.rows;
  if (first === undefined) throw new Error('The sample has rows.');
  return { ...model, rows: [{ ...first, total: number(value) }, ...others] };
}

function withoutLastUnit(model: ExchangePeriod): ExchangePeriod {
  return {
    ...model,
    units: model.units.slice(1),
    rows: model.rows.map((row) => ({ ...row, units: row.units.slice(1) })),
  };
}
