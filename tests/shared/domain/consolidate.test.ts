import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseUnitCode } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { consolidate, distanceToTarget } from '#shared/domain/consolidate.ts';
import type { Contribution } from '#shared/domain/consolidate.ts';
import { figureFor } from '#shared/domain/observation.ts';
import { observation } from './observation-samples.ts';
import { indicator, target } from './samples.ts';

type Typed = Parameters<typeof observation>[0] | null;

function from(...rows: readonly Typed[]): readonly Contribution[] {
  return rows.map((typed, at) => ({
    unit: unitCode(String(288 + at)),
    observation: typed === null ? null : observation(typed),
  }));
}

function unitCode(text: string): UnitCode {
  const code = parseUnitCode(text);
  if (code === null) throw new Error(text);
  return code;
}

const insurance = indicator('HI_COVERAGE');

describe('the total of several units (D25)', () => {
  it('D25 is Σ numerator / Σ denominator and not the mean of the rates', () => {
    const rows = from(
      { numerator: '900', denominator: '1000' },
      { numerator: '60', denominator: '100' },
    );
    expect(consolidate(insurance, rows, null)).toMatchObject({
      total: { kind: 'number', number: '87.27' },
      counted: 2,
    });
  });

  it('D25 counts who says "-", and leaves out who says "..." or was not received', () => {
    const rows = from(
      { numerator: '900', denominator: '1000' },
      { value: '-', status: '' },
      { value: '...', status: '' },
      { numerator: '...', denominator: '500', status: '' },
      null,
    );
    expect(consolidate(insurance, rows, null)).toMatchObject({
      total: { kind: 'number', number: '90' },
      counted: 2,
      status: 'official',
    });
  });

  it('D25 leaves out a rate without amounts: nobody can weigh it', () => {
    const rows = from(
      { numerator: '90', denominator: '100' },
      { value: '10', note: 'Không có số tuyệt đối' },
    );
    const summed = consolidate(insurance, rows, null);
    expect(summed).toMatchObject({ total: { kind: 'number', number: '90' }, counted: 1 });
    expect(summed.parts[1]).toMatchObject({ figure: { kind: 'number', number: '10' } });
  });

  it('D25 D4 counts who gave a denominator of zero, once, and adds nothing of it', () => {
    const rows = from(
      { numerator: '5', denominator: '0' },
      { numerator: '5', denominator: '-' },
      { numerator: '95', denominator: '95' },
    );
    expect(consolidate(insurance, rows, null)).toMatchObject({
      total: { kind: 'number', number: '100' },
      counted: 3,
      sums: { numerator: '95', denominator: '95' },
    });
  });

  it('D25 takes "-" among a population that is there for none of that population', () => {
    const nil = { numerator: '-', denominator: '16', status: '' } as const;
    const rows = from(
      { numerator: '1', denominator: '16', status: 'official' },
      ...Array.from({ length: 11 }, () => nil),
    );
    expect(consolidate(insurance, rows, null)).toMatchObject({
      total: { kind: 'number', number: '0.52' },
      counted: 12,
      status: 'official',
      sums: { numerator: '1', denominator: '192' },
    });
    expect(consolidate(insurance, from(nil, nil), null)).toMatchObject({
      total: { kind: 'number', number: '0' },
      counted: 2,
      status: null,
    });
  });

  it.each([
    ['nothing was received', from(null, null), 'empty', 0],
    ['all say "-"', from({ value: '-' }, { numerator: '-', denominator: '0' }), 'nil', 2],
    ['all say "..."', from({ value: '...' }, null), 'missing', 0],
    ['one says "-" and one "..."', from({ value: '-' }, { value: '...' }), 'missing', 1],
  ])('D25 when %s is no number', (_, rows, kind, counted) => {
    expect(consolidate(insurance, rows, null)).toMatchObject({
      total: { kind },
      counted,
      status: null,
    });
  });

  it('D25 takes from the province what follows from no sum', () => {
    const own = observation({ value: '0,735', status: 'provisional' });
    const rows = from({ numerator: '1', denominator: '2' });
    expect(consolidate(indicator('HDI'), rows, own)).toMatchObject({
      total: { kind: 'number', number: '0.735' },
      status: 'provisional',
      counted: 0,
    });
    expect(consolidate(indicator('DOM_REV_GROWTH_AVG'), rows, null).total.kind).toBe('empty');
  });

  it('D25 equals the exact fraction, for any units in any order', () => {
    const amount = fc.nat({ max: 10 ** 9 });
    const unit = fc.tuple(amount, fc.integer({ min: 1, max: 10 ** 9 }));
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 12 }), (units) => {
        const rows = units.map(([n, d]) => ({ numerator: String(n), denominator: String(d) }));
        const n = units.reduce((sum, [one]) => sum + BigInt(one), 0n);
        const d = units.reduce((sum, [, one]) => sum + BigInt(one), 0n);
        // Hundredths of a percent, half up.
        const scaled = (2n * 10_000n * n + d) / (2n * d);
        const text = `${String(scaled / 100n)}.${String(scaled % 100n).padStart(2, '0')}`;
        const expected = text.replace(/\.?0+$/, '');
        const total = consolidate(insurance, from(...rows), null).total;
        expect(total).toEqual({ kind: 'number', number: expected });
        expect(consolidate(insurance, from(...rows.reverse()), null).total).toEqual(total);
      }),
    );
  });
});

