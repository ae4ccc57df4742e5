import type { Target, UnitTarget } from '#shared/domain/target.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Catalogue } from '../catalogue.ts';
import { unitTargetsOf } from '../unit-targets.ts';
import type { EditOf, EditRefusal } from './edit.ts';

/**
 * Adds a target of the plan, or changes one. Refuses `edit-subject-unknown` {code} for an indicator or
 * target that is not there, `edit-code-taken` {code} where its indicator has one for that horizon, and
 * `edit-strict-equal` for a value that is to be met exactly and does not count itself.
 */
export function setTarget(
  catalogue: Catalogue,
  { id, indicator, horizon, value, comparison, strict, wording }: EditOf<'target.set'>,
): Result<Catalogue, EditRefusal> {
  const of = catalogue.indicators.find(({ code }) => code === indicator);
  if (of === undefined) return refuse('edit-subject-unknown', { code: indicator });
  if (strict && comparison === '=') return refuse('edit-strict-equal');
  const before = catalogue.targets.find((target) => target.id === id) ?? null;
  if (id !== null && before === null) return refuse('edit-subject-unknown', { code: id });
  const isTaken = catalogue.targets.some(
    (target) => target !== before && target.indicator === indicator && target.horizon === horizon,
  );
  if (isTaken) return refuse('edit-code-taken', { code: `${indicator} ${horizon}` });
  const facts = { indicator, horizon, value, comparison, strict, originalText: wording };
  if (before !== null) {
    // The span, the spelling and the remarks of the old goal say nothing of the new one.
    const isSame =
      before.value === value && before.comparison === comparison && before.strict === strict;
    // A number of the plan's list belongs to its indicator and year, and so do the outcomes published.
    const isNumbered = before.indicator === indicator && before.horizon === horizon;
    const changed: Target = {
      ...before,
      ...facts,
      planNumber: isNumbered ? before.planNumber : null,
      unit: before.indicator === indicator ? before.unit : { vi: of.unit.vi },
      ...(isSame ? {} : { range: null, originalValue: null, notes: [] }),
    };
    const targets = catalogue.targets.map((target) => (target === before ? changed : target));
    return ok({ ...catalogue, targets });
  }
  const added: Target = {
    ...facts,
    id: freeId(catalogue.targets, `T.${indicator}.${horizon}`),
    planNumber: null,
    range: null,
    unit: { vi: of.unit.vi },
    eachYear: false,
    maintain: false,
    originalValue: null,
    notes: [],
  };
  return ok({ ...catalogue, targets: [...catalogue.targets, added] });
}

/** A target keeps its id when it is given another horizon: the next one counts on. */
function freeId(targets: readonly Target[], wanted: string): string {
  const taken = new Set(targets.map(({ id }) => id));
  let id = wanted;
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}.${count}`;
  return id;
}

/** Takes a target of the plan out. Refuses `edit-subject-unknown` {code}. */
export function removeTarget(
  catalogue: Catalogue,
  { id }: EditOf<'target.remove'>,
): Result<Catalogue, EditRefusal> {
  const targets = catalogue.targets.filter((target) => target.id !== id);
  return targets.length === catalogue.targets.length
    ? refuse('edit-subject-unknown', { code: id })
    : ok({ ...catalogue, targets });
}

/** Gives a unit a target, in place of one for the same horizon. Refuses `edit-subject-unknown` {code}. */
export function setUnitTarget(
  catalogue: Catalogue,
  { unit, indicator, horizon, value, comparison, basis }: EditOf<'unit-target.set'>,
): Result<Catalogue, EditRefusal> {
  if (!catalogue.units.some(({ code }) => code === unit)) {
    return refuse('edit-subject-unknown', { code: unit });
  }
  if (!catalogue.indicators.some(({ code }) => code === indicator)) {
    return refuse('edit-subject-unknown', { code: indicator });
  }
  const given: UnitTarget = { unit, indicator, horizon, value, comparison, basis };
  const before = unitTargetsOf(catalogue);
  const at = before.findIndex((target) => isSameTarget(target, given));
  const unitTargets =
    at < 0 ? [...before, given] : before.map((target, index) => (index === at ? given : target));
  return ok({ ...catalogue, unitTargets });
}

/** Takes a unit's target back. Refuses `edit-subject-unknown` {code}. */
export function removeUnitTarget(
  catalogue: Catalogue,
  edit: EditOf<'unit-target.remove'>,
): Result<Catalogue, EditRefusal> {
  const before = unitTargetsOf(catalogue);
  const unitTargets = before.filter((target) => !isSameTarget(target, edit));
  return unitTargets.length === before.length
    ? refuse('edit-subject-unknown', { code: edit.unit })
    : ok({ ...catalogue, unitTargets });
}

type TargetKey = Pick<UnitTarget, 'unit' | 'indicator' | 'horizon'>;

function isSameTarget(a: TargetKey, b: TargetKey): boolean {
  return a.unit === b.unit && a.indicator === b.indicator && a.horizon === b.horizon;
}
