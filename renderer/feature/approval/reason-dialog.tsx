import { useState } from 'react';

import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextAreaField } from '../../ui/field.tsx';
import { useText } from '../../ui/text.ts';

/** A step back says why: the reason stays in the event log. */
export function ReasonDialog(props: {
  readonly action: 'return' | 'revise';
  readonly nextRevision: number;
  readonly onClose: () => void;
  readonly onConfirm: (reason: string) => void;
}) {
  const { t } = useText();
  const { action } = props;
  const [reason, setReason] = useState('');
  const written = reason.normalize('NFC').trim();
  return (
    <Dialog
      isOpen
      title={t(`approval.${action}Title`)}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('frame.cancel')}</Button>
          <Button
            kind="primary"
            disabled={written === ''}
            onClick={() => {
              props.onConfirm(written);
            }}
          >
            {t(`terms.actions.${action}`)}
          </Button>
        </>
      }
    >
      <p>{t(`approval.${action}Body`, { revision: props.nextRevision })}</p>
      <TextAreaField
        label={t('approval.reasonLabel')}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        rows={4}
      />
    </Dialog>
  );
}
