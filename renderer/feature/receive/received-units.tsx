import { useState } from 'react';

import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { Button } from '../../ui/button.tsx';
import { Fingerprint } from '../../ui/fingerprint.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReportBadges } from '../../ui/report-badges.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';

type Received = CallOutput<'bundle.received'>[number];
type Unit = ConsolidatedView['units'][number];
type Filter = 'all' | 'missing' | 'received';

const filters: Readonly<Record<Filter, (unit: Unit) => boolean>> = {
  all: () => true,
  missing: (unit) => unit.receivedAt === null,
  received: (unit) => unit.receivedAt !== null,
};

/** Every unit of the period: what has come, what came late or was returned, what is missing. */
export function ReceivedUnits(props: {
  readonly view: ConsolidatedView;
  readonly received: CallOutput<'bundle.received'>;
}) {
  const { t } = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const go = useNavigation((navigation) => navigation.go);
  const units = props.view.units.filter(filters[filter]);
  // Of every unit, whatever the filter shows: each gets the new keyring with its receipt.
  const old = new Map(props.received.map((bundle) => [bundle.unit, bundle]));
  const countOld = (what: 'oldKeyring' | 'oldCatalogue'): number =>
    [...old.values()].filter((bundle) => bundle[what] !== null).length;
  const oldKeyrings = countOld('oldKeyring');
  const oldCatalogues = countOld('oldCatalogue');
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
      {oldKeyrings > 0 && <p>{t('receive.units.oldKeyrings', { count: oldKeyrings })}</p>}
      {oldCatalogues > 0 && <p>{t('receive.units.oldCatalogues', { count: oldCatalogues })}</p>}
      {units.length === 0 ? (
        <p className="muted">
          {t(filter === 'missing' ? 'receive.units.noneMissing' : 'receive.units.noneReceived')}
        </p>
      ) : (
        <div className="table-frame">
          <table className="data-table received-units">
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
                  old={old.get(unit.unit) ?? null}
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
  /** What the unit still uses, where the province has newer; null while it has sent nothing at all. */
  readonly old: Pick<Received, 'oldKeyring' | 'oldCatalogue'> | null;
}) {
  const { t, formatInstant } = useText();
  const openReceived = useNavigation((navigation) => navigation.openReceived);
  const { unit, current, old } = props;
  return (
    <tr>
      <th scope="row">
        {unit.name}
        {old !== null && old.oldKeyring !== null && (
          <div className="caption">
            {t('receive.units.oldKeyring', { version: old.oldKeyring })}
          </div>
        )}
        {old !== null && old.oldCatalogue !== null && (
          <div className="caption">
            {t('receive.units.oldCatalogue', { version: old.oldCatalogue })}
          </div>
        )}
      </th>
      <td>
        <ReportBadges unit={unit} />
        <SealedAt unit={unit} />
      </td>
      <td className="number">{current?.revision ?? ''}</td>
      <td>{current === null ? '' : formatInstant(current.receivedAt)}</td>
      <td>{current !== null && <Fingerprint digits={current.checkCode} />}</td>
      <td>
        {current !== null && (
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

/** What the sender's clock says, where that tells more than that the report has come. */
function SealedAt({ unit }: { readonly unit: Unit }) {
  const { t, formatInstant } = useText();
  const { sealedAt, isSealedAtDoubtful, arrival } = unit;
  if (sealedAt === null || (arrival === 'on-time' && !isSealedAtDoubtful)) return null;
  const inTime = arrival === 'sealed-on-time' ? 'sealedAtInTime' : 'sealedAt';
  const words = isSealedAtDoubtful ? 'sealedAtDoubtful' : inTime;
  return (
    <div className="caption received-sealed">
      {t(`receive.units.${words}`, { at: formatInstant(sealedAt) })}
    </div>
  );
}

function currentOf(unit: Unit, period: string, received: readonly Received[]): Received | null {
  return (
    received.find(
      (bundle) => bundle.unit === unit.unit && bundle.period === period && bundle.isCurrent,
    ) ?? null
  );
}
