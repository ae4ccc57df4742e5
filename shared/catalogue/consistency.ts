import { searchKey } from '#shared/text/fold.ts';
import { isNfc } from '#shared/text/nfc.ts';
import { daysBetween } from '#shared/kit/clock.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import { compare, roundHalfUp } from '#shared/domain/decimal.ts';
import { partsOfPeriod } from '#shared/domain/period.ts';
import type { Aggregation, Formula } from '#shared/domain/indicator.ts';
import type { Unit } from '#shared/domain/unit.ts';
import type { Assignment, Catalogue } from './catalogue.ts';
import type { CatalogueFault, CatalogueFaultCode } from './catalogue-fault.ts';
import { checkFaults } from './check-consistency.ts';
import { formFaults } from './form-consistency.ts';
import { unitTargetsOf } from './unit-targets.ts';

/** Everything that contradicts itself in a catalogue (D50 to D54, D56); an empty list when it is sound. */
export function faultsOf(catalogue: Catalogue): readonly CatalogueFault[] {
  return [
    ...textFaults(catalogue, 'catalogue'),
    ...duplicateFaults(catalogue),
    ...referenceFaults(catalogue),
    ...unitFaults(catalogue.units),
    ...periodFaults(catalogue),
    ...rangeFaults(catalogue),
    ...targetFaults(catalogue),
    ...aggregationFaults(catalogue),
    ...assignmentFaults(catalogue),
    ...formFaults(catalogue),
    ...checkFaults(catalogue.checks, catalogue),
  ];
}

function textFaults(value: unknown, at: string): CatalogueFault[] {
  if (typeof value === 'string') return isNfc(value) ? [] : [fault('text-not-nfc', at, value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textFaults(inner, `${at}.${key}`));
}

function duplicateFaults(catalogue: Catalogue): CatalogueFault[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['sections', catalogue.sections.map(({ id }) => id)],
    ['purposes', catalogue.purposes.map(({ id }) => id)],
    ['goals', catalogue.goals.map(({ id }) => id)],
    ['indicatorGroups', catalogue.indicatorGroups.map(({ code }) => code)],
    ['indicators', catalogue.indicators.map(({ code }) => code)],
    ['targets', catalogue.targets.map(({ id }) => id)],
    ['targets', catalogue.targets.map(({ indicator, horizon }) => `${indicator} ${horizon}`)],
    [
      'unitTargets',
      unitTargetsOf(catalogue).map(
        ({ unit, indicator, horizon }) => `${unit} ${indicator} ${horizon}`,
      ),
    ],
    ['taskGroups', catalogue.taskGroups.map(({ id }) => id)],
    ['tasks', catalogue.tasks.map(({ id }) => id)],
    ['fundingSources', catalogue.fundingSources.map(({ code }) => code)],
    ['assignments', catalogue.assignments.map(({ id }) => id)],
    ['periods', catalogue.periods.map(({ code }) => code)],
    ['periods', catalogue.periods.map(({ id }) => id)],
    ['agencies', catalogue.agencies.provincial.map(({ id }) => id)],
  ];
  return lists.flatMap(([at, ids]) =>
    ids
      .filter((id, position) => ids.indexOf(id) !== position)
      .map((id) => fault('id-duplicate', at, id)),
  );
}

