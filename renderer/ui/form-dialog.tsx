import { useId } from 'react';
import type { ReactNode } from 'react';

import type { Refusal } from '#shared/kit/result.ts';
import { Busy } from './busy.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { focusFirstInvalid } from './focus-invalid.ts';
import { RefusalNotice } from './notice.tsx';
import { useText } from './text.ts';

export type FormDialogProps = {
  readonly title: string;
  readonly isWide?: boolean;
  /** A class of the feature that lays the fields out. */
  readonly className: string;
  readonly task: { readonly isRunning: boolean; readonly refusal: Refusal | null };
  /** What is said while the task runs. */
  readonly working: string;
  /** The word on the button that sends the form. */
  readonly action: string;
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** A form in a dialog: Enter sends it, the first missing field takes the keyboard, a refusal stands on top. */
export function FormDialog(props: FormDialogProps) {
  const { t } = useText();
  const formId = useId();
  const { title, className, task, working, action, onSubmit, onClose, children } = props;
  return (
    <Dialog
      isOpen
      isWide={props.isWide ?? false}
      title={title}
      onClose={onClose}
      actions={
        <>
          {task.isRunning && <Busy label={working} />}
          <Button onClick={onClose}>{t('frame.cancel')}</Button>
          <Button kind="primary" type="submit" form={formId} disabled={task.isRunning}>
            {action}
          </Button>
        </>
      }
    >
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      <form
        id={formId}
        className={className}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void onSubmit();
          focusFirstInvalid(event.currentTarget);
        }}
      >
        {children}
      </form>
    </Dialog>
  );
}
