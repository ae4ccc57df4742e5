import { useEffect, useRef, useState } from 'react';

import { useQuery } from '../../state/use-query.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';
import { OfferDialog } from './offer-dialog.tsx';

/** That the province sent a newer catalogue, until somebody accepts it; `round` asks again. */
export function OfferNotice(props: { readonly round: number; readonly onTaken: () => void }) {
  const { t } = useText();
  const [asked, setAsked] = useState(props.round);
  const { query, reload } = useQuery('catalogue.waiting', {});
  const [isOpen, setIsOpen] = useState(false);
  const [taken, setTaken] = useState<number | null>(null);
  if (asked !== props.round) {
    setAsked(props.round);
    reload();
  }
  const waiting = query.kind === 'ready' ? query.value : null;
  const version = waiting?.version ?? null;
  const button = useRef<HTMLButtonElement>(null);
  // What was just read stands at the page's end, this at its top: the keyboard brings it into sight.
  useEffect(() => {
    if (props.round > 0 && version !== null) button.current?.focus();
  }, [props.round, version]);
  return (
    <>
      {taken !== null && (
        <Notice kind="success" title={t('catalogueDesk.offer.taken', { version: taken })} />
      )}
      {waiting !== null && (
        <Notice
          kind="warning"
          title={t('catalogueDesk.offer.arrived', { version: waiting.version })}
        >
          <p>{t('catalogueDesk.offer.arrivedHint', { current: waiting.current })}</p>
          <Button
            ref={button}
            onClick={() => {
              setIsOpen(true);
            }}
          >
            {t('catalogueDesk.offer.open')}
          </Button>
        </Notice>
      )}
      {isOpen && waiting !== null && (
        <OfferDialog
          onClose={() => {
            setIsOpen(false);
          }}
          onTaken={(version) => {
            setIsOpen(false);
            setTaken(version);
            reload();
            props.onTaken();
          }}
        />
      )}
    </>
  );
}