function referenceFaults(catalogue: Catalogue): CatalogueFault[] {
  const indicators = new Set(catalogue.indicators.map(({ code }) => code));
  const groups = new Set(catalogue.indicatorGroups.map(({ code }) => code));
  const taskGroups = new Set(catalogue.taskGroups.map(({ id }) => id));
  const assignments = new Set(catalogue.assignments.map(({ id }) => id));
  const periods = new Set(catalogue.periods.map(({ code }) => code));
  const units = new Set(catalogue.units.map(({ code }) => code));
  const sources = new Set(Object.keys(catalogue.definitionSources));
  return [
    ...catalogue.indicators.flatMap((indicator) => [
      ...unknown(groups, [indicator.group], `indicators ${indicator.code}`),
      ...unknown(sources, indicator.definition.sources, `indicators ${indicator.code}`),
    ]),
    ...catalogue.targets.flatMap((target) =>
      unknown(indicators, [target.indicator], `targets ${target.id}`),
    ),
    ...unitTargetsOf(catalogue).flatMap(({ unit, indicator }) => [
      ...unknown(units, [unit], 'unitTargets'),
      ...unknown(indicators, [indicator], 'unitTargets'),
    ]),
    ...catalogue.indicators.flatMap(({ code, lastPeriod }) =>
      unknown(periods, lastPeriod === undefined ? [] : [lastPeriod], `indicators ${code}`),
    ),
    ...catalogue.tasks.flatMap((task) => [
      ...unknown(taskGroups, [task.group], `tasks ${task.id}`),
      ...unknown(indicators, task.relatedIndicators, `tasks ${task.id}`),
    ]),
    ...catalogue.assignments.flatMap(({ id, parent }) =>
      unknown(assignments, parent === null ? [] : [parent], `assignments ${id}`),
    ),
    ...catalogue.units.flatMap(({ code, parent }) =>
      unknown(units, parent === null ? [] : [parent], `units ${code}`),
    ),
    ...catalogue.knownResults.values.flatMap(({ indicator }) =>
      unknown(indicators, [indicator], 'knownResults'),
    ),
  ];
}

function unknown<Id extends string>(
  known: ReadonlySet<Id>,
  references: readonly Id[],
  at: string,
): CatalogueFault[] {
  return references
    .filter((reference) => !known.has(reference))
    .map((reference) => fault('reference-unknown', at, reference));
}

function unitFaults(units: readonly Unit[]): CatalogueFault[] {
  const parents = new Map(units.map(({ code, parent }) => [code, parent]));
  const spans = new Map<string, Unit[]>();
  for (const unit of units) spans.set(unit.code, [...(spans.get(unit.code) ?? []), unit]);
  return units.flatMap((unit) => {
    const at = `units ${unit.code}`;
    const twins = (spans.get(unit.code) ?? []).filter((other) => other !== unit);
    return [
      ...(isInCycle(unit, parents) ? [fault('unit-parent-cycle', at, unit.code)] : []),
      ...(unit.validFrom !== null && unit.validTo !== null && unit.validFrom > unit.validTo
        ? [fault('unit-validity-reversed', at, unit.nameWithType)]
        : []),
      ...(twins.some((other) => overlap(unit, other))
        ? [fault('unit-validity-overlap', at, unit.nameWithType)]
        : []),
      ...(unit.searchKey === searchKey(unit.nameWithType)
        ? []
        : [fault('unit-search-key-wrong', at, unit.searchKey)]),
    ];
  });
}

function isInCycle(unit: Unit, parents: ReadonlyMap<Unit['code'], Unit['parent']>): boolean {
  const seen = new Set<Unit['code']>([unit.code]);
  let above = unit.parent;
  while (above !== null) {
    if (seen.has(above)) return true;
    seen.add(above);
    above = parents.get(above) ?? null;
  }
  return false;
}

function overlap(a: Unit, b: Unit): boolean {
  const startsInTime = a.validFrom === null || b.validTo === null || a.validFrom <= b.validTo;
  const endsInTime = b.validFrom === null || a.validTo === null || b.validFrom <= a.validTo;
  return startsInTime && endsInTime;
}

function periodFaults(catalogue: Catalogue): CatalogueFault[] {
  return catalogue.periods.flatMap((period) => {
    const { year, month } = partsOfPeriod(period.code);
    const { before, lastCompliantDay, lastWorkingDay } = period.deadline;
    const sound =
      year === period.year &&
      (month === 0) === (period.kind === 'plan') &&
      daysBetween(lastCompliantDay, before) === 1 &&
      (lastWorkingDay === null || lastWorkingDay <= lastCompliantDay) &&
      isNearYear(lastCompliantDay, year) &&
      (period.cutOff === null ||
        (isNearYear(period.cutOff, year) && period.cutOff <= lastCompliantDay));
    return sound ? [] : [fault('period-contradicts-itself', 'periods', period.code)];
  });
}

