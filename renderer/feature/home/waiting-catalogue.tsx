import { useNavigation } from '../../state/navigation-store.ts';
import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

/** Says on the first page that a newer catalogue waits, also after somebody put it off. */
export function WaitingCatalogue() {
  const { t } = useText();
  const role = useSession(({ state }) => state?.account?.role);
  const go = useNavigation((place) => place.go);
  // Those who may not take it are not told to look at it.
  const { query } = useQuery('catalogue.waiting', role === 'checker' ? null : {});
  if (query.kind !== 'ready' || query.value === null) return null;
  const { version, current } = query.value;
  return (
    <div className="home-wide home-notices">
      <Notice kind="warning" title={t('catalogueDesk.offer.arrived', { version })}>
        <p>{t('catalogueDesk.offer.arrivedHint', { current })}</p>
        <Button
          onClick={() => {
            go('bundle');
          }}
        >
          {t('home.toOffer')}
        </Button>
      </Notice>
    </div>
  );
}
