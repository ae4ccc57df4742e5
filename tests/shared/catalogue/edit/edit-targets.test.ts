import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { faultsOf } from '#shared/catalogue/consistency.ts';
import { applyEdit } from '#shared/catalogue/edit/apply-edit.ts';
import { catalogueSchema } from '#shared/catalogue/schema.ts';
import { givenTarget, targetsFor } from '#shared/catalogue/unit-targets.ts';
import { targetFor } from '#shared/domain/target.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { edited, editOf } from './arbitrary-edits.ts';

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

  it('loses the span and the remarks of what it was, but not for other words', () => {
    const spanned = builtInCatalogue.targets.find(({ range }) => range !== null);
    const { id, indicator, horizon, value, comparison, strict } = spanned ?? change;
    const same = { ...change, id, indicator, horizon, value, comparison, strict };
    const of = (edit: unknown) =>
      edited(builtInCatalogue, edit).targets.find((target) => target.id === id);
    expect(of(same)).toMatchObject({ range: spanned?.range, notes: spanned?.notes });
    const other = comparison === '>=' ? '<=' : '>=';
    expect(of({ ...same, comparison: other, strict: false })).toMatchObject({
      range: null,
      notes: [],
    });
  });

  it('can be set anew for the horizon that another one left', () => {
    const added = { ...change, id: null, indicator: 'HDI', horizon: '2023', value: '0.7' };
    const once = edited(builtInCatalogue, added);
    const [moved] = once.targets.slice(-1);
    const away = edited(once, { ...added, id: moved?.id, horizon: '2024' });
    const again = edited(away, added);
    expect(again.targets.slice(-2).map(({ horizon }) => horizon)).toEqual(['2024', '2023']);
    expect(faultsOf(again)).toEqual([]);
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
