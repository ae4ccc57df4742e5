import { observationStatuses } from '#shared/domain/cell.ts';
import type { ObservationStatus } from '#shared/domain/cell.ts';
import { useText } from '../../ui/text.ts';

/** How firm a figure is, without colour: hollow is estimated, half provisional, full official. */
export function StatusMark({ status }: { readonly status: ObservationStatus }) {
  return (
    <svg className="status-mark" viewBox="0 0 8 8" aria-hidden="true" focusable="false">
      <circle cx="4" cy="4" r="3" />
      {status === 'provisional' && <path d="M4 1a3 3 0 0 1 0 6z" />}
      {status === 'official' && <path d="M4 1a3 3 0 0 1 0 6 3 3 0 0 1 0-6z" />}
    </svg>
  );
}

/** What the marks of the table mean. */
export function StatusLegend() {
  const { t } = useText();
  return (
    <span className="status-legend">
      {observationStatuses.map((status) => (
        <span key={status}>
          <StatusMark status={status} /> {t(`terms.statuses.${status}`)}
        </span>
      ))}
      <span>
        <span className="note-mark" /> {t('consolidation.marks.note')}
      </span>
    </span>
  );
}
