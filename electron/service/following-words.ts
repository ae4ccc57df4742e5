import { isPercentage } from '#shared/domain/percent.ts';
import { comparisonWords } from '#shared/domain/comparison-words.ts';
import type { Words } from '#shared/domain/comparison-words.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import type { YearlyPace } from '#shared/domain/pace.ts';
import { comparisonOf, firstYearOf, lastYearOf } from '#shared/domain/target.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { translator } from '#shared/text/translate.ts';
import type { Language } from '#shared/text/translate.ts';

/** What a target still asks for, in words and with its formula; null where it asks for no pace. */
export function yearlyPaceWords(
  pace: YearlyPace,
  indicator: Indicator,
  language: Language,
): Words | null {
  const t = translator(language);
  const number = (value: Decimal): string => formatDecimal(value, undefined, language);
  const withUnit = (value: Decimal): string =>
    isPercentage(indicator) ? `${number(value)}%` : `${number(value)} ${indicator.unit.vi}`;
  switch (pace.kind) {
    case 'hold': {
      const sign = signs[comparisonOf(pace.target)];
      const { isHeld } = pace;
      return {
        short:
          isHeld === null
            ? t('following.pace.toCome', { year: firstYearOf(pace.target) })
            : t(isHeld ? 'following.pace.held' : 'following.pace.notHeld'),
        full: t('following.pace.hold', {
          year: lastYearOf(pace.target),
          target: `${sign} ${withUnit(pace.target.value)}`,
        }),
        how: t('following.pace.holdHow'),
      };
    }
    case 'mean': {
      const { figure, past, years } = pace;
      const by = withUnit(pace.perYear);
      const target = withUnit(pace.target.value);
      return {
        short: t('following.pace.mean', { by }),
        full: t('following.pace.meanFull', { years, by, target }),
        how: t('following.pace.meanHow', {
          target: number(pace.target.value),
          all: past + years,
          figure: number(figure),
          past,
          years,
        }),
      };
    }
    case 'none':
      return pace.reason === 'horizon-over'
        ? { short: t('following.pace.over'), full: t('following.pace.over'), how: '' }
        : null;
    default:
      return comparisonWords(indicator.unit.vi, language).pace(pace);
  }
}

const signs = { '>=': '≥', '<=': '≤', '=': '=', '>': '>', '<': '<' } as const;
