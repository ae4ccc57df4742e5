import { dayInVietnam } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { formatDay, formatInstant } from '#shared/text/format-date.ts';
import { translator } from '#shared/text/translate.ts';
import type { Language } from '#shared/text/translate.ts';

/** What speaks against a clock: what is known of time, and where it stands. */
export type ClockDoubt = {
  readonly known: string;
  readonly from: 'receipt' | 'keyring' | 'own-log' | 'leap';
};

/**
 * What is wrong with a clock, in one sentence: days, or times as well where the day is the same.
 * Instants come as the services made them; over the wire they are plain text.
 */
export function clockWords(now: string, { known, from }: ClockDoubt, language: Language): string {
  const t = translator(language);
  const days = [now, known].map((at) => dayInVietnam(at as Instant));
  const words = (at: string): string =>
    days[0] === days[1]
      ? formatInstant(at as Instant)
      : t('frame.clock.day', { day: formatDay(dayInVietnam(at as Instant)) });
  return t(`frame.clock.${from}`, { now: words(now), known: words(known) });
}
