import { Fragment } from 'react';

import type { CellChangeView } from '#shared/ipc/calls/history.ts';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { groupChanges, isSameAct } from './change-groups.ts';
import type { ChangeGroup } from './change-groups.ts';
import { ChangeRow } from './change-row.tsx';

/** Changes newest first, under the revision and the reason for which the report was open. */
export function ChangeTable(props: {
  readonly changes: readonly CellChangeView[];
  /** The revision that was sealed last; 0 before the first. */
  readonly sealed: number;
  /** Whether the text before is the one of the bundle and not of the change before. */
  readonly isAgainstBundle: boolean;
  /** Null where nothing may be recorded. */
  readonly onRestore: ((change: CellChangeView) => void) | null;
}) {
  const { t } = useText();
  const { changes, sealed, isAgainstBundle, onRestore } = props;
  const groups = groupChanges(changes);
  const width = onRestore === null ? 6 : 7;
  return (
    <table className="data-table history-table" aria-label={t('history.table')}>
      <thead>
        <tr>
          <th scope="col" className="history-when">
            {t('history.head.when')}
          </th>
          <th scope="col" className="history-of">
            {t('history.head.form')}
          </th>
          <th scope="col">{t('history.head.row')}</th>
          <th scope="col" className="history-column">
            {t('history.head.column')}
          </th>
          <th scope="col" className="history-text">
            {t(isAgainstBundle ? 'history.head.fromBundle' : 'history.head.from')}
          </th>
          <th scope="col" className="history-text">
            {t('history.head.to')}
          </th>
          {onRestore !== null && (
            <th scope="col" className="history-restore">
              {t('history.head.restore')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {groups.map((group, index) => (
          <Fragment key={group.changes[0]?.id}>
            {(groups.length > 1 || group.revision > 1 || group.why !== null) && (
              <tr className="group-row">
                <th colSpan={width} scope="colgroup">
                  <GroupHead group={group} isSealed={isSealed(groups, index, sealed)} />
                </th>
              </tr>
            )}
            {group.changes.map((change, at) => (
              <ChangeRow
                key={change.id}
                change={change}
                isSameAct={isSameAct(change, group.changes[at - 1])}
                goesOn={isSameAct(change, group.changes[at + 1])}
                onRestore={onRestore}
              />
            ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function GroupHead({ group, isSealed: isClosed }: { group: ChangeGroup; isSealed: boolean }) {
  const { t, formatInstant } = useText();
  const { why, revision } = group;
  return (
    <>
      {t('history.revision', { revision })}
      {isClosed && ` · ${t('history.sealed')}`}
      {why !== null && (
        <span className="history-why">
          {t(`history.why.${why.action}`, {
            by: why.by,
            at: formatInstant(why.at),
            reason: why.reason,
          })}
        </span>
      )}
    </>
  );
}

/** A bundle was sealed after the last changes of its revision. */
function isSealed(groups: readonly ChangeGroup[], index: number, sealed: number): boolean {
  const group = groups[index];
  return group?.revision === sealed && groups[index - 1]?.revision !== sealed;
}
