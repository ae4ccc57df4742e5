import { useState } from 'react';

import type { Refusal } from '#shared/kit/result.ts';
import { Button } from './button.tsx';
import './key-document-buttons.css';
import { RefusalNotice } from './notice.tsx';
import { placeName } from './place-name.ts';
import { useText } from './text.ts';

/** What a form about keys needs to come onto paper. */
export type KeyDocumentWork = {
  readonly task: { readonly isRunning: boolean; readonly refusal: Refusal | null };
  readonly print: () => Promise<void>;
  /** Where it was written, null when the dialog was left or it was refused; absent for paper alone. */
  readonly save?: () => Promise<{ readonly fileName: string; readonly folderLabel: string } | null>;
};

/** The two ways of a form about keys onto paper, with what became of the last one. */
export function KeyDocumentButtons(props: {
  readonly work: KeyDocumentWork;
  /** What the form is, for the buttons' full names. */
  readonly name: string;
  readonly isDisabled?: boolean;
}) {
  const { t } = useText();
  const { work, name, isDisabled = false } = props;
  const { task, print, save } = work;
  const [done, setDone] = useState<string | null>(null);
  const write = async (writing: NonNullable<typeof save>) => {
    setDone(null);
    const written = await writing();
    if (written === null) return;
    const { fileName, folderLabel } = written;
    setDone(t('trust.documents.saved', { fileName, folder: placeName(folderLabel) }));
  };
  return (
    <div className="key-document-buttons">
      <div className="key-document-actions">
        <Button
          kind="quiet"
          disabled={isDisabled || task.isRunning}
          onClick={() => {
            setDone(null);
            void print();
          }}
        >
          {t('trust.documents.print', { name })}
        </Button>
        {save !== undefined && (
          <Button
            kind="quiet"
            disabled={isDisabled || task.isRunning}
            aria-label={t('trust.documents.saveOf', { name })}
            onClick={() => {
              void write(save);
            }}
          >
            {t('trust.documents.save')}
          </Button>
        )}
      </div>
      {task.refusal !== null && <RefusalNotice refusal={task.refusal} />}
      {done !== null && (
        <p className="caption" role="status">
          {done}
        </p>
      )}
    </div>
  );
}
