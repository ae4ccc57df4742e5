import { dayInVietnam } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { translator } from '#shared/text/translate.ts';
import type { Language } from '#shared/text/translate.ts';
import type { Freshness } from './freshness.ts';

export type FreshnessLine = {
  readonly about: 'keyring' | 'catalogue' | 'stale';
  readonly text: string;
};

/** As `Freshness`; the instant comes as the services made it, over the wire it is plain text. */
type KnownFreshness = Omit<Freshness, 'stale'> & {
  readonly stale: { readonly confirmedAt: string; readonly days: number } | null;
};

/** What an office goes by that is old or may be, one sentence each; nothing where all is fresh. */
export function freshnessLines(
  { keyring, catalogue, stale }: KnownFreshness,
  language: Language,
): readonly FreshnessLine[] {
  const t = translator(language);
  const lines: FreshnessLine[] = [];
  if (keyring !== null) {
    lines.push({ about: 'keyring', text: t('trust.freshness.keyring', keyring) });
  }
  if (catalogue !== null) {
    lines.push({ about: 'catalogue', text: t('trust.freshness.catalogue', catalogue) });
  }
  if (stale !== null) {
    const day = formatDay(dayInVietnam(stale.confirmedAt as Instant));
    lines.push({ about: 'stale', text: t('trust.freshness.stale', { days: stale.days, day }) });
  }
  return lines;
}
