import { useState } from 'react';

import type { AmbiguityChoice, SeparatorReading } from '#shared/domain/pasted-numbers.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { resolvePaste, usePasteQuestion } from '../../state/paste-question.ts';
import type { PasteQuestion } from '../../state/paste-question.ts';
import { useSheet } from '../../state/sheet-store.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { useText } from '../../ui/text.ts';
import './paste-dialog.css';

const readings: readonly SeparatorReading[] = ['thousands', 'decimal'];

/** Asks once how the numbers of a pasted block are to be read; nothing is pasted before. */
export function PasteDialog({ view }: { readonly view: SheetView }) {
  const question = usePasteQuestion((store) => store.question);
  return question?.period === view.period && question.form === view.form ? (
    <Question question={question} view={view} />
  ) : null;
}

function Question({
  question,
  view,
}: {
  readonly question: PasteQuestion;
  readonly view: SheetView;
}) {
  const { t, formatDecimal } = useText();
  const record = useSheet((sheet) => sheet.record);
  const [choice, setChoice] = useState<AmbiguityChoice>(
    Object.fromEntries(question.ambiguities.map(({ shape, suggested }) => [shape, suggested])),
  );
  const close = () => {
    usePasteQuestion.setState({ question: null });
    document.querySelector<HTMLTextAreaElement>('.cell-input')?.focus();
  };
  return (
    <Dialog
      title={t('sheet.paste.title')}
      isOpen
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('sheet.paste.cancel')}</Button>
          <Button
            kind="primary"
            onClick={() => {
              record(resolvePaste(question.cells, view.columns, choice));
              close();
            }}
          >
            {t('sheet.paste.go', { count: question.cells.length })}
          </Button>
        </>
      }
    >
      <p>{t('sheet.paste.body')}</p>
      {question.ambiguities.map(({ shape, example, count, readings: values }) => (
        <fieldset key={shape} className="paste-choice">
          <legend>{t('sheet.paste.question', { example, count })}</legend>
          {readings.map((reading) => (
            <label key={reading} className="paste-option">
              <input
                type="radio"
                name={shape}
                checked={choice[shape] === reading}
                onChange={() => {
                  setChoice({ ...choice, [shape]: reading });
                }}
              />
              {t(`sheet.paste.${reading}`, { value: formatDecimal(values[reading]) })}
            </label>
          ))}
        </fieldset>
      ))}
    </Dialog>
  );
}
