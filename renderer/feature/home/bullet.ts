import { ZERO, compare, divide, multiply, parseDecimal, subtract } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';

/** One indicator against the province's target, ready to be drawn: places in percent of the width. */
export type Bullet = {
  readonly row: SheetRow;
  readonly value: Decimal;
  readonly target: Decimal;
  /** How much is missing, as a share of the target; negative when it is exceeded. */
  readonly shortfall: Decimal;
  /** Where the bar begins, how long it is, and where the target's mark stands. */
  readonly from: Decimal;
  readonly length: Decimal;
  readonly mark: Decimal;
};

const PERCENT = decimal('100');
/** Some air to the right of the larger of value and target. */
const AIR = decimal('1.15');
const PLACES = 4;

/** The rows that have both a figure and a target, the furthest from its target first. */
export function bulletsOf(rows: readonly SheetRow[]): readonly Bullet[] {
  return rows
    .map(bulletOf)
    .filter((bullet) => bullet !== null)
    .sort((a, b) => compare(b.shortfall, a.shortfall));
}

/** How many rows of this unit have a target but no figure to hold against it yet. */
export function withoutFigure(rows: readonly SheetRow[]): number {
  return rows.filter(
    (row) => row.fillable.length > 0 && row.provinceTarget !== null && figureOf(row) === null,
  ).length;
}

function bulletOf(row: SheetRow): Bullet | null {
  const value = figureOf(row);
  const target = row.provinceTarget === null ? null : parseDecimal(row.provinceTarget.value);
  if (value === null || target === null || row.provinceTarget === null) return null;
  const isLowerBetter = row.provinceTarget.comparison.startsWith('<');
  const missing = isLowerBetter ? subtract(value, target) : subtract(target, value);
  const low = least(ZERO, least(value, target));
  const high = multiply(most(ZERO, most(value, target)), AIR);
  const width = subtract(high, low);
  const place = (at: Decimal) => share(subtract(at, low), width, PERCENT);
  const end = place(value);
  const zero = place(ZERO);
  return {
    row,
    value,
    target,
    shortfall: share(missing, most(target, subtract(ZERO, target)), decimal('1')),
    from: least(zero, end),
    length: subtract(most(zero, end), least(zero, end)),
    mark: place(target),
  };
}

function figureOf(row: SheetRow): Decimal | null {
  if (row.rate.kind === 'number') return parseDecimal(row.rate.number);
  return parseDecimal(cellOf(row, 'value').canonical);
}

/** Part of a whole; nothing where the whole is nothing. */
function share(part: Decimal, whole: Decimal, scale: Decimal): Decimal {
  return divide(multiply(part, scale), whole, PLACES) ?? ZERO;
}

function least(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) <= 0 ? a : b;
}

function most(a: Decimal, b: Decimal): Decimal {
  return compare(a, b) >= 0 ? a : b;
}

function decimal(text: string): Decimal {
  return parseDecimal(text) ?? ZERO;
}
