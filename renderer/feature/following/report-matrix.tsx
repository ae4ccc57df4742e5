import { useState } from 'react';

import type { FollowedState, FollowedUnit, FollowingView } from '#shared/ipc/calls/following.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { Icon } from '../../ui/icon.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { moveAmongCells, placeOf } from './matrix-keys.ts';
import { StateMark } from './state-mark.tsx';

/** Units by the forms of the period, or by all periods: what came, how complete, and when. */
export function ReportMatrix({ view }: { readonly view: FollowingView }) {
  const { t } = useText();
  const [by, setBy] = useState<'forms' | 'periods'>('forms');
  return (
    <div className="follow-part">
      <div className="follow-bar">
        <Segmented
          label={t('following.reports.by')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'forms', label: t('following.reports.byForm') },
            { value: 'periods', label: t('following.reports.byPeriod') },
          ]}
        />
        <p className="caption">{t('following.reports.rule')}</p>
      </div>
      <ScrollRegion className="follow-scroll" label={t('following.reports.table')}>
        {/* eslint-disable-next-line jsx-a11y-x/no-noninteractive-element-interactions -- the buttons in it take the keys; arrows lead from one to the next */}
        <table
          className="data-table follow-table"
          aria-label={t('following.reports.table')}
          onKeyDown={moveAmongCells}
        >
          {by === 'forms' ? <ByForm view={view} /> : <ByPeriod view={view} />}
        </table>
      </ScrollRegion>
      <p className="follow-foot caption">{t('following.reports.keys')}</p>
    </div>
  );
}

function ByForm({ view }: { readonly view: FollowingView }) {
  const { t } = useText();
  const open = useNavigation((navigation) => navigation.openReceived);
  return (
    <>
      <thead>
        <tr>
          <th scope="col" className="follow-unit">
            {t('following.reports.unit')}
          </th>
          <th scope="col">{t('following.reports.whole')}</th>
          <th scope="col">{t('following.reports.arrival')}</th>
          {view.forms.map(({ form, name, title }) => (
            <th key={form} scope="col" title={title}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.units.map((unit, row) => (
          <tr key={unit.unit}>
            <th scope="row" className="follow-unit">
              {unit.name}
            </th>
            <td>
              <StateMark {...unit} />
            </td>
            <td className="follow-arrived">
              <Arrived unit={unit} />
            </td>
            {unit.forms.map((form, column) => (
              <Door
                key={form.form}
                place={placeOf(row, column)}
                unit={unit.name}
                column={view.forms[column]?.name ?? form.form}
                {...form}
                onOpen={() => {
                  open(unit.unit, form.form);
                }}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function ByPeriod({ view }: { readonly view: FollowingView }) {
  const { t, formatDay } = useText();
  const open = useNavigation((navigation) => navigation.openReceived);
  const choosePeriod = useNavigation((navigation) => navigation.choosePeriod);
  return (
    <>
      <thead>
        <tr>
          <th scope="col" className="follow-unit">
            {t('following.reports.unit')}
          </th>
          {view.periods.map((period) => (
            <th key={period.period} scope="col">
              {period.name}
              <span className="follow-sub">
                {t('following.reports.deadline', { day: formatDay(period.lastCompliantDay) })}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.units.map(({ unit, name }, row) => (
          <tr key={unit}>
            <th scope="row" className="follow-unit">
              {name}
            </th>
            {view.periods.map((period, column) => {
              const report = period.units[row];
              if (report === null || report === undefined) {
                return (
                  <td key={period.period} className="muted">
                    {t('following.reports.absent')}
                  </td>
                );
              }
              if (report.state === 'not-received' && !period.isOver) {
                return (
                  <td key={period.period} className="muted">
                    {t('following.reports.notDue')}
                  </td>
                );
              }
              return (
                <Door
                  key={period.period}
                  place={placeOf(row, column)}
                  unit={name}
                  column={period.name}
                  state={report.state}
                  filled={report.filled}
                  toFill={report.toFill}
                  arrival={report.arrival}
                  onOpen={() => {
                    choosePeriod(period.period);
                    open(unit);
                  }}
                />
              );
            })}
          </tr>
        ))}
      </tbody>
    </>
  );
}

/** A cell that opens what was received; where nothing was, it only says so. */
function Door(props: {
  readonly place: string;
  readonly unit: string;
  readonly column: string;
  readonly state: FollowedState;
  readonly filled: number;
  readonly toFill: number;
  readonly arrival?: FollowedUnit['arrival'];
  readonly onOpen: () => void;
}) {
  const { t } = useText();
  const { unit, column, state, filled, toFill, arrival } = props;
  const mark = <StateMark state={state} filled={filled} toFill={toFill} />;
  if (state === 'not-received') return <td>{mark}</td>;
  const isLate = arrival === 'late' || arrival === 'sealed-on-time';
  const words = [
    t(`following.states.${state}`),
    ...(toFill > 0 ? [t('following.reports.count', { filled, toFill })] : []),
    ...(isLate ? [t(`terms.reports.${arrival}`)] : []),
  ].join(', ');
  return (
    <td className="follow-door">
      <button
        type="button"
        data-place={props.place}
        aria-label={t('following.reports.open', { unit, column, state: words })}
        onClick={props.onOpen}
      >
        {mark}
        {isLate && (
          <span className="follow-late">
            <Icon name="clock" />
            {t(`terms.reports.${arrival}`)}
          </span>
        )}
      </button>
    </td>
  );
}

/** When a unit's report came, by both clocks. */
function Arrived({ unit }: { readonly unit: FollowedUnit }) {
  const { t, formatInstant } = useText();
  const { receivedAt, firstReceivedAt, sealedAt, arrival, late } = unit;
  if (receivedAt === null || firstReceivedAt === null) {
    return late.received > 0 ? (
      <span className="follow-late">
        <Icon name="clock" />
        {t('following.days.over', { count: late.received })}
      </span>
    ) : (
      <span className="muted">{t('following.days.left', { count: -late.received })}</span>
    );
  }
  return (
    <div>
      <span className={arrival === 'on-time' ? undefined : 'follow-late'}>
        {arrival !== 'on-time' && <Icon name="clock" />}
        {arrival === 'on-time'
          ? t('following.reports.onTime')
          : t(arrival === 'late' ? 'following.reports.late' : 'following.reports.sealedOnTime', {
              count: late.received,
            })}
      </span>
      <span className="follow-sub">
        {t('following.reports.received', { at: formatInstant(firstReceivedAt) })}
      </span>
      {receivedAt !== firstReceivedAt && (
        <span className="follow-sub">
          {t('following.reports.newest', {
            revision: unit.revision ?? 1,
            at: formatInstant(receivedAt),
          })}
        </span>
      )}
      {sealedAt !== null && arrival !== 'on-time' && (
        <span className="follow-sub">
          {t('following.reports.sealed', { at: formatInstant(sealedAt) })}
        </span>
      )}
      {unit.isSealedAtDoubtful && (
        <span className="follow-sub">{t('following.reports.doubtful')}</span>
      )}
    </div>
  );
}
