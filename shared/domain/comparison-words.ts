import { formatDecimal } from '#shared/text/format-number.ts';
import { translator, type Language } from '#shared/text/translate.ts';
import type { AgainstPlan, AgainstTarget, Change, Distance, Pace, Verdict } from './comparison.ts';
import type { Decimal } from './decimal.ts';
import { comparisonOf, lastYearOf, type Target } from './target.ts';

/** A comparison in words: for a narrow column, for a sentence, and how it was computed. */
export type Words = { readonly short: string; readonly full: string; readonly how: string };

/** What an earlier figure is called in sentences. */
export type BaseName = 'previous' | 'samePeriod';

export type ComparisonWords = {
  /** Null where there is no plan or no figure. */
  readonly plan: (against: AgainstPlan) => Words | null;
  readonly target: (against: AgainstTarget) => Words;
  /** As `target`, of what the province gave one unit. */
  readonly given: (against: AgainstTarget) => Words;
  /** "tăng 4%"; where nothing can be compared, the reason and an empty short form. */
  readonly change: (change: Change, base: BaseName) => Words;
  /** "bằng 104%", for amounts; null for percentages and where nothing can be compared. */
  readonly ofBase: (change: Change, base: BaseName) => Words | null;
  /** Null where no pace is asked for. */
  readonly pace: (pace: Pace) => Words | null;
  readonly verdict: (verdict: Verdict) => string;
};

const SMALLEST_PERCENT = '0.01';

/**
 * Says comparisons as reports do.
 * @param unit the indicator's unit as the catalogue writes it, such as `triệu đồng/ha` or `%`.
 */
export function comparisonWords(unit: string, language: Language): ComparisonWords {
  const t = translator(language);
  const number = (value: Decimal): string => formatDecimal(value, undefined, language);
  const withUnit = (value: Decimal): string => {
    if (!unit.startsWith('%')) return t('comparison.inUnit', { by: number(value), unit });
    const rest = unit.slice(1);
    return `${number(value)}%${rest.startsWith('/') ? rest : ''}`;
  };
  const sizeOf = (kind: 'unit' | 'points', by: Decimal): string =>
    kind === 'unit' ? withUnit(by) : t('comparison.points', { points: number(by) });

  return {
    plan: (against) => {
      if (against.kind === 'none') return null;
      if (against.kind === 'distance') {
        const { short, full } = distanceWords(against.distance, 'plan');
        return { short, full, how: t(`comparison.noPercent.${against.reason}`) };
      }
      const percent = number(against.percent.percent);
      return {
        short: t('comparison.percentOfPlanShort', { percent }),
        full: t('comparison.percentOfPlan', { percent }),
        how: t('comparison.how.percentOfPlan'),
      };
    },
    target: ({ distance }) => distanceWords(distance, 'target'),
    given: ({ distance }) => distanceWords(distance, 'given'),
    change: (change, base) => {
      const name = t(`comparison.bases.${base}`);
      if (change.kind === 'none') {
        const reason = t(`comparison.noChange.${change.reason}`, { base: name });
        return { short: '', full: reason, how: reason };
      }
      const by = change.kind === 'points' ? sizeOf('points', change.points) : percentText(change);
      return {
        short: t(`comparison.changeShort.${change.course}`, { by }),
        full: t(`comparison.change.${change.course}`, { by, base: name }),
        how: t(`comparison.how.${change.kind === 'points' ? 'points' : 'percentChange'}`, {
          base: name,
        }),
      };
    },
    ofBase: (change, base) => {
      if (change.kind !== 'percent') return null;
      const facts = { percent: number(change.ofBase.percent), base: t(`comparison.bases.${base}`) };
      return {
        short: t('comparison.ofBaseShort', facts),
        full: t('comparison.ofBase', facts),
        how: t('comparison.how.ofBase', facts),
      };
    },
    pace: (pace) => {
      if (pace.kind === 'none') return null;
      const year = lastYearOf(pace.target);
      if (pace.kind === 'reached') {
        const full = t('comparison.pace.reached', { year });
        return { short: t('comparison.paceShort.reached'), full, how: full };
      }
      const { course, years } = pace;
      const by = sizeOf(pace.in, pace.perYear);
      const target = targetText(pace.target);
      return {
        short: t(`comparison.paceShort.${course}`, { by, target }),
        full: t(`comparison.pace.${course}`, { by, year, target }),
        how: t('comparison.how.pace', {
          target: number(pace.target.value),
          figure: number(pace.figure),
          years,
        }),
      };
    },
    verdict: (verdict) => t(`comparison.verdicts.${verdict}`),
  };

  function distanceWords(distance: Distance, goal: 'plan' | 'target' | 'given'): Words {
    const facts = {
      by: sizeOf(distance.in, distance.by),
      goal: t(`comparison.goals.${goal}`),
    };
    return {
      short: t(`comparison.distanceShort.${distance.side}`, facts),
      full: t(`comparison.distance.${distance.side}`, facts),
      how: t('comparison.how.distance', facts),
    };
  }

  /** A change so small that it rounds to nothing is still no standstill. */
  function percentText({ change, course }: Extract<Change, { kind: 'percent' }>): string {
    return change.percent === '0' && course !== 'same'
      ? t('comparison.percentBelow', { percent: formatDecimal(SMALLEST_PERCENT, 2, language) })
      : t('comparison.percent', { percent: number(change.percent) });
  }

  function targetText(target: Target): string {
    const sign = target.strict ? `${comparisonOf(target)} ` : '';
    return sign + withUnit(target.value);
  }
}
