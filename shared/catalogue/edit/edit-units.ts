import { unitOn } from '#shared/domain/unit.ts';
import type { Unit, UnitCode } from '#shared/domain/unit.ts';
import { addDays } from '#shared/kit/clock.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { searchKey } from '#shared/text/fold.ts';
import type { Catalogue } from '../catalogue.ts';
import type { EditOf, EditRefusal } from './edit.ts';

type Names = { readonly type: string; readonly name: string };

/**
 * Renames a unit from a day on (D163): the span that was ends the day before, a new one under the same
 * code begins; a span that begins on that very day gets the name itself. Refuses `edit-day-unusable`
 * {code, day} where no unit bears the code on that day.
 */
export function renameUnit(
  catalogue: Catalogue,
  { code, type, name, from }: EditOf<'unit.rename'>,
): Result<Catalogue, EditRefusal> {
  const span = unitOn(catalogue.units, code, from);
  if (span === null) return refuse('edit-day-unusable', { code, day: from });
  const renamed = { ...named(span, { type, name }), validFrom: from };
  const units = ended(catalogue.units, span, from, renamed.nameWithType, [renamed]);
  return ok({ ...catalogue, units });
}

/**
 * Makes one unit of several from a day on (D163); the units below them move to it. It may bear the
 * code of one of them. Refuses `edit-units-unfit` for fewer than two, of other levels, under other units
 * or under none, `edit-day-unusable` {code, day} and `edit-code-taken` {code}.
 */
export function mergeUnits(
  catalogue: Catalogue,
  { codes, from, into }: EditOf<'unit.merge'>,
): Result<Catalogue, EditRefusal> {
  const spans: Unit[] = [];
  for (const code of new Set(codes)) {
    const span = unitOn(catalogue.units, code, from);
    if (span === null) return refuse('edit-day-unusable', { code, day: from });
    spans.push(span);
  }
  const [first] = spans;
  if (first === undefined || spans.length < 2 || !spans.every((span) => areBeside(span, first))) {
    return refuse('edit-units-unfit');
  }
  const ending = spans.map(({ code }) => code);
  if (!isFree(catalogue.units, into.code, from, ending)) {
    return refuse('edit-code-taken', { code: into.code });
  }
  const model = spans.find(({ code }) => code === into.code) ?? first;
  const merged = begun(model, into, from);
  let { units } = catalogue;
  for (const span of spans) {
    const heir = span.code === into.code ? merged.nameWithType : null;
    units = ended(units, span, from, heir);
  }
  return ok({
    ...catalogue,
    units: moved([...units, merged], from, (parent) =>
      parent !== null && ending.includes(parent) ? into.code : parent,
    ),
  });
}

/**
 * Makes several units of one from a day on (D163). One part may keep the code; units below that no part
 * names go to the first. Refuses `edit-units-unfit` for fewer than two parts, for a code given twice and
 * for a unit that is under none, `edit-day-unusable` {code, day}, `edit-code-taken` {code}, and
 * `edit-subject-unknown` {code} for a child that is not below the unit on that day.
 */
export function splitUnit(
  catalogue: Catalogue,
  { code, from, into }: EditOf<'unit.split'>,
): Result<Catalogue, EditRefusal> {
  const span = unitOn(catalogue.units, code, from);
  if (span === null) return refuse('edit-day-unusable', { code, day: from });
  const codes = into.map((part) => part.code);
  const [first] = codes;
  const isFit = span.parent !== null && codes.length >= 2 && new Set(codes).size === codes.length;
  if (first === undefined || !isFit) return refuse('edit-units-unfit');
  const stranger = into
    .flatMap((part) => part.children)
    .find((child) => unitOn(catalogue.units, child, from)?.parent !== code);
  if (stranger !== undefined) return refuse('edit-subject-unknown', { code: stranger });
  const taken = codes.find((part) => !isFree(catalogue.units, part, from, [code]));
  if (taken !== undefined) return refuse('edit-code-taken', { code: taken });
  const parts = into.map((part) => begun(span, part, from));
  const heir = parts.find((part) => part.code === code)?.nameWithType ?? null;
  const units = ended(catalogue.units, span, from, heir);
  return ok({
    ...catalogue,
    units: moved([...units, ...parts], from, (parent, child) =>
      parent === code
        ? (into.find((part) => part.children.includes(child))?.code ?? first)
        : parent,
    ),
  });
}

function areBeside(a: Unit, b: Unit): boolean {
  return a.level === b.level && a.parent === b.parent && a.parent !== null;
}

/** Whether a code is borne by nobody from a day on, but for units that end then. */
function isFree(
  units: readonly Unit[],
  code: UnitCode,
  from: CalendarDay,
  ending: readonly UnitCode[],
): boolean {
  const later = units.filter(
    (unit) => unit.code === code && (unit.validTo === null || unit.validTo >= from),
  );
  // A unit that ends bears the code once, on that day; a span of later days would overlap.
  return later.length === 0 || (ending.includes(code) && later.length === 1);
}

function begun(
  model: Unit,
  { code, ...names }: Names & { code: UnitCode },
  from: CalendarDay,
): Unit {
  return { ...named(model, names), code, validFrom: from, validTo: null, successor: null };
}

function endedBefore(span: Unit, from: CalendarDay, heir: string | null): Unit {
  return { ...span, validTo: addDays(from, -1), successor: { from, nameWithType: heir } };
}

const shortTypes: Readonly<Record<string, string>> = {
  huyện: 'H.',
  'thị xã': 'TX',
  'thành phố': 'TP',
};

/** A unit under another name: every name that it goes by follows from the two words. */
function named(unit: Unit, { type, name }: Names): Unit {
  const nameWithType = `${type.slice(0, 1).toUpperCase()}${type.slice(1)} ${name}`;
  const short = shortTypes[type];
  return {
    ...unit,
    type,
    name,
    nameWithType,
    shortName: short === undefined ? nameWithType : `${short} ${name}`,
    searchKey: searchKey(nameWithType),
    committeeName: unit.committeeName === null ? null : `Ủy ban nhân dân ${type} ${name}`,
    placeName: unit.placeName === null ? null : name,
  };
}

/**
 * The units with one span ended before a day, and what follows it in its place. A span that begins on
 * that very day never was: it goes, and the one before it under the same code gets its heir.
 */
function ended(
  units: readonly Unit[],
  span: Unit,
  from: CalendarDay,
  heir: string | null,
  followedBy: readonly Unit[] = [],
): readonly Unit[] {
  const hasBegun = span.validFrom !== from;
  const dayBefore = addDays(from, -1);
  return units.flatMap((unit) => {
    if (unit === span) {
      return hasBegun ? [endedBefore(span, from, heir), ...followedBy] : followedBy;
    }
    const isBefore = !hasBegun && unit.code === span.code && unit.validTo === dayBefore;
    return [isBefore ? endedBefore(unit, from, heir) : unit];
  });
}

/**
 * Puts the units below others from a day on: what was before keeps its parent, in a span that ends the
 * day before.
 */
function moved(
  units: readonly Unit[],
  from: CalendarDay,
  parentOf: (parent: UnitCode | null, child: UnitCode) => UnitCode | null,
): readonly Unit[] {
  return units.flatMap((unit) => {
    const parent = parentOf(unit.parent, unit.code);
    const isOver = unit.validTo !== null && unit.validTo < from;
    if (parent === unit.parent || isOver) return [unit];
    if (unit.validFrom !== null && unit.validFrom >= from) return [{ ...unit, parent }];
    return [endedBefore(unit, from, unit.nameWithType), { ...unit, parent, validFrom: from }];
  });
}
