import { describe, expect, it } from 'vitest';
import { lineageOf } from '#shared/bundle/lineage.ts';
import type { Choices, Lineage, Link } from '#shared/bundle/lineage.ts';
import { someDigest } from './two-offices.ts';

const names = ['first', 'A', 'A2', 'A3', 'B', 'B2', 'B3', 'lost'] as const;
type Name = (typeof names)[number];

/** `A3` continues `A2`; the first of `A` and `B` both continue `first`. */
const links = (...pairs: readonly (readonly [Name, Name | null])[]): readonly Link[] =>
  pairs.map(([name, prev]) => ({
    statementSha256: someDigest(name),
    prev: prev === null ? null : someDigest(prev),
  }));
const both = links(
  ['first', null],
  ['A', 'first'],
  ['A2', 'A'],
  ['B', 'first'],
  ['B2', 'B'],
  ['B3', 'B2'],
);
const named = (found: ReadonlySet<string> | undefined): readonly Name[] =>
  names.filter((name) => found?.has(someDigest(name)) === true);
const decided = (chosen: readonly Name[], setAside: readonly Name[], all = both): Lineage => {
  const choices: Choices = {
    chosen: new Set(chosen.map(someDigest)),
    setAside: new Set(setAside.map(someDigest)),
  };
  return lineageOf(all, choices);
};

describe('the history of a series of which copies were told apart', () => {
  it('wants no proof while nothing was set aside', () => {
    expect(decided([], [])).toEqual({ leftBehind: new Set(), proven: null });
    expect(decided(['A'], []).proven).toBeNull();
  });

  it('B31 leaves behind whatever continues what was set aside, and goes on with the other', () => {
    const { leftBehind, proven } = decided(['A'], ['B']);
    expect(named(leftBehind)).toEqual(['B', 'B2', 'B3']);
    expect(named(proven?.line)).toEqual(['A', 'A2']);
    expect(named(proven?.before)).toEqual(['first']);
  });

  it('B31 goes on from what was chosen later, also where it continues what was set aside', () => {
    const { leftBehind, proven } = decided(['B2'], ['A', 'B']);
    expect(named(leftBehind)).toEqual(['A', 'A2', 'B']);
    expect(named(proven?.line)).toEqual(['B2', 'B3']);
    expect(named(proven?.before)).toEqual(['first', 'B']);
  });

  it('B31 proves nothing over a gap, and knows what the chosen one continues by its digest', () => {
    const { leftBehind, proven } = decided(
      ['A3'],
      ['B'],
      links(['A3', 'lost'], ['B', 'first'], ['B3', 'B2']),
    );
    expect(named(leftBehind)).toEqual(['B']);
    expect(named(proven?.line)).toEqual(['A3']);
    expect(named(proven?.before)).toEqual(['lost']);
  });
});
