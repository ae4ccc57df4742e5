import type { Check, CheckContext, CheckedSheet, CheckRule, Found } from './check.ts';
import { findAgainstOthers, type BesideRule } from './check-rules-beside.ts';
import { placeAt, pointOf, rowIn, type Place } from './check-place.ts';
import { add, compare, subtract, ZERO, type Decimal } from './decimal.ts';
import { emptyFigure, type Figure } from './observation.ts';
import { distance } from './spread.ts';

type RuleOf<Kind extends CheckRule['kind']> = Extract<CheckRule, { readonly kind: Kind }>;
type Parameters<Kind extends CheckRule['kind']> = RuleOf<Kind>['parameters'];

const nothing: readonly Found[] = [];

/** Evaluates one check at one place where it applies. Never throws, whatever stands in the cells. */
export function evaluate(
  check: Check,
  place: Place,
  sheet: CheckedSheet,
  context: CheckContext,
): readonly Found[] {
  switch (check.kind) {
    case 'readable':
      return unreadable(check.parameters, place);
    case 'required':
      return unanswered(check.parameters, place, sheet, context);
    case 'not-zero':
      return zero(check.parameters, place);
    case 'range':
      return outOfRange(check.parameters, place);
    case 'numerator-within-denominator':
      return aboveWhole(check.parameters, place);
    case 'parts-sum-to-whole':
      return wrongSum(check.parameters, place, sheet, context);
    case 'note-required-when':
      return noteMissing(check.parameters, place);
    default:
      return findAgainstOthers(check satisfies BesideRule, place, context);
  }
}

/** D81: every draft whose text was not understood. */
function unreadable({ columns }: Parameters<'readable'>, place: Place): readonly Found[] {
  return (columns ?? Object.keys(place.row.cells)).flatMap((column) => {
    const fault = place.cell(column)?.fault ?? null;
    return fault === null
      ? nothing
      : [{ column: place.codeOf(column), facts: { fault }, how: 'readable' } as const];
  });
}

/** D82: of the alternatives that the row has, each begun one is complete, and one is begun. */
function unanswered(
  { alternatives, of }: Parameters<'required'>,
  place: Place,
  sheet: CheckedSheet,
  context: CheckContext,
): readonly Found[] {
  const possible = alternatives.filter((columns) => columns.every((each) => place.has(each)));
  const missing = firstUnanswered(possible, place);
  if (missing === null) return nothing;
  const column = place.codeOf(missing);
  if (of !== 'begun-by-others') {
    return isBlank(place) === (of === 'blank') ? [{ column, facts: {}, how: 'required' }] : nothing;
  }
  if (!isBlank(place)) return nothing;
  const others = sheet.rows.filter(
    (row) =>
      row.row !== place.row.row && isBegun(possible.flat(), placeAt(row, place.star, context)),
  ).length;
  return others === 0 ? nothing : [{ column, facts: { others }, how: 'requiredByOthers' }];
}

function firstUnanswered(
  alternatives: readonly (readonly string[])[],
  place: Place,
): string | null {
  const begun = alternatives.filter((columns) => isBegun(columns, place));
  if (begun.length === 0) return alternatives[0]?.[0] ?? null;
  return begun.flat().find((column) => !isBegun([column], place)) ?? null;
}

function isBegun(columns: readonly string[], place: Place): boolean {
  return columns.some((column) => (place.cell(column)?.value.kind ?? 'empty') !== 'empty');
}

/** Nothing at all was recorded at the place, notes included. */
function isBlank({ row, star }: Place): boolean {
  return Object.entries(row.cells).every(
    ([code, { value }]) =>
      value.kind === 'empty' || (star !== null && !code.startsWith(`${star}.`)),
  );
}

/** D83 */
function zero({ column }: Parameters<'not-zero'>, place: Place): readonly Found[] {
  const figure = place.figure(column);
  return figure.kind === 'number' && figure.number === ZERO
    ? [{ column: pointOf(column, place), facts: {}, how: 'notZero' }]
    : nothing;
}

