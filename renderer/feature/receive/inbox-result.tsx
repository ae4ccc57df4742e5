import { useEffect, useRef, useState } from 'react';

import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { InboxResult } from '../../state/inbox-store.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useText } from '../../ui/text.ts';
import { VerdictList } from '../../ui/verdict-list.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';

/** What would become of every file, or what became of it. Opened, it takes the keyboard. */
export function InboxResultPanel(props: {
  readonly result: InboxResult;
  readonly periodName: (code: string) => string;
  readonly unitNameOf: (code: string) => string | null;
  readonly onDiscard: () => void;
}) {
  const { t } = useText();
  const { result } = props;
  const { kind, place, total, verdicts } = result;
  const isTrial = kind === 'preview';
  const [refusing, setRefusing] = useState<string | null>(null);
  const self = useRef<HTMLDivElement>(null);
  useEffect(() => {
    self.current?.focus();
  }, [result]);
  const title = t(isTrial ? 'receive.result.previewTitle' : 'receive.result.title', {
    place: place.label,
  });
  return (
    <div ref={self} className="inbox-result" tabIndex={-1} role="group" aria-label={title}>
      <Panel
        title={title}
        aside={
          isTrial && (
            <Button kind="quiet" onClick={props.onDiscard}>
              {t('receive.source.discard')}
            </Button>
          )
        }
      >
        <Ending result={result} done={verdicts.length} total={total} />
        <VerdictList
          verdicts={verdicts}
          isTrial={isTrial}
          periodName={props.periodName}
          unitNameOf={props.unitNameOf}
          actionOf={(verdict) =>
            !isTrial &&
            verdict.isAnswerable && (
              <Button
                kind="quiet"
                onClick={() => {
                  setRefusing(verdict.fileName);
                }}
              >
                {t('verdict.refuse')}
              </Button>
            )
          }
        />
        <Aftermath
          verdicts={verdicts}
          quarantineFolder={kind === 'taken' ? result.quarantineFolder : null}
        />
        {refusing !== null && (
          <RefuseDialog
            place={place.handle}
            fileName={refusing}
            onClose={() => {
              setRefusing(null);
            }}
          />
        )}
      </Panel>
    </div>
  );
}

/** Whether anything was stored, and how far a stopped work came. */
function Ending(props: {
  readonly result: InboxResult;
  readonly done: number;
  readonly total: number;
}) {
  const { t } = useText();
  const { result, ...facts } = props;
  if (result.kind === 'taken') {
    return result.state === 'cancelled' ? (
      <Notice kind="warning" title={t('receive.register.cancelled', facts)} />
    ) : null;
  }
  if (result.isOver) return <Notice kind="warning" title={t('receive.result.previewOver')} />;
  return result.reading === null ? (
    <Notice kind="warning" title={t('receive.result.previewCancelled', facts)} />
  ) : props.total > 0 ? (
    <p className="muted">{t('receive.result.previewLead')}</p>
  ) : null;
}

/** What there is to know once all files have their verdicts. */
export function Aftermath(props: {
  readonly verdicts: readonly Verdict[];
  readonly quarantineFolder: string | null;
}) {
  const { t } = useText();
  const { verdicts, quarantineFolder } = props;
  const written = verdicts.filter(({ receiptFileName }) => receiptFileName !== null).length;
  return (
    <>
      {verdicts.some(({ outcome }) => outcome === 'held') && (
        <p className="muted">{t('receive.result.heldLead')}</p>
      )}
      {quarantineFolder !== null && (
        <p className="muted inbox-file">
          {t('receive.result.quarantine', { folder: quarantineFolder })}
        </p>
      )}
      {written > 0 && <p className="muted">{t('receive.result.receipts', { written })}</p>}
    </>
  );
}
