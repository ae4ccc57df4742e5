import { compare, parseDecimal } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { median } from '#shared/domain/spread.ts';
import { cellOf, shownOf } from '#shared/catalogue/sheets/sheet.ts';
import type { PeerFigures, SheetRow } from '#shared/catalogue/sheets/sheet.ts';

type One = { readonly unitName: string; readonly number: Decimal };

/** Where a unit's figure stands among those of the other units (D132). */
export type Standing = {
  readonly lowest: One;
  readonly middle: Decimal;
  readonly highest: One;
  /** The unit's own place, the highest first, equal figures sharing one; null without a figure. */
  readonly place: number | null;
  /** How many units there are with a figure, this one included. */
  readonly of: number;
};

/** The standing of a row's figure; null where no other unit has one. */
export function standingOf(row: SheetRow, { column, numbers }: PeerFigures): Standing | null {
  const others = numbers.flatMap(({ unitName, number }): One[] => {
    const parsed = parseDecimal(number);
    return parsed === null ? [] : [{ unitName, number: parsed }];
  });
  const sorted = [...others].sort((a, b) => compare(a.number, b.number));
  const [lowest] = sorted;
  const highest = sorted[sorted.length - 1];
  const middle = median(others.map(({ number }) => number));
  if (lowest === undefined || highest === undefined || middle === null) return null;
  const own = ownFigure(row, column);
  return {
    lowest,
    middle,
    highest,
    place: own === null ? null : 1 + others.filter((one) => compare(one.number, own) > 0).length,
    of: others.length + (own === null ? 0 : 1),
  };
}

/** Whether a row's figure lies beyond those of all other units that sent one. */
export function extremeOf(
  row: SheetRow,
  peers: readonly PeerFigures[],
): 'isLowest' | 'isHighest' | null {
  for (const figures of peers) {
    const standing = standingOf(row, figures);
    const own = ownFigure(row, figures.column);
    if (standing === null || own === null || figures.numbers.length < FEWEST_PEERS) continue;
    if (compare(own, standing.lowest.number) < 0) return 'isLowest';
    if (compare(own, standing.highest.number) > 0) return 'isHighest';
  }
  return null;
}

/** Beside fewer others, being the first or the last says nothing. */
const FEWEST_PEERS = 2;

/** A row's own number in a column, be it typed or computed; null where there is none. */
export function ownFigure(row: SheetRow, column: string): Decimal | null {
  const shown = column === 'result' ? row.rate : shownOf(row, column);
  if (shown.kind === 'number') return parseDecimal(shown.number);
  const typed = cellOf(row, column === 'result' ? 'value' : column).canonical;
  return parseDecimal(typed);
}
