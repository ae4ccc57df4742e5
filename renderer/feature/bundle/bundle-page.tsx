import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { useCurrentPeriod, useNavigation } from '../../state/navigation-store.ts';
import { useReport } from '../../state/report-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { Busy } from '../../ui/busy.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { useText } from '../../ui/text.ts';
import { BundleDesk } from './bundle-desk.tsx';

/** The district's envelope: seal it, write it to the stick, follow it, take in the answer. */
export function BundlePage() {
  const { t } = useText();
  const period = useCurrentPeriod();
  if (period === null) return <Busy isPage label={t('bundle.loading')} />;
  return <BundleOfPeriod key={period.code} period={period} />;
}

function BundleOfPeriod({ period }: { readonly period: PeriodView }) {
  const { t } = useText();
  const trust = useQuery('trust.state', {});
  const units = useQuery('setup.units', {});
  const form = useReport((report) => report.forms?.[0]?.form ?? null);
  const sheet = useQuery('sheet.open', form === null ? null : { period: period.code, form });
  const bundles = useQuery('bundle.list', { period: period.code });
  const loadPeriods = useNavigation((navigation) => navigation.loadPeriods);

  const parts = [trust.query, units.query, sheet.query, bundles.query];
  const refused = parts.find((part) => part.kind === 'refused');
  if (
    trust.query.kind === 'ready' &&
    units.query.kind === 'ready' &&
    sheet.query.kind === 'ready' &&
    bundles.query.kind === 'ready'
  ) {
    return (
      <BundleDesk
        sheet={sheet.query.value}
        bundles={bundles.query.value}
        units={units.query.value}
        trust={trust.query.value}
        onChange={() => {
          bundles.reload();
          sheet.reload();
          void loadPeriods();
        }}
      />
    );
  }
  return (
    <Page title={t('bundle.title')} subtitle={period.name}>
      {refused?.kind === 'refused' ? (
        <RefusalNotice refusal={refused.refusal} />
      ) : (
        <Busy isPage label={t('bundle.loading')} />
      )}
    </Page>
  );
}
