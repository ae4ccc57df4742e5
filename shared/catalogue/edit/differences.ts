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
  readonly kind: 'added' | 'changed' | 'ended' | 'removed';
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
  ];
}

/** What follows from another property and would say the same twice. */
const silent: ReadonlySet<string> = new Set(['deadline.before', 'searchKey', 'deadline.text']);

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
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => !silent.has(field) && (old.get(field) ?? null) !== (now.get(field) ?? null))
    .map((field) => ({
      group,
      kind: 'changed',
      id,
      name,
      field,
      from: old.get(field) ?? null,
      to: now.get(field) ?? null,
    }));
}

/** Every single value of a thing by its path; lists of plain values count as one. */
function leavesOf(value: unknown, path: string): Map<string, string | null> {
  if (value === null || value === undefined) return new Map([[path, null]]);
  if (typeof value !== 'object') {
    return new Map([[path, typeof value === 'string' ? value : JSON.stringify(value)]]);
  }
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    return new Map([[path, value.length === 0 ? null : value.map(String).join(', ')]]);
  }
  const inner = Object.entries(value).map(([key, item]: [string, unknown]) => {
    const code: unknown = Array.isArray(value) ? codeOf(item) : null;
    const name = typeof code === 'string' ? code : key;
    return leavesOf(item, path === '' ? name : `${path}.${name}`);
  });
  return new Map(inner.flatMap((leaves) => [...leaves]));
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
  return [
    ...after.flatMap((unit) => {
      const previous = old.get(spanKey(unit));
      return previous === undefined
        ? begunUnit(unit, before, after)
        : [...endedUnit(previous, unit, after), ...unitFields(previous, unit)];
    }),
    ...before
      .filter((unit) => !now.has(spanKey(unit)))
      .map((unit) => about(unit, 'removed', null, null, null)),
  ];
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
  return [
    ...since('nameWithType', previous.nameWithType, unit.nameWithType),
    ...(previous.parent === unit.parent
      ? []
      : since(
          'parent',
          unitWords(before, previous.parent, addDays(validFrom, -1)),
          unitWords(after, unit.parent, validFrom),
        )),
  ];
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

function unitFields(previous: Unit, unit: Unit): readonly Difference[] {
  return fieldChanges('units', unit.code, unit.nameWithType, previous, unit).filter(
    ({ field }) => field !== 'validTo' && field?.startsWith('successor') !== true,
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