/** D84 */
function outOfRange({ columns, bounds }: Parameters<'range'>, place: Place): readonly Found[] {
  const { min, max } = typeof bounds === 'string' ? boundsOf(bounds, place) : bounds;
  return columns.flatMap((column): readonly Found[] => {
    const figure = place.figure(column);
    if (figure.kind !== 'number') return nothing;
    const below = min !== null && compare(figure.number, min) < 0;
    const above = max !== null && compare(figure.number, max) > 0;
    const facts = { value: figure.number, min: min ?? '', max: max ?? '' };
    return below || above ? [{ column: pointOf(column, place), facts, how: 'range' }] : nothing;
  });
}

function boundsOf(
  bounds: 'possible' | 'usual',
  { indicator }: Place,
): { readonly min: Decimal | null; readonly max: Decimal | null } {
  if (indicator === null) return { min: null, max: null };
  const { hardMin, hardMax, warnBelow, warnAbove } = indicator.range;
  return bounds === 'possible'
    ? { min: hardMin, max: hardMax }
    : { min: warnBelow, max: warnAbove };
}

/** D85 */
function aboveWhole(
  { numerator, denominator }: Parameters<'numerator-within-denominator'>,
  place: Place,
): readonly Found[] {
  const part = place.figure(numerator);
  const whole = place.figure(denominator);
  if (part.kind !== 'number' || whole.kind !== 'number') return nothing;
  if (compare(part.number, whole.number) <= 0) return nothing;
  const facts = { numerator: part.number, denominator: whole.number };
  return [{ column: pointOf(numerator, place), facts, how: 'within' }];
}

/** D86: parts that are nil add nothing; a part that is missing or empty makes the sum unknown. */
function wrongSum(
  parameters: Parameters<'parts-sum-to-whole'>,
  place: Place,
  sheet: CheckedSheet,
  context: CheckContext,
): readonly Found[] {
  const terms = parameters.along === 'columns' ? inColumns() : inRows();
  if (terms === null) return nothing;
  const whole = amountOf(terms.whole);
  const parts = terms.parts.map(amountOf);
  if (whole === null || parts.some((part) => part === null)) return nothing;
  const sum = parts.reduce<Decimal>((total, part) => add(total, part ?? ZERO), ZERO);
  const { tolerance } = parameters;
  const difference = subtract(sum, whole);
  if (compare(distance(sum, whole), tolerance) <= 0) return nothing;
  return [{ column: terms.column, facts: { sum, whole, difference, tolerance }, how: 'sum' }];

  function inColumns() {
    if (parameters.along === 'rows') return null;
    const whole = place.figure(parameters.whole);
    const parts = parameters.parts.map(place.figure);
    return { whole, parts, column: pointOf(parameters.whole, place) };
  }

  function inRows() {
    if (parameters.along === 'columns') return null;
    const { column, parts, whole } = parameters;
    const anchor = 'row' in whole ? whole.row : parts[0];
    if (place.row.row !== anchor) return null;
    const at = (code: string): Figure => {
      const row = rowIn(sheet, code);
      return row === null ? emptyFigure : placeAt(row, place.star, context).figure(column);
    };
    const figure: Figure =
      'row' in whole ? place.figure(column) : { kind: 'number', number: whole.number };
    return { whole: figure, parts: parts.map(at), column: pointOf(column, place) };
  }
}

function amountOf(figure: Figure): Decimal | null {
  if (figure.kind === 'nil') return ZERO;
  return figure.kind === 'number' ? figure.number : null;
}

/** D87: the condition is the check's scope. */
function noteMissing({ note }: Parameters<'note-required-when'>, place: Place): readonly Found[] {
  return place.cell(note)?.value.kind === 'empty'
    ? [{ column: place.codeOf(note), facts: {}, how: 'noteRequired' }]
    : nothing;
}
