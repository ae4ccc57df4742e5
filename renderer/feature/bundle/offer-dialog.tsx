import type { OfferView, SheetEffect } from '#shared/ipc/calls/catalogue-desk.ts';
import { call } from '../../client.ts';
import { forgetCatalogue } from '../../state/catalogue-store.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { useQuery } from '../../state/use-query.ts';
import { useTask } from '../../state/use-task.ts';
import { Busy } from '../../ui/busy.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DifferenceList } from '../../ui/difference-list.tsx';
import { RefusalNotice } from '../../ui/notice.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { useText } from '../../ui/text.ts';
import './offer-dialog.css';

/** What a version of the province's changes in the plan and in the forms that are open here. */
export function OfferDialog(props: {
  readonly onClose: () => void;
  readonly onTaken: (version: number) => void;
}) {
  const { t } = useText();
  const { query } = useQuery('catalogue.offer', {});
  const loadPeriods = useNavigation((navigation) => navigation.loadPeriods);
  const task = useTask();
  const offer = query.kind === 'ready' ? query.value : null;

  const take = async (version: number) => {
    const taken = await task.run(() => call('catalogue.take', { version }));
    if (taken === null) return;
    forgetCatalogue();
    await loadPeriods();
    props.onTaken(taken.version);
  };

  return (
    <Dialog
      isOpen
      isWide
      title={
        offer === null
          ? t('catalogueDesk.offer.loading')
          : t('catalogueDesk.offer.title', { version: offer.version })
      }
      onClose={props.onClose}
      actions={
        <>
          {task.isRunning && <Busy label={t('catalogueDesk.offer.working')} />}
          <Button onClick={props.onClose}>{t('catalogueDesk.offer.later')}</Button>
          {offer !== null && (
            <Button
              kind="primary"
              disabled={task.isRunning}
              onClick={() => {
                void take(offer.version);
              }}
            >
              {t('catalogueDesk.offer.take')}
            </Button>
          )}
        </>
      }
    >
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {query.kind === 'loading' && <Busy label={t('catalogueDesk.offer.loading')} />}
      {query.kind === 'refused' && <RefusalNotice refusal={query.refusal} />}
      {offer !== null && <Offer offer={offer} />}
    </Dialog>
  );
}

function Offer({ offer }: { readonly offer: OfferView }) {
  const { t, formatDay } = useText();
  const { differences, deadlines, sheets } = offer;
  return (
    <ScrollRegion className="offer" label={t('catalogueDesk.offer.changes')}>
      <p className="muted">{t('catalogueDesk.offer.lead', { current: offer.current })}</p>
      <h3>{t('catalogueDesk.offer.sheets')}</h3>
      {sheets.length === 0 && deadlines.length === 0 && (
        <p className="muted">{t('catalogueDesk.offer.noSheets')}</p>
      )}
      {deadlines.map(({ period, periodName, before, after }) => (
        <p key={period}>
          <strong>{periodName}</strong>.{' '}
          {t('catalogueDesk.offer.deadline', {
            before: formatDay(before),
            after: formatDay(after),
          })}
        </p>
      ))}
      {sheets.map((effect) => (
        <SheetEffects key={`${effect.period} ${effect.form}`} effect={effect} />
      ))}
      <h3>{t('catalogueDesk.offer.changes')}</h3>
      {differences.length === 0 ? (
        <p className="muted">{t('catalogueDesk.offer.noChanges')}</p>
      ) : (
        <DifferenceList differences={differences} />
      )}
    </ScrollRegion>
  );
}

/** Many typed figures are told by their number; the first ones show which they are. */
const mostLost = 20;

function SheetEffects({ effect }: { readonly effect: SheetEffect }) {
  const { t } = useText();
  const { lost, newRows, toFill, findings } = effect;
  return (
    <section>
      <strong>
        {effect.periodName}, {effect.formName}
      </strong>
      <ul>
        {effect.gone === 'form' && <li>{t('catalogueDesk.offer.gone')}</li>}
        {effect.gone === 'unit' && <li>{t('catalogueDesk.offer.unitGone')}</li>}
        {lost.length > 0 && (
          <li>
            {t('catalogueDesk.offer.lost', { count: lost.length })}
            <ul>
              {lost.slice(0, mostLost).map((cell) => (
                <li key={`${cell.row} ${cell.column}`}>
                  {t('catalogueDesk.offer.lostCell', cell)}
                </li>
              ))}
              {lost.length > mostLost && (
                <li>{t('catalogueDesk.offer.more', { count: lost.length - mostLost })}</li>
              )}
            </ul>
          </li>
        )}
        {newRows.length > 0 && (
          <li>{t('catalogueDesk.offer.newRows', { rows: newRows.join('; ') })}</li>
        )}
        {toFill.before !== toFill.after && <li>{t('catalogueDesk.offer.required', toFill)}</li>}
        {(findings.before !== findings.after ||
          findings.blockingBefore !== findings.blockingAfter) && (
          <li>{t('catalogueDesk.offer.findings', findings)}</li>
        )}
      </ul>
    </section>
  );
}
