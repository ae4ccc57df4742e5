import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { faultsOf } from '#shared/catalogue/consistency.ts';
import { applyEdit } from '#shared/catalogue/edit/apply-edit.ts';
import { numbersOf } from '#shared/catalogue/edit/check-numbers.ts';
import { differencesOf } from '#shared/catalogue/edit/differences.ts';
import type { CatalogueEdit } from '#shared/catalogue/edit/edit.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import { catalogueSchema } from '#shared/catalogue/schema.ts';
import { childrenOf, unitOn } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { addDays } from '#shared/kit/clock.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import { periodCode } from '../../../helpers/world.ts';
import { smallCatalogue } from '../../../helpers/small-plan.ts';
import { dayOf, edited, editOf, otherEdits, unitEdits } from './arbitrary-edits.ts';

const catalogues = [
  ['plan 1112', builtInCatalogue, 60],
  ['a small plan', smallCatalogue, 300],
] as const;

/** Applies what can be applied, one after the other. */
function applied(catalogue: Catalogue, edits: readonly CatalogueEdit[]): Catalogue {
  return edits.reduce((before, edit) => {
    const after = applyEdit(before, edit);
    return after.ok ? after.value : before;
  }, catalogue);
}

/** Faults of values that somebody typed: they are named in the draft, and no edit is refused for them. */
const typedFaults = [
  'period-contradicts-itself',
  'range-reversed',
  'horizon-reversed',
  'target-finer-than-indicator',
];

/** What a catalogue says of the units of a day: names, places, and who is below whom. */
function mapOn({ units }: Catalogue, day: CalendarDay): unknown {
  const codes = [...new Set(units.map(({ code }) => code))].sort();
  return codes.flatMap((code) => {
    const unit = unitOn(units, code, day);
    if (unit === null) return [];
    const { nameWithType, committeeName, parent, level } = unit;
    const below = childrenOf(units, code, day).map((child) => child.code);
    return [{ code, nameWithType, committeeName, parent, level, below }];
  });
}

