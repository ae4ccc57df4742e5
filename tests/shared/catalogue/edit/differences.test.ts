import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { differencesOf } from '#shared/catalogue/edit/differences.ts';
import { addDays } from '#shared/kit/clock.ts';
import { smallCatalogue } from '../../../helpers/small-plan.ts';
import { dayOf } from './arbitrary-edits.ts';

const catalogues = [
  ['plan 1112', builtInCatalogue, 60],
  ['a small plan', smallCatalogue, 300],
] as const;

/** Every place of a JSON value, but the version of a catalogue. */
function placesOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
          path.length === 0 && key === 'version' ? [] : placesOf(item, [...path, key]),
        )
      : [];
  return Array.isArray(value) || inner.length === 0 ? [path, ...inner] : inner;
}

/** The same JSON with one place changed: a list the other way round, a day into the next one. */
function alteredAt(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) {
    if (Array.isArray(value)) return [...value].reverse();
    if (typeof value !== 'string') return typeof value === 'number' ? value + 1 : '2023-05-05';
    return /^\d{4}-\d\d-\d\d$/.test(value) ? addDays(dayOf(value), 1) : `${value}x`;
  }
  if (typeof value !== 'object' || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  copy[key] = alteredAt(copy[key], rest);
  return Array.isArray(value) ? Object.values(copy) : copy;
}

describe.each(catalogues)('differences of %s', (_name, catalogue, runs) => {
  const json: unknown = JSON.parse(JSON.stringify(catalogue));
  const places = placesOf(json);

  it('tell whatever a file may have changed at any place (D164)', () => {
    fc.assert(
      fc.property(fc.nat(places.length - 1), (at) => {
        // Differences are told of catalogues with faults too, and of every member by its path.
        const altered = alteredAt(json, places[at] ?? []) as Catalogue;
        const told = differencesOf(catalogue, altered);
        const isSame = JSON.stringify(altered) === JSON.stringify(json);
        expect([places[at], told.length === 0]).toEqual([places[at], isSame]);
      }),
      { numRuns: runs },
    );
  });

  it('tell lists of texts apart that read alike, and the order of lists', () => {
    const [first, ...others] = catalogue.targets;
    if (first === undefined) throw new Error('There are no targets.');
    const noted = (notes: readonly string[]) => ({
      ...catalogue,
      targets: [{ ...first, notes }, ...others],
    });
    expect(differencesOf(noted(['a', 'b']), noted(['a, b']))).toHaveLength(1);
    const turned = { ...catalogue, indicators: [...catalogue.indicators].reverse() };
    expect(differencesOf(catalogue, turned)).toMatchObject([
      { group: 'indicators', kind: 'reordered' },
    ]);
    const without = { ...catalogue, indicators: catalogue.indicators.slice(1) };
    expect(differencesOf(catalogue, without)).toMatchObject([{ kind: 'removed' }]);
  });
});
