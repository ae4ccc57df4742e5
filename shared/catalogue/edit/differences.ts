import { unitOn } from '#shared/domain/unit.ts';
import type { Unit } from '#shared/domain/unit.ts';
import { addDays } from '#shared/kit/clock.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import type { Language } from '#shared/text/translate.ts';
import type { Catalogue } from '../catalogue.ts';
import { unitTargetsOf } from '../unit-targets.ts';

/** The parts of a catalogue under which differences are listed, in that order. */
export const differenceGroups = [
  'plan',
  'periods',
  'indicators',
  'targets',
  'unitTargets',
  'units',
  'forms',
  'checks',
  'other',
] as const;
export type DifferenceGroup = (typeof differenceGroups)[number];

/** One difference between two versions, as data: `difference-words.ts` says it. */
export type Difference = {
  readonly group: DifferenceGroup;
  /** `reordered`: the things that both versions have stand in another order. */
  readonly kind: 'added' | 'changed' | 'ended' | 'removed' | 'reordered';
  /** What it is about, by code and by name. */
  readonly id: string;
  readonly name: string;
  /** Which of its properties, as a path; null where it is about the whole thing. */
  readonly field: string | null;
  readonly from: string | null;
  readonly to: string | null;
};

/**
 * Everything in which a later catalogue differs from an earlier one (D164), with the names of one
 * language; its version is not told.
 */
export function differencesOf(
  before: Catalogue,
  after: Catalogue,
  language: Language = 'vi',
): readonly Difference[] {
  const nameOf = (code: string) =>
    indicatorName(after, code, language) ?? indicatorName(before, code, language) ?? code;
  const unitName = (code: string) => newestName(after, code) ?? newestName(before, code) ?? code;
  return [
    ...fieldChanges('plan', '', before.plan.number, before.plan, after.plan),
    ...listChanges('periods', before.periods, after.periods, ({ code, name }) => [
      code,
      name[language],
    ]),
    ...indicatorChanges(before, after, language),
    ...listChanges('targets', before.targets, after.targets, ({ id, indicator, horizon }) => [
      id,
      `${nameOf(indicator)} ${horizon}`,
    ]),
    ...listChanges(
      'unitTargets',
      unitTargetsOf(before),
      unitTargetsOf(after),
      ({ unit, indicator, horizon }) => [
        `${unit} ${indicator} ${horizon}`,
        `${unitName(unit)}: ${nameOf(indicator)} ${horizon}`,
      ],
    ),
    ...unitChanges(before.units, after.units),
    ...listChanges('forms', before.forms, after.forms, ({ code, screenName }) => [
      code,
      screenName[language],
    ]),
    ...listChanges('checks', before.checks, after.checks, ({ code }) => [code, code]),
    ...otherChanges(before, after),
  ];
}

function indicatorName({ indicators }: Catalogue, code: string, language: Language): string | null {
  return indicators.find((indicator) => indicator.code === code)?.name[language] ?? null;
}

function newestName({ units }: Catalogue, code: string): string | null {
  return units.filter((unit) => unit.code === code).at(-1)?.nameWithType ?? null;
}

function periodName({ periods }: Catalogue, code: string, language: Language): string {
  return periods.find((period) => period.code === code)?.name[language] ?? code;
}

/** An indicator that later periods ask for no more has ended; it was not changed. */
function indicatorChanges(
  before: Catalogue,
  after: Catalogue,
  language: Language,
): readonly Difference[] {
  return listChanges('indicators', before.indicators, after.indicators, ({ code, name }) => [
    code,
    name[language],
  ]).map((difference) =>
    difference.field === 'lastPeriod' && difference.to !== null
      ? { ...difference, kind: 'ended', to: periodName(after, difference.to, language) }
      : difference,
  );
}

function listChanges<Item>(
  group: DifferenceGroup,
  before: readonly Item[],
  after: readonly Item[],
  labelOf: (item: Item) => readonly [id: string, name: string],
): readonly Difference[] {
  const old = new Map(before.map((item) => [labelOf(item)[0], item]));
  const now = new Map(after.map((item) => [labelOf(item)[0], item]));
  const whole = (kind: 'added' | 'removed', item: Item): Difference => {
    const [id, name] = labelOf(item);
    return { group, kind, id, name, field: null, from: null, to: null };
  };
  return [
    ...after.flatMap((item) => {
      const [id] = labelOf(item);
      const previous = old.get(id);
      return previous === undefined
        ? [whole('added', item)]
        : // By the name that people know: the new one is told as a change.
          fieldChanges(group, id, labelOf(previous)[1], previous, item);
    }),
    ...before.filter((item) => !now.has(labelOf(item)[0])).map((item) => whole('removed', item)),
    ...orderChange(group, [...old.keys()], [...now.keys()]),
  ];
}

