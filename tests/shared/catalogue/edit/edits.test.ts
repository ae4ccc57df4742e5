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
import { givenTarget, targetsFor } from '#shared/catalogue/unit-targets.ts';
import { targetFor } from '#shared/domain/target.ts';
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
        expect(faultsOf(after)).toEqual([]);
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

describe('a target of the plan', () => {
  const numbered = builtInCatalogue.targets.find(({ planNumber }) => planNumber !== null);
  const change = {
    kind: 'target.set',
    id: numbered?.id,
    indicator: numbered?.indicator,
    horizon: numbered?.horizon,
    value: '12.5',
    comparison: '>=',
    strict: false,
    wording: 'theo quyết định thử',
  };
  const after = (edit: unknown) =>
    edited(builtInCatalogue, edit).targets.find(({ id }) => id === numbered?.id);

  it('keeps its number in the plan’s list only for the same indicator and horizon', () => {
    expect(after(change)?.planNumber).toBe(numbered?.planNumber);
    expect(after({ ...change, horizon: '2024' })?.planNumber).toBeNull();
    const other = after({ ...change, indicator: 'GRDP_PER_CAPITA', horizon: '2024' });
    expect(other?.planNumber).toBeNull();
    const { indicators } = builtInCatalogue;
    expect(other?.unit.vi).toBe(indicators.find(({ code }) => code === 'GRDP_PER_CAPITA')?.unit.vi);
  });

  it('that is to equal its value cannot leave that value out', () => {
    const set = (comparison: string) =>
      applyEdit(builtInCatalogue, editOf({ ...change, comparison, strict: true }));
    expect(set('=')).toMatchObject({ refusal: { code: 'edit-strict-equal' } });
    expect(set('>=').ok).toBe(true);
  });
});

describe('a target given to a unit (D162)', () => {
  const given = edited(builtInCatalogue, {
    kind: 'unit-target.set',
    unit: '300',
    indicator: 'HI_COVERAGE',
    horizon: '2022',
    value: '93.5',
    comparison: '>=',
    basis: 'QĐ thử 12/QĐ-UBND',
  });
  const value = (unit: string) =>
    targetsFor(given, unit as UnitCode).find(
      ({ indicator, horizon }) => indicator === 'HI_COVERAGE' && horizon === '2022',
    )?.value;

  it('stands in place of the plan’s for that unit alone', () => {
    expect([value('300'), value('299')]).toEqual(['93.5', '92']);
    const code = builtInCatalogue.indicators.find((each) => each.code === 'HI_COVERAGE')?.code;
    if (code === undefined) throw new Error('There is no such indicator.');
    expect(givenTarget(given, '300' as UnitCode, code, 2022)?.value).toBe('93.5');
    expect(givenTarget(given, '300' as UnitCode, code, 2023)).toBeNull();
  });

  it('D162 counts before the plan’s where both end in the same year', () => {
    const code = builtInCatalogue.indicators.find((each) => each.code === 'SI_COVERAGE')?.code;
    if (code === undefined) throw new Error('There is no such indicator.');
    const after = edited(builtInCatalogue, {
      kind: 'unit-target.set',
      unit: '300',
      indicator: code,
      horizon: '2021-2025',
      value: '40',
      comparison: '>=',
      basis: 'QĐ thử 12/QĐ-UBND',
    });
    const held = (year: number) => targetFor(targetsFor(after, '300' as UnitCode), code, year);
    expect([held(2022)?.id, held(2023)?.value, held(2025)?.id]).toEqual([
      'T2022.9',
      '40',
      'T2025.07',
    ]);
    expect(targetFor(targetsFor(after, '299' as UnitCode), code, 2023)?.id).toBe('T2025.07');
  });

  it('is held as the plan’s in its place is: each year, kept, beyond its value', () => {
    const held = (indicator: string, horizon: string, comparison = '>=') => {
      const after = edited(builtInCatalogue, {
        kind: 'unit-target.set',
        unit: '300',
        indicator,
        horizon,
        value: '50',
        comparison,
        basis: 'QĐ thử 12/QĐ-UBND',
      });
      const own = targetsFor(after, '300' as UnitCode).find(
        (target) => target.indicator === indicator && target.horizon === horizon,
      );
      return own === undefined ? null : [own.eachYear, own.maintain, own.strict];
    };
    expect(held('NEW_ENT_GROWTH', '2021-2025')).toEqual([true, false, false]);
    expect(held('CULTURE_VILLAGE', '2021-2025')).toEqual([false, true, false]);
    expect(held('URBANIZATION', '2025')).toEqual([false, false, true]);
    expect(held('URBANIZATION', '2025', '<=')).toEqual([false, false, false]);
    expect(held('URBANIZATION', '2024')).toEqual([false, false, false]);
  });

  it('is one for a horizon, set anew and taken back', () => {
    const key = { unit: '300', indicator: 'HI_COVERAGE', horizon: '2022' };
    const again = edited(given, {
      kind: 'unit-target.set',
      ...key,
      value: '94',
      comparison: '>=',
      basis: 'QĐ thử 13',
    });
    expect(again.unitTargets).toHaveLength(1);
    expect(edited(again, { kind: 'unit-target.remove', ...key }).unitTargets).toEqual([]);
  });

  it('leaves a catalogue from before there were any as it is, bytes and all', () => {
    const read = catalogueSchema.parse(JSON.parse(JSON.stringify(builtInCatalogue)));
    expect(JSON.stringify(read)).toBe(JSON.stringify(builtInCatalogue));
    expect('unitTargets' in read).toBe(false);
  });
});
