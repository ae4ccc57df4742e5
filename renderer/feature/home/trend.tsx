import {
  ZERO,
  add,
  compare,
  divide,
  multiply,
  parseDecimal,
  subtract,
  wholeNumber,
} from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { shownOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import type { Bullet } from './bullet.ts';

const WIDTH = wholeNumber(44);
const HEIGHT = wholeNumber(14);
const MIDDLE = wholeNumber(7);
const MARGIN = wholeNumber(2);
const PLACES = 2;

/** How a figure went over the reports that are known, as a small line; nothing before the second. */
export function Trend({ bullet }: { readonly bullet: Bullet }) {
  const points = placesOf([...earlier(bullet.row), bullet.value]);
  if (points.length < 2) return null;
  const last = points.at(-1);
  return (
    <svg className="target-trend" width="48" height="18" aria-hidden="true">
      <polyline
        className="target-trend-line"
        points={points.map(({ x, y }) => `${x},${y}`).join(' ')}
      />
      {last !== undefined && <circle className="target-trend-end" cx={last.x} cy={last.y} r="2" />}
    </svg>
  );
}

/** The figures of a year ago and of the report before, where each is known and they are two. */
function earlier(row: SheetRow): readonly Decimal[] {
  const same = shownOf(row, 'samePeriod');
  const previous = row.previousPeriod;
  const known = [same, previous].flatMap((shown) => {
    const number = shown.kind === 'number' ? parseDecimal(shown.number) : null;
    return number === null ? [] : [number];
  });
  // Where the report before is the one of a year ago, it is one point.
  return known.length === 2 && known[0] === known[1] ? known.slice(1) : known;
}

/** Figures as points from left to right, the largest on top; all on one height where they are equal. */
function placesOf(values: readonly Decimal[]): readonly { x: Decimal; y: Decimal }[] {
  const [first] = values;
  if (first === undefined) return [];
  const low = values.reduce((a, b) => (compare(a, b) <= 0 ? a : b), first);
  const high = values.reduce((a, b) => (compare(a, b) >= 0 ? a : b), first);
  const span = subtract(high, low);
  const last = wholeNumber(values.length - 1);
  return values.map((value, at) => {
    const right = divide(multiply(WIDTH, wholeNumber(at)), last, PLACES) ?? ZERO;
    const down = divide(multiply(HEIGHT, subtract(high, value)), span, PLACES) ?? MIDDLE;
    return { x: add(MARGIN, right), y: add(MARGIN, down) };
  });
}