/** Lists are shown and printed in their order; what comes or goes between the others is no other order. */
function orderChange(
  group: DifferenceGroup,
  before: readonly string[],
  after: readonly string[],
): readonly Difference[] {
  return isReordered(before, after)
    ? [{ group, kind: 'reordered', id: group, name: group, field: null, from: null, to: null }]
    : [];
}

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const [old, now] = [new Set(before), new Set(after)];
  const stayed = before.filter((id) => now.has(id));
  return after.filter((id) => old.has(id)).some((id, at) => id !== stayed[at]);
}

/** What follows from another property, wherever that one changes, and would say the same twice. */
const following: ReadonlyMap<string, string> = new Map([
  ['deadline.before', 'deadline.lastCompliantDay'],
  ['deadline.text', 'deadline.lastCompliantDay'],
  ['deadline.planned', 'deadline.lastCompliantDay'],
  ['searchKey', 'nameWithType'],
]);

function fieldChanges(
  group: DifferenceGroup,
  id: string,
  name: string,
  before: unknown,
  after: unknown,
): readonly Difference[] {
  if (before === after) return [];
  const old = leavesOf(before, '');
  const now = leavesOf(after, '');
  const changed = [...new Set([...old.keys(), ...now.keys()])].filter(
    (field) => (old.get(field)?.exact ?? null) !== (now.get(field)?.exact ?? null),
  );
  const told = changed.filter((field) => {
    const followed = following.get(field);
    return followed === undefined || !changed.includes(followed);
  });
  const lists = ordersOf(before, '');
  const reordered = [...ordersOf(after, '')].filter(([path, codes]) =>
    isReordered(lists.get(path) ?? [], codes),
  );
  return [
    ...told.map((field): Difference => ({
      group,
      kind: 'changed',
      id,
      name,
      field,
      from: old.get(field)?.said ?? null,
      to: now.get(field)?.said ?? null,
    })),
    ...reordered.map(([field]): Difference => ({
      group,
      kind: 'reordered',
      id,
      name,
      field,
      from: null,
      to: null,
    })),
  ];
}

/** A value as it is said, and exactly: two lists may read alike. */
type Leaf = { readonly said: string | null; readonly exact: string | null };

/** Every single value of a thing by its path; lists of plain values count as one. */
function leavesOf(value: unknown, path: string): Map<string, Leaf> {
  if (value === null || value === undefined) return new Map([[path, { said: null, exact: null }]]);
  const exact = JSON.stringify(value);
  if (typeof value !== 'object') {
    return new Map([[path, { said: typeof value === 'string' ? value : exact, exact }]]);
  }
  if (isPlainList(value)) {
    const said = value.length === 0 ? null : value.map(String).join(', ');
    return new Map([[path, { said, exact: value.length === 0 ? null : exact }]]);
  }
  return new Map(innerOf(value, path).flatMap(([at, item]) => [...leavesOf(item, at)]));
}

/** The codes of every list of things by its path, in their order. */
function ordersOf(value: unknown, path: string): Map<string, readonly string[]> {
  if (typeof value !== 'object' || value === null || isPlainList(value)) return new Map();
  const inner = innerOf(value, path);
  return new Map([
    ...(Array.isArray(value) ? [[path, inner.map(([at]) => at)] as const] : []),
    ...inner.flatMap(([at, item]) => [...ordersOf(item, at)]),
  ]);
}

function isPlainList(value: object): value is readonly (string | number | boolean)[] {
  return Array.isArray(value) && value.every((item) => typeof item !== 'object');
}

/** What a thing is made of, each by its path: by its code where it has one, else by its key or place. */
function innerOf(value: object, path: string): readonly (readonly [string, unknown])[] {
  return Object.entries(value).map(([key, item]: [string, unknown]) => {
    const code: unknown = Array.isArray(value) ? codeOf(item) : null;
    const name = typeof code === 'string' ? code : key;
    return [path === '' ? name : `${path}.${name}`, item];
  });
}

function codeOf(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return null;
  return 'code' in item ? item.code : 'id' in item ? item.id : null;
}

/**
 * Units are told by what happened to them: renamed or put under another from a day, begun, ended. A
 * unit is its code and a span of days (D40), so the spans of a code are read together.
 */
