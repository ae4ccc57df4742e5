import type { Indicator } from '#shared/domain/indicator.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Catalogue } from '../catalogue.ts';
import type { EditOf, EditRefusal } from './edit.ts';

/**
 * Adds an indicator that is another in everything but its code and name, right behind it. Refuses
 * `edit-subject-unknown` {code} for the model and `edit-code-taken` {code}.
 */
export function addIndicator(
  catalogue: Catalogue,
  { copyOf, code, name }: EditOf<'indicator.add'>,
): Result<Catalogue, EditRefusal> {
  const { indicators } = catalogue;
  const at = indicators.findIndex((indicator) => indicator.code === copyOf);
  const model = indicators[at];
  if (model === undefined) return refuse('edit-subject-unknown', { code: copyOf });
  if (indicators.some((indicator) => indicator.code === code)) {
    return refuse('edit-code-taken', { code });
  }
  const { lastPeriod: _lastPeriod, ...asked } = model;
  return ok({
    ...catalogue,
    indicators: [
      ...indicators.slice(0, at + 1),
      { ...asked, code, name },
      ...indicators.slice(at + 1),
    ],
  });
}

/** Changes what an indicator is called, measured in and held to. Refuses `edit-subject-unknown` {code}. */
export function changeIndicator(
  catalogue: Catalogue,
  { code, name, unit, decimals, range, aggregation, reportedBy }: EditOf<'indicator.change'>,
): Result<Catalogue, EditRefusal> {
  return withIndicator(catalogue, code, (indicator) => ({
    ...indicator,
    name,
    unit: { ...indicator.unit, vi: unit },
    decimals,
    range: { ...indicator.range, ...range },
    aggregation,
    reportedBy,
  }));
}

/**
 * Lets periods after one ask for an indicator no more; the periods up to it keep it with all that was
 * reported. Without a period it is asked for again. Refuses `edit-subject-unknown` {code}.
 */
export function retireIndicator(
  catalogue: Catalogue,
  { code, lastPeriod }: EditOf<'indicator.retire'>,
): Result<Catalogue, EditRefusal> {
  if (lastPeriod !== null && !catalogue.periods.some((period) => period.code === lastPeriod)) {
    return refuse('edit-subject-unknown', { code: lastPeriod });
  }
  return withIndicator(catalogue, code, ({ lastPeriod: _before, ...indicator }) =>
    lastPeriod === null ? indicator : { ...indicator, lastPeriod },
  );
}

function withIndicator(
  catalogue: Catalogue,
  code: string,
  change: (indicator: Indicator) => Indicator,
): Result<Catalogue, EditRefusal> {
  if (!catalogue.indicators.some((indicator) => indicator.code === code)) {
    return refuse('edit-subject-unknown', { code });
  }
  const indicators = catalogue.indicators.map((indicator) =>
    indicator.code === code ? change(indicator) : indicator,
  );
  return ok({ ...catalogue, indicators });
}
