import { workflowActions } from '#shared/domain/workflow.ts';
import type { SubmissionView } from '#shared/ipc/calls/sheet.ts';
import { useText } from '../../ui/text.ts';

/** What happened with the report, the latest first: step, who, when, and why it went back. */
export function EventLog({ submission }: { readonly submission: SubmissionView }) {
  const { t, formatInstant } = useText();
  const events = [...submission.events].reverse();
  return (
    <section className="approval-part">
      <h2>{t('approval.events')}</h2>
      {events.length === 0 ? (
        <p className="caption">{t('approval.noEvents')}</p>
      ) : (
        <ol className="approval-events">
          {events.map((event) => {
            const action = workflowActions.find((known) => known === event.action);
            return (
              <li key={`${event.at} ${event.action}`}>
                <div className="approval-event-name">
                  {action === undefined ? event.action : t(`terms.actions.${action}`)}
                </div>
                <div className="caption">
                  {t('approval.event', {
                    by: event.by,
                    role: t(`terms.roles.${event.role}`),
                    at: formatInstant(event.at),
                  })}
                  {' · '}
                  {t('approval.revision', { revision: event.revision })}
                </div>
                {event.reason !== null && (
                  <div>{t('approval.reason', { reason: event.reason })}</div>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
