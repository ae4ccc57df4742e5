import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { publishedValues, publishedWord } from '#shared/catalogue/published-outcomes.ts';
import { knownResults as schema } from '#shared/catalogue/schema-plan.ts';
import type { Target } from '#shared/domain/target.ts';

const { targets, knownResults } = builtInCatalogue;
const first = targets.find(({ id }) => id === 'T2022.1') as Target; // the plan's first
const of2024: Target = { ...first, id: 'T2024.1', horizon: '2024' };
const twoLists: Catalogue = { ...builtInCatalogue, targets: [of2024, ...targets] };

describe('published outcomes', () => {
  it('D154 belong to the list of one horizon, and to no goal of another with the same number', () => {
    expect(publishedWord(twoLists, { number: 1, horizon: '2022' })).toBe('không đạt');
    expect(publishedWord(twoLists, { number: 1, horizon: '2024' })).toBeNull();
    expect(publishedValues(twoLists, first).map(({ value }) => value)).toEqual(['9.06', '9']);
    expect(publishedValues(twoLists, of2024)).toEqual([]);
  });

  it('D154 go by the horizon that the catalogue names', () => {
    const named = { ...twoLists, knownResults: { ...knownResults, horizon: '2024' } };
    expect(publishedWord(named, { number: 1, horizon: '2024' })).toBe('không đạt');
    expect(publishedWord(named, { number: 1, horizon: '2022' })).toBeNull();
    expect(publishedValues(named, first)).toEqual([]);
    expect(schema.safeParse(named.knownResults).success).toBe(true);
  });
});
