import { useQuery } from '../../state/use-query.ts';
import { FreshnessNotice } from '../../ui/freshness-notice.tsx';

/** Says on the first page that the province has something newer; nothing while it has not. */
export function FreshnessCard() {
  const { query } = useQuery('trust.state', {});
  if (query.kind !== 'ready') return null;
  const { freshness } = query.value;
  const isFresh = Object.values(freshness).every((part) => part === null);
  return isFresh ? null : (
    <div className="home-wide home-notices">
      <FreshnessNotice freshness={freshness} />
    </div>
  );
}
