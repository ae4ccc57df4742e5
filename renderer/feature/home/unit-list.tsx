import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { Badge } from '../../ui/badge.tsx';
import { useText } from '../../ui/text.ts';
import './unit-list.css';

type UnitReport = ConsolidatedView['units'][number];

/** Every unit and whether its report has come: counts first, then each by name. */
export function UnitList({ view }: { readonly view: ConsolidatedView }) {
  const { t } = useText();
  const received = view.units.filter((unit) => unit.receivedAt !== null);
  const counts = [
    [t('home.received'), received.length],
    [t('home.missing'), view.units.length - received.length],
    [t('home.late'), received.filter((unit) => unit.arrival === 'late').length],
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
      <ul className="unit-reports">
        {view.units.map((unit) => (
          <UnitLine key={unit.unit} unit={unit} />
        ))}
      </ul>
    </section>
  );
}

function UnitLine({ unit }: { readonly unit: UnitReport }) {
  const { t, formatInstant } = useText();
  if (unit.receivedAt === null) {
    return (
      <li className="unit-report unit-report-missing">
        <span>{unit.name}</span>
        <Badge tone="neutral" icon="dot">
          {t('home.missing')}
        </Badge>
      </li>
    );
  }
  return (
    <li className="unit-report">
      <span>{unit.name}</span>
      <span className="caption">
        {t('home.receivedAt', {
          revision: unit.revision ?? 1,
          at: formatInstant(unit.receivedAt),
        })}
        {unit.isSealedAtDoubtful && <div>{t('home.timeDoubtful')}</div>}
      </span>
      {unit.arrival === 'on-time' ? (
        <Badge tone="success" icon="success">
          {t('home.received')}
        </Badge>
      ) : (
        <Badge tone="warning" icon="clock">
          {t(unit.arrival === 'late' ? 'home.late' : 'home.sealedOnTime')}
        </Badge>
      )}
    </li>
  );
}
