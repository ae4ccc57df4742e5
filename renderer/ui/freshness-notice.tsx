import type { TrustState } from '#shared/ipc/calls/trust.ts';
import { freshnessLines } from '#shared/domain/freshness-words.ts';
import { Notice } from './notice.tsx';
import { useText } from './text.ts';

/** What this office goes by that is old or may be; nothing while all is fresh. */
export function FreshnessNotice({ freshness }: { readonly freshness: TrustState['freshness'] }) {
  const { language } = useText();
  return freshnessLines(freshness, language).map(({ about, text }) => (
    <Notice key={about} kind={about === 'stale' ? 'warning' : 'info'} title={text} />
  ));
}
