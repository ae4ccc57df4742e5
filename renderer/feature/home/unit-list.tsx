import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { FollowingView } from '#shared/ipc/calls/following.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { Button } from '../../ui/button.tsx';
import { ReportBadges } from '../../ui/report-badges.tsx';
import { useText } from '../../ui/text.ts';
import './unit-list.css';

type UnitReport = ConsolidatedView['units'][number];

/** Every unit and whether its report has come: counts first, then each by name. */
export function UnitList(props: {
  readonly view: ConsolidatedView;
  readonly reports: FollowingView | null;
}) {
  const { view, reports } = props;
  const { t } = useText();
  const missing = view.missingUnits.length;
  const returned = view.returnedUnits.length;
  const counts = [
    [t('terms.reports.on-time'), view.units.length - missing - returned],
    [t('terms.reports.returned'), returned],
    [t('terms.reports.missing'), missing],
    [
      t('home.afterDeadline'),
      view.units.filter(({ arrival }) => arrival !== null && arrival !== 'on-time').length,
    ],
  ] as const;
  return (
    <section className="home-card home-wide">
      <h2>{t('home.unitsTitle')}</h2>
      <dl className="unit-counts">
        {counts.map(([label, count]) => (
          <div key={label} className="unit-count">
            <dd className="unit-count-number">{count}</dd>
            <dt className="muted">{label}</dt>
          </div>
        ))}
      </dl>
      {reports !== null && <SentEverything reports={reports} />}
      <ul className="unit-reports">
        {view.units.map((unit) => (
          <UnitLine key={unit.unit} unit={unit} />
        ))}
      </ul>
    </section>
  );
}

/** What was received may be far from complete: how many sent everything, and where to see who did not. */
function SentEverything({ reports: { units } }: { readonly reports: FollowingView }) {
  const { t } = useText();
  const go = useNavigation((place) => place.go);
  return (
    <p className="unit-complete">
      {t('home.sentEverything', {
        complete: units.filter(({ state }) => state === 'complete').length,
        expected: units.length,
      })}{' '}
      <Button
        kind="quiet"
        onClick={() => {
          go('following');
        }}
      >
        {t('home.toFollowing')}
      </Button>
    </p>
  );
}

function UnitLine({ unit }: { readonly unit: UnitReport }) {
  const { t, formatInstant } = useText();
  return (
    <li className="unit-report">
      <span>{unit.name}</span>
      {unit.receivedAt !== null && (
        <span className="caption">
          {t('home.receivedAt', {
            revision: unit.revision ?? 1,
            at: formatInstant(unit.receivedAt),
          })}
          {unit.isSealedAtDoubtful && <div>{t('home.timeDoubtful')}</div>}
        </span>
      )}
      <span className={unit.receivedAt === null ? 'unit-state unit-state-alone' : 'unit-state'}>
        <ReportBadges unit={unit} />
      </span>
    </li>
  );
}