/** What is asked of a year falls within it or a year beside it; anything further is a slip of the key. */
function isNearYear(day: CalendarDay, year: number): boolean {
  return Math.abs(Number(day.slice(0, 4)) - year) <= 1;
}

function rangeFaults(catalogue: Catalogue): CatalogueFault[] {
  const indicators = catalogue.indicators.flatMap(({ code, range }) => [
    { at: `indicators ${code}`, low: range.hardMin, high: range.hardMax },
    { at: `indicators ${code}`, low: range.warnBelow, high: range.warnAbove },
  ]);
  const targets = catalogue.targets.map(({ id, range }) => ({
    at: `targets ${id}`,
    low: range?.min ?? null,
    high: range?.max ?? null,
  }));
  return [...indicators, ...targets]
    .filter(({ low, high }) => low !== null && high !== null && compare(low, high) > 0)
    .map(({ at, low }) => fault('range-reversed', at, low ?? ''));
}

/** Horizons run forwards, and a figure that is rounded to its indicator's decimals can reach its target. */
function targetFaults(catalogue: Catalogue): CatalogueFault[] {
  const decimals = new Map(catalogue.indicators.map((each) => [each.code, each.decimals]));
  const targets = [
    ...catalogue.targets.map((target) => ({ ...target, at: `targets ${target.id}` })),
    ...unitTargetsOf(catalogue).map((target) => ({ ...target, at: 'unitTargets' })),
  ];
  return targets.flatMap(({ at, indicator, horizon, value }) => {
    const [first = '', last = first] = horizon.split('-');
    const most = decimals.get(indicator);
    const isFiner = most !== undefined && compare(roundHalfUp(value, most), value) !== 0;
    return [
      ...(first > last ? [fault('horizon-reversed', at, horizon)] : []),
      ...(isFiner ? [fault('target-finer-than-indicator', at, value)] : []),
    ];
  });
}

/** Amounts are weighed, values are added up: neither can be done with the other. */
function aggregationFaults(catalogue: Catalogue): CatalogueFault[] {
  return catalogue.indicators
    .filter(({ aggregation, formula }) =>
      aggregation === 'sum' ? formula.kind !== 'value' : isWeighedValue(aggregation, formula.kind),
    )
    .map(({ code, aggregation }) =>
      fault('aggregation-contradicts-formula', `indicators ${code}`, aggregation),
    );
}

function isWeighedValue(aggregation: Aggregation, kind: Formula['kind']): boolean {
  return aggregation === 'weighted' && kind === 'value';
}

function assignmentFaults(catalogue: Catalogue): CatalogueFault[] {
  const { agencies, assignments } = catalogue;
  const named = [...agencies.provincial.map(({ name }) => name), ...agencies.groupsNamed].map(
    searchKey,
  );
  const parents = new Set(assignments.map(({ parent }) => parent));
  return assignments.flatMap((assignment) => [
    ...(assignment.isLeaf === !parents.has(assignment.id)
      ? []
      : [fault('assignment-leaf-wrong', 'assignments', assignment.id)]),
    ...(hasKnownLead(assignment, assignments, named)
      ? []
      : [fault('assignment-lead-unknown', `assignments ${assignment.id}`, leadOf(assignment))]),
  ]);
}

function hasKnownLead(
  assignment: Assignment,
  assignments: readonly Assignment[],
  named: readonly string[],
): boolean {
  const lead = searchKey(leadOf(assignment));
  const parent = assignments.find(({ id }) => id === assignment.parent);
  const inherits = !assignment.leadInherited || assignment.leadAgency === parent?.leadAgency;
  return inherits && named.some((name) => lead.includes(name));
}

function leadOf(assignment: Assignment): string {
  return assignment.leadAgency ?? assignment.assignedAgency ?? '';
}

function fault(code: CatalogueFaultCode, at: string, value: string): CatalogueFault {
  return { code, at, value };
}
