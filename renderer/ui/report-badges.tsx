import type { Arrival } from '#shared/domain/arrival.ts';
import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { BadgeTone } from './badge.tsx';
import { Badge } from './badge.tsx';
import './badge.css';
import type { IconName } from './icon.tsx';
import { useText } from './text.ts';

type UnitReport = ConsolidatedView['units'][number];

const looks: Readonly<Record<Arrival, { tone: BadgeTone; icon: IconName }>> = {
  'on-time': { tone: 'success', icon: 'success' },
  'sealed-on-time': { tone: 'warning', icon: 'clock' },
  late: { tone: 'warning', icon: 'clock' },
};

/** Whether a unit's report has come, whether in time, and what the province said of it. */
export function ReportBadges({ unit }: { readonly unit: UnitReport }) {
  const { t } = useText();
  const { answer, arrival } = unit;
  if (answer === null || arrival === null) {
    return (
      <span className="badges">
        <Badge tone="neutral" icon="dot">
          {t('terms.reports.missing')}
        </Badge>
        <UndecidedBadge unit={unit} />
      </span>
    );
  }
  const isReturned = answer === 'returned';
  return (
    <span className="badges">
      {isReturned && (
        <Badge tone="error" icon="returned">
          {t('terms.reports.returned')}
        </Badge>
      )}
      {/* Returned says that the report has come, but not that it came late. */}
      {!(isReturned && arrival === 'on-time') && (
        <Badge tone={looks[arrival].tone} icon={looks[arrival].icon}>
          {t(`terms.reports.${arrival}`)}
        </Badge>
      )}
      <UndecidedBadge unit={unit} />
      {answer === 'accepted-with-notes' && (
        <Badge tone="info" icon="pencil">
          {t('terms.reports.with-notes')}
        </Badge>
      )}
    </span>
  );
}

/** Other figures of the unit wait for somebody to decide which count. */
function UndecidedBadge({ unit }: { readonly unit: UnitReport }) {
  const { t } = useText();
  if (!unit.isUndecided) return null;
  return (
    <Badge tone="warning" icon="warning">
      {t('streams.badge')}
    </Badge>
  );
}
