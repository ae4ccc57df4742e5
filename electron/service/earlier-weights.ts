import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { TableRow } from '#shared/bundle/snapshot.ts';
import { compare, isDecimal, ZERO } from '#shared/domain/decimal.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { comparePeriods } from '#shared/domain/period.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';

import { currentPeriodLock } from '../storage/period-locks.ts';
import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import {
  findReceived,
  findReceivedObservation,
  listCurrentBundles,
} from '../storage/received-sheets.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { openLock } from './open-lock.ts';
import { catalogueOf, storeOf } from './office.ts';
import type { Office } from './office.ts';

type Weight = TableRow['total']['leftOut'][number];
type Wanted = { readonly indicator: string; readonly unit: UnitCode };

/** How much units weigh that a total stands without, by `indicator/unit`; what is unknown is left out. */
export type Weigh = (wanted: readonly Wanted[]) => ReadonlyMap<string, Weight>;

/**
 * The denominators of each unit's latest earlier report that counts (D141): of a locked period that is
 * the one that was locked, whatever came since. A lock that was changed past the program gives none.
 */
export function earlierWeights(office: Office, period: Period): Weigh {
  return (wanted) => {
    const weights = new Map<string, Weight>();
    const earlier = catalogueOf(office)
      .periods.filter(
        ({ kind, code }) => kind === 'report' && comparePeriods(code, period.code) < 0,
      )
      .map(({ code }) => code)
      .sort((a, b) => comparePeriods(b, a));
    let open = wanted;
    for (const code of earlier) {
      if (open.length === 0) break;
      const units = new Set<string>(open.map(({ unit }) => unit));
      const counting = countingBundles(office, code, units);
      open = open.filter((one) => {
        const weight = weightIn(office, one, counting.get(one.unit));
        if (weight !== null) weights.set(`${one.indicator}/${one.unit}`, weight);
        return weight === null;
      });
    }
    return weights;
  };
}

/** By unit, the bundles of a period that count, of some units. */
function countingBundles(
  office: Office,
  code: PeriodCode,
  units: ReadonlySet<string>,
): ReadonlyMap<string, ReceivedBundle> {
  const store = storeOf(office);
  const lock = currentPeriodLock(store, code);
  if (lock !== null) {
    const opened = openLock(office, lock);
    return new Map(
      (opened.ok ? opened.value.units : []).flatMap(({ unit, bundle }) => {
        if (!units.has(unit) || bundle === null || bundle.answer === 'returned') return [];
        const received = findReceived(store, bundle.statement);
        return received === null ? [] : [[unit, received] as const];
      }),
    );
  }
  const bundles = listCurrentBundles(store, code, [...units]);
  const ids = bundles.map(({ id }) => id);
  const outcomes = listCurrentOutcomes(store, ids);
  return new Map(
    bundles
      .filter(({ id }) => outcomes.get(id)?.outcome !== 'returned')
      .map((bundle) => [bundle.unit as string, bundle]),
  );
}

/** The same denominators as a locked table took them, from the very bundles that it names. */
export function lockedWeights(office: Office, rows: readonly TableRow[]): Weigh {
  return () => {
    const weights = new Map<string, Weight>();
    for (const { indicator, total } of rows) {
      for (const { unit, statement } of total.leftOut) {
        const bundle = statement === null ? null : findReceived(storeOf(office), statement);
        const weight = bundle === null ? null : weightIn(office, { indicator, unit }, bundle);
        if (weight !== null) weights.set(`${indicator}/${unit}`, weight);
      }
    }
    return weights;
  };
}

function weightIn(
  office: Office,
  { indicator, unit }: Wanted,
  bundle: ReceivedBundle | undefined,
): Weight | null {
  if (bundle === undefined) return null;
  const text = findReceivedObservation(storeOf(office), bundle.id, indicator)?.denominator ?? '';
  const denominator: Decimal | null = isDecimal(text) ? text : null;
  if (denominator === null || compare(denominator, ZERO) <= 0) return null;
  return {
    unit,
    denominator,
    period: bundle.period,
    statement: bundle.statementSha256 as Sha256, // a digest when it was stored
  };
}
