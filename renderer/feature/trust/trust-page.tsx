import { useSession } from '../../state/session-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { DistrictTrust } from './district-trust.tsx';
import { ProvinceTrust } from './province-trust.tsx';
import './trust-page.css';

/** Keys: whom this office trusts, and who trusts it. */
export function TrustPage() {
  const { t } = useText();
  const side = useSession((session) => session.state?.store?.side ?? 'district');
  const { query, replace } = useQuery('trust.state', {});
  if (query.kind === 'ready') {
    return side === 'province' ? (
      <ProvinceTrust trust={query.value} onChange={replace} />
    ) : (
      <DistrictTrust trust={query.value} onChange={replace} />
    );
  }
  return (
    <Page title={t(`trust.${side}.title`)}>
      {query.kind === 'refused' ? (
        <RefusalNotice refusal={query.refusal} />
      ) : (
        <Busy isPage label={t('trust.loading')} />
      )}
    </Page>
  );
}
