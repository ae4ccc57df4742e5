import { createContext, useContext } from 'react';

import { timeInVietnam } from '#shared/kit/clock.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { formatDay, formatInstant } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { describeRefusal, translator } from '#shared/text/translate.ts';
import type { Language, Translate } from '#shared/text/translate.ts';

/** The language of the interface; the app provides it from the session. */
export const LanguageContext = createContext<Language>('vi');

export type Text = {
  readonly t: Translate;
  readonly language: Language;
  /** What a refusal says, and the code that can be read over the phone. */
  readonly describe: (refusal: Refusal) => { readonly text: string; readonly phoneCode: string };
  /** An exact decimal text as people write it: `1.234,5`. */
  readonly formatDecimal: (value: string, decimals?: number) => string;
  /** A calendar day, `2022-08-24`, as `24/8/2022`. */
  readonly formatDay: (day: string) => string;
  /** An instant in UTC as Viet Nam's `08:05 24/8/2022`. */
  readonly formatInstant: (instant: string) => string;
  /** The time of day of an instant in Viet Nam: `08:05`. */
  readonly formatTime: (instant: string) => string;
};

const texts: Readonly<Record<Language, Text>> = { vi: textIn('vi'), en: textIn('en') };

/** The words, numbers and dates of the interface in its language. */
export function useText(): Text {
  return texts[useContext(LanguageContext)];
}

function textIn(language: Language): Text {
  return {
    t: translator(language),
    language,
    describe: (refusal) => describeRefusal(refusal, language),
    formatDecimal: (value, decimals) => formatDecimal(value, decimals, language),
    // Days and instants were made and checked by the services; over the wire they are plain text.
    formatDay: (day) => formatDay(day as CalendarDay),
    formatInstant: (instant) => formatInstant(instant as Instant),
    formatTime: (instant) => timeInVietnam(instant as Instant),
  };
}
