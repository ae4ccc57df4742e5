import type { Text } from '../../ui/text.ts';

/** Longer values do not fit on a button. */
const LONGEST_NAMED = 10;

/** What the button says that records an earlier text again: the value itself where it is short. */
export function restoreLabel(before: string, { t }: Pick<Text, 't'>): string {
  return before.length > LONGEST_NAMED
    ? t('history.restore.text')
    : t('history.restore.value', { value: before });
}

/** A value as a sentence names it: the beginning of a long one, and a word for nothing. */
export function valueInWords(value: string, { t }: Pick<Text, 't'>): string {
  const longest = 40;
  if (value === '') return t('history.empty');
  const line = value.replace(/\s+/g, ' ');
  return line.length > longest ? `“${line.slice(0, longest)}…”` : `“${line}”`;
}
