import { observationStatuses } from '#shared/domain/cell.ts';
import type { ObservationStatus } from '#shared/domain/cell.ts';
import { useGrid } from '../../state/grid-store.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import { useText } from '../../ui/text.ts';

export const statusListId = 'sheet-statuses';

/** The element id of one choice. */
export function statusOptionId(status: ObservationStatus): string {
  return `${statusListId}-${status}`;
}

/** The three statuses under their cell; typing, arrows and clicks all choose. */
export function StatusList(props: {
  readonly chosen: ObservationStatus | null;
  readonly isLow: boolean;
}) {
  const { t } = useText();
  const type = useGrid((grid) => grid.type);
  const commit = useGrid((grid) => grid.commit);
  return (
    <div
      id={statusListId}
      role="listbox"
      aria-label={t('sheet.head.status')}
      className={props.isLow ? 'cell-below cell-below-up status-list' : 'cell-below status-list'}
    >
      {observationStatuses.map((status) => (
        <div
          key={status}
          id={statusOptionId(status)}
          role="option"
          tabIndex={-1}
          aria-selected={status === props.chosen}
          className="status-option"
          onMouseDown={(event) => {
            event.preventDefault();
            type(t(`terms.statuses.${status}`));
            commit();
          }}
        >
          <StatusDot status={status} />
          {t(`terms.statuses.${status}`)}
        </div>
      ))}
    </div>
  );
}
