import { searchKey } from '#shared/text/fold.ts';
import { abbreviations } from './abbreviations.ts';
import type { Catalogue } from './catalogue.ts';

export type SearchKind = 'indicator' | 'target' | 'task' | 'assignment' | 'unit';

/** Something of the catalogue that a search found. */
export type SearchHit = {
  readonly kind: SearchKind;
  /** The item's code or id in its own list. */
  readonly id: string;
  /** Its name, or its original wording where it has no name. */
  readonly title: string;
  /** What tells it from its likes: the group, horizon, lead agency or parent unit; may be empty. */
  readonly context: string;
  /** The folded words under which it was found; for "bhyt" that can be `bao hiem y te`. */
  readonly match: string;
};

type Entry = Omit<SearchHit, 'match'> & { readonly foldedName: string; readonly folded: string };

/** A catalogue made ready for searching; build it once for each version. */
export type SearchIndex = readonly Entry[];

const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const MOST_PHRASINGS = 16;
/** The titles of the other kinds are whole paragraphs: a word in one says little. */
const kindsWithNames: ReadonlySet<SearchKind> = new Set(['indicator', 'unit']);
const NO_MATCH = Number.POSITIVE_INFINITY;
const foldedAbbreviations = abbreviations.map(
  ([short, long]) => [wordsOf(short), wordsOf(long)] as const,
);

/** Folds everything that can be searched, in the catalogue's order: indicators first, units last. */
export function buildSearchIndex(catalogue: Catalogue): SearchIndex {
  const indicatorNames = new Map(catalogue.indicators.map(({ code, name }) => [code, name]));
  const groupNames = new Map(catalogue.indicatorGroups.map(({ code, name }) => [code, name.vi]));
  const taskGroups = new Map(catalogue.taskGroups.map(({ id, title }) => [id, title]));
  const unitNames = new Map(catalogue.units.map(({ code, nameWithType }) => [code, nameWithType]));
  return [
    ...catalogue.indicators.map((each) =>
      entry('indicator', each.code, each.name.vi, groupNames.get(each.group) ?? '', [
        each.name.en,
        each.code,
        each.definition.wording.vi,
        each.owners.district ?? '',
        each.owners.province,
      ]),
    ),
    ...catalogue.targets.map((each) =>
      entry('target', each.id, each.originalText, each.horizon, [
        indicatorNames.get(each.indicator)?.vi ?? '',
        indicatorNames.get(each.indicator)?.en ?? '',
      ]),
    ),
    ...catalogue.tasks.map((each) =>
      entry('task', each.id, each.text, taskGroups.get(each.group) ?? '', []),
    ),
    ...catalogue.assignments.map((each) =>
      entry('assignment', each.id, each.text, each.leadAgency ?? each.assignedAgency ?? '', [
        ...each.cooperatingAgencies,
      ]),
    ),
    ...catalogue.units.map((each) =>
      entry(
        'unit',
        each.code,
        each.nameWithType,
        each.parent === null ? '' : (unitNames.get(each.parent) ?? ''),
        [each.shortName],
      ),
    ),
  ];
}

/**
 * Finds what contains every word of a query, without regard to accents, case and abbreviation (D55):
 * whole words, but for the last, which may be the beginning of one. Best first: the id itself, a name
 * from its start, the words side by side in a name, scattered in a name, side by side elsewhere,
 * scattered elsewhere; equals keep the catalogue's order. An empty query finds nothing.
 */
export function searchCatalogue(
  index: SearchIndex,
  query: string,
  limit = 100,
): readonly SearchHit[] {
  const phrasings = phrasingsOf(wordsOf(query));
  return index
    .map((item) => ({ item, ...bestMatch(item, phrasings) }))
    .filter(({ rank }) => rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ item: { kind, id, title, context }, match }) => ({ kind, id, title, context, match }));
}

/** The query as typed and with abbreviations written out or shortened. */
function phrasingsOf(query: string): readonly string[] {
  const phrasings = query === '' ? [] : [query];
  for (const pair of foldedAbbreviations) {
    for (const phrasing of [...phrasings]) {
      for (const [from, to] of [pair, [pair[1], pair[0]] as const]) {
        const swapped = ` ${phrasing} `.replace(` ${from} `, ` ${to} `).trim();
        const isNew = !phrasings.includes(swapped);
        if (isNew && phrasings.length < MOST_PHRASINGS) phrasings.push(swapped);
      }
    }
  }
  return phrasings;
}

function bestMatch(
  item: Entry,
  phrasings: readonly string[],
): { readonly rank: number; readonly match: string } {
  return phrasings
    .map((match) => ({ rank: rankOf(item, match), match }))
    .reduce((best, each) => (each.rank < best.rank ? each : best), { rank: NO_MATCH, match: '' });
}

function rankOf(item: Entry, phrase: string): number {
  if (wordsOf(item.id) === phrase) return 0;
  if (item.foldedName.startsWith(` ${phrase}`)) return 1;
  if (item.foldedName.includes(` ${phrase}`)) return 2;
  if (hasWords(item.foldedName, phrase)) return 3;
  if (item.folded.includes(` ${phrase}`)) return 4;
  return hasWords(item.folded, phrase) ? 5 : NO_MATCH;
}

function hasWords(folded: string, phrase: string): boolean {
  const words = phrase.split(' ');
  return words.every((word, position) =>
    folded.includes(position === words.length - 1 ? ` ${word}` : ` ${word} `),
  );
}

function entry(
  kind: SearchKind,
  id: string,
  title: string,
  context: string,
  more: readonly string[],
): Entry {
  const foldedName = kindsWithNames.has(kind) ? ` ${wordsOf(title)} ` : '';
  const folded = ` ${wordsOf([title, context, ...more].join(' '))} `;
  return { kind, id, title, context, foldedName, folded };
}

/** Folded words with single blanks between them, punctuation gone. */
function wordsOf(text: string): string {
  return searchKey(text).replace(NOT_WORD, ' ').trim();
}
