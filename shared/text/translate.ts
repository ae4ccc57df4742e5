import i18next from 'i18next';

import type { Refusal } from '../kit/result.ts';
import { en } from './en.ts';
import type { MessageKeyOf } from './messages.ts';
import { isRefusalCode, phoneCodes } from './refusal-codes.ts';
import { vi } from './vi.ts';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

export type MessageKey = MessageKeyOf<typeof vi>;
export type MessageFacts = Readonly<Record<string, string | number>>;

/** Gives the text of a message in one language, with its facts filled in. */
export type Translate = (key: MessageKey, facts?: MessageFacts) => string;

const engine = i18next.createInstance();
void engine.init({
  resources: { vi: { translation: vi }, en: { translation: en } },
  lng: 'vi',
  fallbackLng: false,
  initAsync: false,
  // React and the report writer escape by themselves; escaping here would show "&amp;" to people.
  interpolation: { escapeValue: false },
  returnNull: false,
});

/** A translator for one language. Keys are checked by the compiler. */
export function translator(language: Language): Translate {
  const translate = engine.getFixedT(language);
  return (key, facts) => translate(key, facts ?? {});
}

/**
 * What a refusal says to a person: what happened, what is safe, what to do, and the code that can be
 * read over the phone. A code without a message is shown as the internal fault that it is.
 */
export function describeRefusal(
  refusal: Refusal,
  language: Language,
): { readonly text: string; readonly phoneCode: string } {
  const code = isRefusalCode(refusal.code) ? refusal.code : 'internal-fault';
  const text = translator(language)(`refusals.${code}`, {
    call: refusal.code,
    ...refusal.facts,
  });
  return { text, phoneCode: phoneCodes[code] };
}