describe.each(catalogues)('edits of %s', (_name, catalogue, runs) => {
  it('keep it consistent, whatever their order (D160 to D163)', () => {
    const edits = fc.array(fc.oneof(unitEdits(catalogue), otherEdits(catalogue)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(edits, (list) => {
        const after = applied(catalogue, list);
        expect(faultsOf(after).filter(({ code }) => !typedFaults.includes(code))).toEqual([]);
        expect(catalogueSchema.safeParse(JSON.parse(JSON.stringify(after))).success).toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('of units leave every day before them as it was (D163)', () => {
    fc.assert(
      fc.property(unitEdits(catalogue), (edit) => {
        const after = applyEdit(catalogue, edit);
        if (!after.ok || !('from' in edit)) return;
        for (const back of [1, 2, 30, 800]) {
          const day = addDays(edit.from, -back);
          expect(mapOn(after.value, day)).toEqual(mapOn(catalogue, day));
        }
      }),
      { numRuns: runs * 3 },
    );
  });

  it('are told as differences, and nothing is where nothing was edited (D164)', () => {
    expect(differencesOf(catalogue, { ...catalogue, version: 99 })).toEqual([]);
    fc.assert(
      fc.property(fc.oneof(unitEdits(catalogue), otherEdits(catalogue)), (edit) => {
        const after = applyEdit(catalogue, edit);
        if (!after.ok || JSON.stringify(after.value) === JSON.stringify(catalogue)) return;
        expect(differencesOf(catalogue, after.value)).not.toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

describe('a merge', () => {
  const codes = ['10522', '10525'] as UnitCode[];
  const from = dayOf('2023-01-01');
  const merge = {
    kind: 'unit.merge',
    codes,
    from,
    into: { code: '10522', type: 'phường', name: 'Ngũ Lão Mới' },
  };

  it('makes one of two from the day on, and the sheets of later periods have one row', () => {
    const after = edited(builtInCatalogue, merge);
    expect(unitOn(after.units, codes[0] as UnitCode, from)?.nameWithType).toBe(
      'Phường Ngũ Lão Mới',
    );
    expect(unitOn(after.units, codes[1] as UnitCode, from)).toBeNull();
    const rowsIn = (period: string) =>
      inPeriod(after, periodCode(period)).units.filter(({ parent }) => parent === '288').length;
    expect(rowsIn('2022-08') - rowsIn('2023-08')).toBe(1);
  });

  it('of districts takes the communes along, and keeps them where they were before', () => {
    const districts = edited(builtInCatalogue, {
      ...merge,
      codes: ['299', '300'],
      into: { code: '300', type: 'huyện', name: 'Ninh Thanh' },
    });
    const below = (day: CalendarDay, code: string) =>
      childrenOf(districts.units, code as UnitCode, day).length;
    const before = addDays(from, -1);
    expect(below(from, '300')).toBe(below(before, '299') + below(before, '300'));
    expect(below(from, '299')).toBe(0);
    expect(faultsOf(districts)).toEqual([]);
  });

  it('is told with the names of the units above, old and new, and in either language', () => {
    const after = edited(builtInCatalogue, {
      ...merge,
      codes: ['299', '300'],
      into: { code: '300', type: 'huyện', name: 'Ninh Thanh' },
    });
    const [moved] = differencesOf(builtInCatalogue, after).filter(
      ({ field }) => field === 'since.2023-01-01.parent',
    );
    expect([moved?.from, moved?.to]).toEqual(['Huyện Ninh Giang (299)', 'Huyện Ninh Thanh (300)']);
    const [period] = after.periods;
    const late = edited(after, {
      kind: 'period.change',
      code: period?.code,
      name: period?.name,
      cutOff: null,
      lastCompliantDay: '2022-12-31',
      lastWorkingDay: null,
      note: null,
    });
    const names = (['vi', 'en'] as const).map((language) =>
      differencesOf(after, late, language).map(({ name }) => name),
    );
    expect(names.map((list) => [...new Set(list)])).toEqual([[period?.name.vi], [period?.name.en]]);
  });

  it('is refused for units that are not beside each other, and for a code in use', () => {
    const refusal = (edit: unknown) => {
      const done = applyEdit(builtInCatalogue, editOf(edit));
      return done.ok ? null : done.refusal.code;
    };
    expect(refusal({ ...merge, codes: ['10522', '300'] })).toBe('edit-units-unfit');
    expect(refusal({ ...merge, codes: ['10522'] })).toBe('edit-units-unfit');
    expect(refusal({ ...merge, codes: ['10522', '99999'] })).toBe('edit-day-unusable');
    expect(refusal({ ...merge, into: { ...merge.into, code: '288' } })).toBe('edit-code-taken');
  });
});

describe('several changes of units on one day (D163)', () => {
  const from = dayOf('2024-12-01');
  const districts = {
    kind: 'unit.merge',
    codes: ['299', '300'],
    from,
    into: { code: '300', type: 'huyện', name: 'Ninh Thanh' },
  };
  const nameOn = (catalogue: Catalogue, code: string, day: CalendarDay = from) =>
    unitOn(catalogue.units, code as UnitCode, day)?.nameWithType ?? null;

  it('may name a unit anew whose name of that day was mistyped', () => {
    const slip = edited(builtInCatalogue, districts);
    const mended = edited(slip, {
      kind: 'unit.rename',
      code: '300',
      type: 'huyện',
      name: 'Ninh Thành',
      from,
    });
    expect(nameOn(mended, '300')).toBe('Huyện Ninh Thành');
    expect(mended.units.filter(({ code }) => code === '300')).toHaveLength(2);
    const before = mended.units.find(({ code, validTo }) => code === '300' && validTo !== null);
    expect(before?.successor).toEqual({ from, nameWithType: 'Huyện Ninh Thành' });
    expect(faultsOf(mended)).toEqual([]);
  });

  it('may merge communes that moved with their districts, and say the same as in the other order', () => {
    const communes = childrenOf(builtInCatalogue.units, '299' as UnitCode, from).slice(0, 2);
    const [first, second] = communes.map(({ code }) => code);
    const merge = {
      kind: 'unit.merge',
      codes: [first, second],
      from,
      into: { code: first, type: 'xã', name: 'Mới' },
    };
    const districtsFirst = edited(edited(builtInCatalogue, districts), merge);
    const communesFirst = edited(edited(builtInCatalogue, merge), districts);
    for (const day of [addDays(from, -1), from, addDays(from, 40)]) {
      expect(mapOn(districtsFirst, day)).toEqual(mapOn(communesFirst, day));
    }
    expect(nameOn(districtsFirst, first ?? '')).toBe('Xã Mới');
    expect(faultsOf(districtsFirst)).toEqual([]);
  });
});

describe('a split', () => {
  const from = dayOf('2023-01-01');
  const split = (code: string, children: readonly string[]) =>
    applyEdit(
      builtInCatalogue,
      editOf({
        kind: 'unit.split',
        code,
        from,
        into: [
          { code, type: 'huyện', name: 'Một', children: [] },
          { code: '777', type: 'huyện', name: 'Hai', children },
        ],
      }),
    );
  const [below] = childrenOf(builtInCatalogue.units, '288' as UnitCode, from);

  it('takes no unit along that is not below the one that is split', () => {
    expect(split('288', [below?.code ?? '']).ok).toBe(true);
    for (const stranger of ['77777', '299']) {
      expect(split('288', [stranger])).toMatchObject({
        refusal: { code: 'edit-subject-unknown', facts: { code: stranger } },
      });
    }
  });

  it('is nothing for the unit above all others', () => {
    expect(split('30', [])).toMatchObject({ refusal: { code: 'edit-units-unfit' } });
  });
});

describe('a retired indicator', () => {
  it('has no row in later periods and keeps those before (D160)', () => {
    const after = edited(builtInCatalogue, {
      kind: 'indicator.retire',
      code: 'HI_COVERAGE',
      lastPeriod: '2022-08',
    });
    const has = (period: string) =>
      inPeriod(after, periodCode(period)).indicators.some(({ code }) => code === 'HI_COVERAGE');
    expect([has('2022-08'), has('2023-08')]).toEqual([true, false]);
    const again = { kind: 'indicator.retire', code: 'HI_COVERAGE', lastPeriod: null };
    expect(edited(after, again)).toEqual(builtInCatalogue);
  });
});

describe('limits', () => {
  it('of a check are numbers at places of their own, and take no half month', () => {
    const check = builtInCatalogue.checks.find(({ kind }) => kind === 'status-against-calendar');
    const code = check?.code ?? '';
    const paths = check === undefined ? [] : numbersOf(check).map(({ path }) => path);
    expect(paths).toContain('notBefore.month');
    const set = (value: string) =>
      applyEdit(
        builtInCatalogue,
        editOf({ kind: 'check.number', code, path: 'notBefore.month', value }),
      );
    expect(set('11').ok).toBe(true);
    expect(set('11.5')).toMatchObject({ refusal: { code: 'edit-value-unusable' } });
  });

  it('the wrong way round are a fault that is named, not a refusal', () => {
    const indicator = builtInCatalogue.indicators.find(({ code }) => code === 'HI_COVERAGE');
    const after = edited(builtInCatalogue, {
      kind: 'indicator.change',
      code: 'HI_COVERAGE',
      name: indicator?.name,
      unit: '%',
      decimals: 1,
      range: { hardMin: '90', hardMax: '10', warnBelow: null, warnAbove: null },
      aggregation: 'weighted',
      reportedBy: 'commune',
    });
    expect(faultsOf(after)).toEqual([
      { code: 'range-reversed', at: 'indicators HI_COVERAGE', value: '90' },
    ]);
  });
});
