import { useId } from 'react';
import type { ReactNode } from 'react';

import './dialog.css';

export type DialogProps = {
  readonly title: string;
  readonly isOpen: boolean;
  /** Room for things side by side. */
  readonly isWide?: boolean;
  /** Esc and the page's own button lead here; leaving never does harm. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly actions: ReactNode;
};

/** A decision that has to be taken before going on: the native modal dialog. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, isWide = false, onClose, children, actions } = props;
  const id = useId();
  if (!isOpen) return null;
  return (
    <dialog
      ref={showWhileMounted}
      className={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <h2 id={id} className="dialog-title">
        {title}
      </h2>
      <div className="dialog-body">{children}</div>
      <div className="dialog-actions">{actions}</div>
    </dialog>
  );
}

function showWhileMounted(dialog: HTMLDialogElement | null) {
  if (dialog === null) return undefined;
  dialog.showModal();
  return () => {
    dialog.close();
  };
}