describe('the total of values that add up (D140)', () => {
  const schools = { ...indicator('HDI'), aggregation: 'sum' } as const;

  it('D140 is their exact sum, over who gave one', () => {
    const rows = from({ value: '12,5' }, { value: '0,25', status: 'estimated' }, { value: '-' });
    expect(consolidate(schools, rows, null)).toMatchObject({
      total: { kind: 'number', number: '12.75' },
      counted: 3,
      status: 'estimated',
    });
  });

  it('D25 D140 leaves out who says "..." or sent nothing, and takes nothing of the province', () => {
    const rows = from({ value: '7' }, { value: '...', status: '' }, null);
    const own = observation({ value: '100' });
    expect(consolidate(schools, rows, own)).toMatchObject({
      total: { kind: 'number', number: '7' },
      counted: 1,
    });
    expect(consolidate(schools, from({ value: '-' }, { value: '-' }), null).total.kind).toBe('nil');
    expect(consolidate(schools, from({ value: '...' }, null), null).total.kind).toBe('missing');
  });
});

describe('how firm a total is (D26)', () => {
  it.each([
    [['official', 'official'], 'official'],
    [['official', 'provisional'], 'provisional'],
    [['provisional', 'estimated', 'official'], 'estimated'],
    [['official', ''], null],
  ] as const)('D26 of %o is %s', (statuses, status) => {
    const rows = statuses.map((one) => ({ numerator: '9', denominator: '10', status: one }));
    expect(consolidate(insurance, from(...rows), null).status).toBe(status);
  });

  it('D26 asks only the parts that the total stands on', () => {
    const rows = from(
      { numerator: '9', denominator: '10', status: 'official' },
      { value: '-', status: 'estimated' },
      { numerator: '-', denominator: '10', status: 'estimated' },
    );
    expect(consolidate(insurance, rows, null).status).toBe('official');
  });
});

describe('the distance to the target (D7)', () => {
  it('D7 is measured after rounding, and is nothing without a number', () => {
    const model = indicator('NTM_MODEL_COMMUNE');
    const rate = figureFor(model, observation({ numerator: '11', denominator: '178' }));
    const goal = target('T2022.5');
    expect(distanceToTarget(model, goal, rate)).toEqual({ met: true, distance: '0' });
    expect(distanceToTarget(model, goal, { kind: 'missing' })).toBeNull();
    expect(distanceToTarget(model, null, rate)).toBeNull();
  });
});
