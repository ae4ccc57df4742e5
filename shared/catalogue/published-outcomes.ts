import { lastYearOf } from '#shared/domain/target.ts';
import type { Target } from '#shared/domain/target.ts';
import type { Catalogue, KnownResults } from './catalogue.ts';

/** What was published of one target: values as they were published, and the source of each. */
export type PublishedValue = Pick<KnownResults['values'][number], 'value' | 'status' | 'source'>;

/**
 * The horizon whose numbered list was published (D154): the one that the catalogue names, else the
 * earliest that has numbers, for there was one list when nothing was named. Null without any.
 */
function publishedHorizon({ knownResults, targets }: Catalogue): string | null {
  if (knownResults.horizon !== undefined) return knownResults.horizon;
  const numbered = targets.filter(({ planNumber }) => planNumber !== null);
  return (
    numbered.reduce<Target | null>(
      (first, each) => (first === null || lastYearOf(each) < lastYearOf(first) ? each : first),
      null,
    )?.horizon ?? null
  );
}

/** The published values of a numbered target, with the sources that "như trên" points at. */
export function publishedValues(
  catalogue: Catalogue,
  { indicator, planNumber, horizon }: Target,
): readonly PublishedValue[] {
  if (planNumber === null || horizon !== publishedHorizon(catalogue)) return [];
  const { values } = catalogue.knownResults;
  return values.flatMap((known, at) =>
    known.indicator === indicator
      ? [{ value: known.value, status: known.status, source: sourceOf(values, at) }]
      : [],
  );
}

function sourceOf(values: KnownResults['values'], at: number): string {
  const source = values[at]?.source ?? '';
  return at > 0 && source.trim().toLowerCase() === 'như trên' ? sourceOf(values, at - 1) : source;
}

/** The word that was published of a numbered goal of a horizon, as it was published. */
export function publishedWord(
  catalogue: Catalogue,
  { number, horizon }: { readonly number: number | null; readonly horizon: string | null },
): string | null {
  if (number === null || horizon === null || horizon !== publishedHorizon(catalogue)) return null;
  const { statusByPlanNumber } = catalogue.knownResults;
  const key = String(number);
  return Object.hasOwn(statusByPlanNumber, key) ? (statusByPlanNumber[key] ?? null) : null;
}
