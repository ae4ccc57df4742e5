import fc from 'fast-check';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { parseDecimal, type Decimal } from '#shared/domain/decimal.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import type { Target } from '#shared/domain/target.ts';

/** A decimal that the test states itself. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text);
  if (value === null) throw new Error(`${text} is not a decimal`);
  return value;
}

export function indicator(code: string): Indicator {
  return present(
    builtInCatalogue.indicators.find((each) => each.code === code),
    code,
  );
}

export function target(id: string): Target {
  return present(
    builtInCatalogue.targets.find((each) => each.id === id),
    id,
  );
}

/** Any decimal with up to 15 digits before the point and 6 behind it. */
export const anyDecimal: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.nat({ max: 999_999 }))
  .map(([whole, fraction]) => decimal(`${String(whole)}.${String(fraction).padStart(6, '0')}`));

function present<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The catalogue has no ${name}`);
  return value;
}
