import { searchKey } from '#shared/text/fold.ts';

/** A name in a file, by the row it stands in. */
export type NamedRow = { readonly sheetRow: number; readonly name: string };

/** Numbering before a name: `1.`, `1.2`, `IV)`, `a)`, `(3)`, `-`, `+`. */
const NUMBERING =
  /^(?:[-+*•–—]\s*|\(?(?:[ivxlc]{1,6}|[a-z]|\d{1,3}(?:\.\d{1,3})*)\s*[.):/]+\s*|\d{1,3}(?:\.\d{1,3})*\s+)+/;
/** The kind of a commune, which some tables write and some do not. */
const UNIT_KIND = /^(?:xa|phuong|thi tran|tt\.?)\s+(?=\S)/;
const NOT_WORDS = /[^a-z0-9]+/g;
/** What follows tells no two rows apart. */
const LONGEST_NAME = 400;
/** How many pairs of names are compared at most; equal names are found without. */
const MAX_COMPARED = 1_000_000;
/** From here on two names are taken for the same; the screen shows both. */
const ALIKE = 0.75;
/** Less than this is told apart nowhere. */
const NOTHING_ALIKE = 0.3;
/** Shorter names must be equal: in "Đồng Tâm" and "Đồng Tiến" every word counts. */
const MIN_WORDS = 3;

/** A name as tables compare it: without numbering, kind of commune, accents, case and signs. */
export function nameKey(name: string): string {
  return searchKey(name.slice(0, LONGEST_NAME))
    .replace(NUMBERING, '')
    .replace(UNIT_KIND, '')
    .replace(NOT_WORDS, ' ')
    .trim();
}

/** How much two keys share, from 0 to 1: twice the common words over all words (Dice). */
export function likeness(a: string, b: string): number {
  return shareOf(wordsOf(a), wordsOf(b));
}

/**
 * Finds the row of the form for rows of a file by their names. Equal names go first, repeated ones in
 * the order in which they come; then names that are alike, the closest first. Each row of the form is
 * given once. Gives codes by row of the sheet.
 */
export function matchNames(
  named: readonly NamedRow[],
  rows: readonly { readonly code: string; readonly name: string }[],
): ReadonlyMap<number, string> {
  const matched = new Map<number, string>();
  const waiting = new Map<string, string[]>();
  for (const { code, name } of rows) {
    const key = nameKey(name);
    waiting.set(key, [...(waiting.get(key) ?? []), code]);
  }
  const others: { readonly sheetRow: number; readonly key: string }[] = [];
  for (const { sheetRow, name } of named) {
    const key = nameKey(name);
    if (key === '') continue;
    const code = waiting.get(key)?.shift();
    if (code === undefined) others.push({ sheetRow, key });
    else matched.set(sheetRow, code);
  }
  for (const { sheetRow, key } of closestFirst(others, [...waiting.keys()])) {
    if (matched.has(sheetRow)) continue;
    const code = waiting.get(key)?.shift();
    if (code !== undefined) matched.set(sheetRow, code);
  }
  return matched;
}

type Pair = { readonly sheetRow: number; readonly key: string; readonly score: number };

function closestFirst(
  others: readonly { readonly sheetRow: number; readonly key: string }[],
  keys: readonly string[],
): readonly Pair[] {
  const candidates = keys.map((key) => ({ key, words: wordsOf(key) })).filter(isLong);
  const pairs: Pair[] = [];
  const compared = Math.floor(MAX_COMPARED / Math.max(1, candidates.length));
  for (const { sheetRow, key } of others.slice(0, compared)) {
    const words = wordsOf(key);
    if (!isLong({ words })) continue;
    for (const candidate of candidates) {
      const score = shareOf(words, candidate.words);
      if (score >= ALIKE) pairs.push({ sheetRow, key: candidate.key, score });
    }
  }
  return pairs.sort((a, b) => b.score - a.score);
}

function isLong({ words }: { readonly words: readonly string[] }): boolean {
  return words.length >= MIN_WORDS;
}

function wordsOf(key: string): readonly string[] {
  return key.split(' ').filter((word) => word !== '');
}

function shareOf(a: readonly string[], b: readonly string[]): number {
  const all = a.length + b.length;
  // What the shorter one could share at most; saves most comparisons of long lists.
  if (all === 0 || 2 * Math.min(a.length, b.length) < NOTHING_ALIKE * all) return 0;
  const left = [...b];
  let common = 0;
  for (const word of a) {
    const at = left.indexOf(word);
    if (at < 0) continue;
    left.splice(at, 1);
    common += 1;
  }
  return (2 * common) / all;
}
