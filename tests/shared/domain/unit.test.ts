import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import {
  childrenOf,
  isValidOn,
  parseUnitCode,
  unitOn,
  type Unit,
  type UnitCode,
} from '#shared/domain/unit.ts';
import { parseDay, type CalendarDay } from '#shared/kit/clock.ts';

const { units } = builtInCatalogue;

function code(text: string): UnitCode {
  const parsed = parseUnitCode(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

function day(text: string): CalendarDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

const thanhQuang = unitOn(units, code('10621'), day('2022-08-24'));
if (thanhQuang === null) throw new Error('10621 is missing');
const quocTuan: Unit = {
  ...thanhQuang,
  name: 'Quốc Tuấn',
  nameWithType: 'Xã Quốc Tuấn',
  validFrom: day('2024-12-01'),
  validTo: null,
  successor: null,
};

describe('units in time (D40, D41)', () => {
  it('keeps a code apart from the name that it bears on a day', () => {
    const both = [thanhQuang, quocTuan];
    expect(unitOn(both, code('10621'), day('2024-11-30'))?.name).toBe('Thanh Quang');
    expect(unitOn(both, code('10621'), day('2024-12-01'))?.name).toBe('Quốc Tuấn');
    expect(unitOn([quocTuan], code('10621'), day('2024-11-30'))).toBeNull();
  });

  it('takes both ends into the span and null as open', () => {
    expect(isValidOn(thanhQuang, day('1990-01-01'))).toBe(true);
    expect(isValidOn(thanhQuang, day('2024-11-30'))).toBe(true);
    expect(isValidOn(thanhQuang, day('2024-12-01'))).toBe(false);
    expect(isValidOn(quocTuan, day('2099-01-01'))).toBe(true);
  });

  it('reads codes as text', () => {
    expect(['30', '291', '10507'].map(parseUnitCode)).toEqual(['30', '291', '10507']);
    expect(['', '3', '291a', '２９１', '123456'].map(parseUnitCode)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('the order of units (D42)', () => {
  it('lists the districts of the province by code', () => {
    const districts = childrenOf([...units].reverse(), code('30'), day('2022-08-24'));
    expect(districts.map((unit) => unit.code)).toEqual([
      '288',
      '290',
      '291',
      '292',
      '293',
      '294',
      '295',
      '296',
      '297',
      '298',
      '299',
      '300',
    ]);
  });

  it('leaves out what has ended', () => {
    const before = childrenOf(units, code('291'), day('2022-08-24'));
    const after = childrenOf(units, code('291'), day('2024-12-01'));
    expect(before).toHaveLength(19);
    expect(after.map(({ name }) => name)).not.toContain('Thanh Quang');
    expect(after.length).toBeLessThan(before.length);
  });
});
