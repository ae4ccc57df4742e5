import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { faultsOf } from '#shared/catalogue/consistency.ts';
import { readCatalogue } from '#shared/catalogue/read-catalogue.ts';
import { parseDay } from '#shared/kit/clock.ts';

/** The catalogue with the first item of one list changed, as a slip of the issuer would. */
function altered(list: keyof Catalogue, change: Record<string, unknown>): unknown {
  const items: unknown = builtInCatalogue[list];
  if (!Array.isArray(items)) throw new Error(`${list} is no list`);
  const [first, ...rest] = items as Record<string, unknown>[];
  return { ...builtInCatalogue, [list]: [{ ...first, ...change }, ...rest] };
}

describe('reading a catalogue', () => {
  it('gives back what was issued', () => {
    const issued: unknown = JSON.parse(JSON.stringify(builtInCatalogue));
    expect(readCatalogue(issued)).toEqual({ ok: true, value: builtInCatalogue });
  });

  it.each([
    ['nothing', null, ''],
    ['a number as float', altered('targets', { value: 6.2 }), 'targets.0.value'],
    ['a decimal in disguise', altered('targets', { value: '6.20' }), 'targets.0.value'],
    ['a key that nobody knows', altered('units', { mayor: 'x' }), 'units.0'],
    ['a level that nobody knows', altered('units', { level: 'region' }), 'units.0.level'],
    ['a day that does not exist', altered('units', { validTo: '2023-02-29' }), 'units.0.validTo'],
    ['a period with an underscore', altered('periods', { code: '2022_08' }), 'periods.0.code'],
    ['an indicator without a name', altered('indicators', { name: {} }), 'indicators.0.name.vi'],
  ])('refuses %s as malformed', (_, data, at) => {
    expect(readCatalogue(data)).toMatchObject({
      ok: false,
      refusal: { code: 'catalogue-malformed', facts: { at } },
    });
  });

  it.each([
    ['text-not-nfc', altered('purposes', { text: 'Hải Dương'.normalize('NFD') })],
    ['id-duplicate', altered('tasks', { id: 'IV.1.2' })],
    ['reference-unknown', altered('targets', { indicator: 'NOT_THERE' })],
    ['reference-unknown', altered('tasks', { group: 'IV.9' })],
    ['unit-parent-cycle', altered('units', { parent: '288' })],
    ['unit-search-key-wrong', altered('units', { searchKey: 'hai duong' })],
    ['period-contradicts-itself', altered('periods', { kind: 'report' })],
    ['range-reversed', altered('targets', { range: { min: '4', max: '3' } })],
    ['horizon-reversed', altered('targets', { horizon: '2030-2026' })],
    ['target-finer-than-indicator', altered('targets', { value: '6.2123456' })],
    ['period-contradicts-itself', altered('periods', { cutOff: '2030-01-01' })],
    ['aggregation-contradicts-formula', altered('indicators', { aggregation: 'sum' })],
    ['assignment-leaf-wrong', altered('assignments', { isLeaf: true })],
    ['assignment-lead-unknown', altered('assignments', { leadAgency: 'Phòng Không Có' })],
  ])('refuses one with the fault %s as inconsistent', (first, data) => {
    expect(readCatalogue(data)).toMatchObject({
      ok: false,
      refusal: { code: 'catalogue-inconsistent', facts: { first } },
    });
  });

  it('takes two spans of one code, one after the other, and not across each other (D53)', () => {
    const ended = builtInCatalogue.units.find(({ successor }) => successor?.nameWithType);
    const from = parseDay('2024-12-01');
    if (ended === undefined || from === null) throw new Error('no unit has ended');
    const next = { ...ended, validFrom: from, validTo: null, successor: null };
    const withNext = { ...builtInCatalogue, units: [...builtInCatalogue.units, next] };
    const across = { ...next, validFrom: ended.validTo };
    const withAcross = { ...builtInCatalogue, units: [...builtInCatalogue.units, across] };
    expect(faultsOf(withNext)).toEqual([]);
    expect(faultsOf(withAcross).map(({ code }) => code)).toContain('unit-validity-overlap');
  });
});