function unitChanges(before: readonly Unit[], after: readonly Unit[]): readonly Difference[] {
  const old = new Map(before.map((unit) => [spanKey(unit), unit]));
  const now = new Map(after.map((unit) => [spanKey(unit), unit]));
  const told = [
    ...after.flatMap((unit) => {
      const previous = old.get(spanKey(unit));
      return previous === undefined
        ? begunUnit(unit, before, after)
        : [...endedUnit(previous, unit, after), ...unitFields(previous, unit, false)];
    }),
    ...before
      .filter((unit) => !now.has(spanKey(unit)))
      .map((unit) => about(unit, 'removed', null, null, null)),
  ];
  const codes = new Set(told.map(({ id }) => id));
  const untold = after.flatMap((unit) => {
    const previous = old.get(spanKey(unit));
    return previous === undefined || codes.has(unit.code) ? [] : unitFields(previous, unit, true);
  });
  return [...told, ...untold, ...orderChange('units', [...old.keys()], [...now.keys()])];
}

function spanKey({ code, validFrom }: Unit): string {
  return `${code} ${validFrom ?? ''}`;
}

function begunUnit(
  unit: Unit,
  before: readonly Unit[],
  after: readonly Unit[],
): readonly Difference[] {
  const { code, validFrom } = unit;
  const previous = validFrom === null ? null : unitOn(before, code, addDays(validFrom, -1));
  if (previous === null || validFrom === null) {
    return [about(unit, 'added', 'validFrom', null, validFrom)];
  }
  const since = (field: string, from: string | null, to: string | null): Difference[] =>
    from === to ? [] : [about(previous, 'changed', `since.${validFrom}.${field}`, from, to)];
  const changes = [
    ...since('nameWithType', previous.nameWithType, unit.nameWithType),
    ...(previous.parent === unit.parent
      ? []
      : since(
          'parent',
          unitWords(before, previous.parent, addDays(validFrom, -1)),
          unitWords(after, unit.parent, validFrom),
        )),
  ];
  return changes.length > 0 ? changes : [about(unit, 'added', 'validFrom', null, validFrom)];
}

/** A unit by name and code as it is on a day: `Huyện Nam Sách (291)`. */
function unitWords(
  units: readonly Unit[],
  code: Unit['code'] | null,
  day: CalendarDay,
): string | null {
  if (code === null) return null;
  const unit = unitOn(units, code, day);
  return unit === null ? code : `${unit.nameWithType} (${code})`;
}

function endedUnit(previous: Unit, unit: Unit, after: readonly Unit[]): readonly Difference[] {
  if (previous.validTo === unit.validTo || unit.validTo === null) return [];
  // Under the same code it goes on: the span that follows tells of it.
  const goesOn = unitOn(after, unit.code, addDays(unit.validTo, 1)) !== null;
  return goesOn ? [] : [about(unit, 'ended', 'validTo', previous.validTo, unit.validTo)];
}

/**
 * What else became of a span. When it ends, and what follows it, other differences of its code say as a
 * rule: they are told where none does.
 */
function unitFields(previous: Unit, unit: Unit, withEnd: boolean): readonly Difference[] {
  const isOfEnd = ({ field }: Difference): boolean =>
    field === 'validTo' || field?.startsWith('successor') === true;
  return fieldChanges('units', unit.code, unit.nameWithType, previous, unit).filter(
    (difference) => withEnd || !isOfEnd(difference),
  );
}

function about(
  unit: Unit,
  kind: Difference['kind'],
  field: string | null,
  from: string | CalendarDay | null,
  to: string | CalendarDay | null,
): Difference {
  return { group: 'units', kind, id: unit.code, name: unit.nameWithType, field, from, to };
}

/** The parts that nobody edits here and that a file may bring: named, and no more. */
const otherParts = [
  'sections',
  'purposes',
  'goals',
  'indicatorGroups',
  'taskGroups',
  'tasks',
  'fundingSources',
  'assignments',
  'unitSource',
  'agencies',
  'beneficiaries',
  'anomalies',
  'evaluationRules',
  'definitionSources',
  'knownResults',
] as const satisfies readonly (keyof Catalogue)[];

function otherChanges(before: Catalogue, after: Catalogue): readonly Difference[] {
  return otherParts
    .filter((part) => fieldChanges('other', part, part, before[part], after[part]).length > 0)
    .map((part) => ({
      group: 'other',
      kind: 'changed',
      id: part,
      name: part,
      field: null,
      from: null,
      to: null,
    }));
}
