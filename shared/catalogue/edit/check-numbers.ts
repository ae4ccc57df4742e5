import type { Check } from '#shared/domain/check.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { isDecimal } from '#shared/domain/decimal.ts';

/** A limit of a check: where in its parameters it stands, and what it is; null where none is set. */
export type CheckNumber = { readonly path: string; readonly value: Decimal | null };

/** What the limits of checks are called in their parameters. */
export const checkNumberNames = [
  'percent',
  'points',
  'factor',
  'atLeast',
  'tolerance',
  'min',
  'max',
  'number',
  'yearBeforeUpTo',
  'yearsAfter',
  'month',
  'day',
] as const;
const names: ReadonlySet<string> = new Set(checkNumberNames);

/** The numbers in a check's parameters, which an officer may set; what they belong to is the check's own. */
export function numbersOf({ parameters }: Pick<Check, 'parameters'>): readonly CheckNumber[] {
  return numbersIn(parameters, '');
}

function numbersIn(value: unknown, before: string): readonly CheckNumber[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const path = before === '' ? key : `${before}.${key}`;
    if (!names.has(key)) return numbersIn(inner, path);
    const text = typeof inner === 'number' ? String(inner) : inner;
    if (text !== null && typeof text !== 'string') return [];
    return text === null || isDecimal(text) ? [{ path, value: text }] : [];
  });
}

/** Parameters with one number set anew, as plain data: whoever takes it checks its shape. */
export function withNumber(parameters: unknown, path: string, value: Decimal | null): unknown {
  const [key = '', ...rest] = path.split('.');
  if (typeof parameters !== 'object' || parameters === null) return parameters;
  const inner: unknown = Object.entries(parameters).find(([each]) => each === key)?.[1];
  const changed =
    rest.length > 0
      ? withNumber(inner, rest.join('.'), value)
      : typeof inner === 'number' && value !== null
        ? Number(value)
        : value;
  return { ...parameters, [key]: changed };
}
