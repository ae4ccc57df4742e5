import { parseDay } from '#shared/kit/clock.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { translator, type Language } from '#shared/text/translate.ts';
import { viFindings } from '#shared/text/vi/findings.ts';
import { observationStatuses } from './cell.ts';
import type { Finding } from './check.ts';
import { isDecimal } from './decimal.ts';
import { parsePeriodCode, partsOfPeriod } from './period.ts';

/** What a finding says to a person, and how it was computed. */
export type FindingWords = { readonly text: string; readonly how: string };

/** Years are written without groups: this fact, and every number of these messages. */
const YEAR_FACT = 'figureYear';
const OF_YEARS: readonly string[] = ['year-out-of-range', 'years-reversed'];
const OPEN_END = '...';

/**
 * A finding in words; one whose message this program does not know says its code.
 * @param typed what stands in the finding's cell.
 */
export function findingWords(finding: Finding, typed: string, language: Language): FindingWords {
  const t = translator(language);
  const facts = Object.fromEntries(
    Object.entries(finding.facts).map(([name, fact]) => {
      const isYear = name === YEAR_FACT || OF_YEARS.includes(finding.message);
      return [name, isYear ? String(fact) : shownFact(fact, language)];
    }),
  );
  const key = isKnown(finding.message) ? finding.message : 'other';
  return {
    text: t(`findings.${key}`, { ...facts, code: finding.code, typed }),
    how: t(`howComputed.${finding.how}`, facts),
  };
}

function isKnown(message: string): message is keyof typeof viFindings {
  return Object.hasOwn(viFindings, message);
}

/** Numbers, days, months of reports and statuses as people write them. */
function shownFact(fact: string | number, language: Language): string {
  const plain = String(fact);
  if (plain === '') return OPEN_END;
  if (isDecimal(plain)) return formatDecimal(plain, undefined, language);
  const day = parseDay(plain);
  if (day !== null) return formatDay(day);
  const period = parsePeriodCode(plain);
  if (period !== null) {
    const { year, month } = partsOfPeriod(period);
    return month === 0 ? String(year) : `${month}/${year}`;
  }
  const status = observationStatuses.find((each) => each === plain);
  return status === undefined ? plain : translator(language)(`terms.statuses.${status}`);
}
