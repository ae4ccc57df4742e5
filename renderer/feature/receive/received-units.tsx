import { useState } from 'react';

import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { AnswerBadge, Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';

type Unit = ConsolidatedView['units'][number];
type Filter = 'all' | 'missing' | 'received';

const filters: Readonly<Record<Filter, (unit: Unit) => boolean>> = {
  all: () => true,
  missing: (unit) => unit.receivedAt === null,
  received: (unit) => unit.receivedAt !== null,
};

/** Every unit of the period: what has come, what came late, what is missing. */
export function ReceivedUnits(props: {
  readonly view: ConsolidatedView;
  readonly received: CallOutput<'bundle.received'>;
}) {
  const { t } = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const go = useNavigation((navigation) => navigation.go);
  const units = props.view.units.filter(filters[filter]);
  const hasSome = props.view.units.some(filters.received);
  return (
    <Panel
      title={t('receive.units.title')}
      aside={
        <span className="received-aside">
          {hasSome && (
            <Button
              kind="quiet"
              onClick={() => {
                go('consolidation');
              }}
            >
              {t('receive.units.toConsolidation')}
            </Button>
          )}
          <Segmented
            label={t('receive.units.showFilter')}
            value={filter}
            onChange={setFilter}
            options={[
              { value: 'all', label: t('receive.units.all') },
              { value: 'received', label: t('receive.units.onlyReceived') },
              { value: 'missing', label: t('receive.units.onlyMissing') },
            ]}
          />
        </span>
      }
    >
      {units.length === 0 ? (
        <p className="muted">
          {t(filter === 'missing' ? 'receive.units.noneMissing' : 'receive.units.noneReceived')}
        </p>
      ) : (
        <div className="table-frame">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('receive.units.unit')}</th>
                <th scope="col">{t('receive.units.state')}</th>
                <th scope="col" className="number">
                  {t('receive.units.revision')}
                </th>
                <th scope="col">{t('receive.units.receivedAt')}</th>
                <th scope="col">{t('receive.units.checkCode')}</th>
                <th scope="col">
                  <span className="visually-hidden">{t('receive.units.open')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {units.map((unit) => (
                <UnitRow
                  key={unit.unit}
                  unit={unit}
                  current={currentOf(unit, props.view.period, props.received)}
                  hasSent={props.received.some((bundle) => bundle.unit === unit.unit)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function UnitRow(props: {
  readonly unit: Unit;
  readonly current: Received | null;
  /** Whether anything of the unit was received: of another period too, such as its plan. */
  readonly hasSent: boolean;
}) {
  const { t, formatInstant } = useText();
  const openReceived = useNavigation((navigation) => navigation.openReceived);
  const { unit, current, hasSent } = props;
  return (
    <tr>
      <th scope="row">{unit.name}</th>
      <td>
        {current !== null && current.answer !== 'accepted' ? (
          <AnswerBadge outcome={current.answer} />
        ) : unit.receivedAt === null ? (
          <Badge tone="neutral" icon="clock">
            {t('receive.units.missing')}
          </Badge>
        ) : (
          <Badge
            tone={unit.isLate ? 'warning' : 'success'}
            icon={unit.isLate ? 'warning' : 'success'}
          >
            {t(unit.isLate ? 'receive.units.late' : 'receive.units.received')}
          </Badge>
        )}
      </td>
      <td className="number">{current?.revision ?? ''}</td>
      <td>{current === null ? '' : formatInstant(current.receivedAt)}</td>
      <td>{current !== null && <Fingerprint digits={current.checkCode} />}</td>
      <td>
        {hasSent && (
          <Button
            kind="quiet"
            aria-label={t('receive.units.openOf', { unit: unit.name })}
            onClick={() => {
              openReceived(unit.unit);
            }}
          >
            {t('receive.units.open')}
          </Button>
        )}
      </td>
    </tr>
  );
}

type Received = CallOutput<'bundle.received'>[number];

function currentOf(unit: Unit, period: string, received: readonly Received[]): Received | null {
  return (
    received.find(
      (bundle) => bundle.unit === unit.unit && bundle.period === period && bundle.isCurrent,
    ) ?? null
  );
}
