import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Check } from '#shared/domain/check.ts';
import type { Catalogue } from '../catalogue.ts';
import { checksSchema } from '../schema-checks.ts';
import { numbersOf, withNumber } from './check-numbers.ts';
import type { EditOf, EditRefusal } from './edit.ts';

/** Sets how strongly a check speaks, and whether it does. Refuses `edit-subject-unknown` {code}. */
export function changeCheck(
  catalogue: Catalogue,
  { code, severity, isOff }: EditOf<'check.change'>,
): Result<Catalogue, EditRefusal> {
  const check = catalogue.checks.find((each) => each.code === code);
  if (check === undefined) return refuse('edit-subject-unknown', { code });
  const { isOff: _before, ...plain } = check;
  return ok(withCheck(catalogue, { ...plain, severity, ...(isOff ? { isOff } : {}) }));
}

/**
 * Sets one number of a check. Refuses `edit-subject-unknown` {code} for a check or number that is not
 * there, `edit-value-unusable` {value} for one that the check cannot have, such as half a month.
 */
export function setCheckNumber(
  catalogue: Catalogue,
  { code, path, value }: EditOf<'check.number'>,
): Result<Catalogue, EditRefusal> {
  const check = catalogue.checks.find((each) => each.code === code);
  if (check === undefined) return refuse('edit-subject-unknown', { code });
  if (!numbersOf(check).some((number) => number.path === path)) {
    return refuse('edit-subject-unknown', { code: path });
  }
  const changed = { ...check, parameters: withNumber(check.parameters, path, value) };
  const parsed = checksSchema.safeParse([changed]);
  const [sound] = parsed.success ? parsed.data : [];
  return sound === undefined
    ? refuse('edit-value-unusable', { value: value ?? '' })
    : ok(withCheck(catalogue, sound));
}

/** Takes a check out, and its name out of those that waited for it. Refuses `edit-subject-unknown`. */
export function removeCheck(
  catalogue: Catalogue,
  { code }: EditOf<'check.remove'>,
): Result<Catalogue, EditRefusal> {
  if (!catalogue.checks.some((check) => check.code === code)) {
    return refuse('edit-subject-unknown', { code });
  }
  const checks = catalogue.checks
    .filter((check) => check.code !== code)
    .map((check) =>
      check.scope.unless.includes(code)
        ? {
            ...check,
            scope: { ...check.scope, unless: check.scope.unless.filter((one) => one !== code) },
          }
        : check,
    );
  return ok({ ...catalogue, checks });
}

function withCheck(catalogue: Catalogue, changed: Check): Catalogue {
  const checks = catalogue.checks.map((check) => (check.code === changed.code ? changed : check));
  return { ...catalogue, checks };
}
