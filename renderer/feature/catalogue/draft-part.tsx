import { useEffect, useRef, useState } from 'react';

import { differenceWords } from '#shared/catalogue/edit/difference-words.ts';
import { differenceGroups } from '#shared/catalogue/edit/differences.ts';
import type { DraftView } from '#shared/ipc/calls/catalogue-desk.ts';
import { viCatalogueDesk } from '#shared/text/vi/catalogue-desk.ts';
import type { MessageKey, Translate } from '#shared/text/translate.ts';
import { call } from '../../client.ts';
import type { Task } from '../../state/use-task.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DifferenceList } from '../../ui/difference-list.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useText } from '../../ui/text.ts';

type FaultKey = keyof typeof viCatalogueDesk.faults;

/** What the draft changes and what is wrong with it; the files it goes out by and comes in from. */
export function DraftPart(props: {
  readonly draft: DraftView;
  readonly mayEdit: boolean;
  readonly task: Task;
  readonly onDraft: (draft: DraftView) => void;
}) {
  const { t, formatInstant } = useText();
  const { draft, mayEdit, task, onDraft } = props;
  const [said, setSaid] = useState<string | null>(null);
  const [isDiscarding, setIsDiscarding] = useState(false);
  const { edited, differences, lastStep } = draft;
  const undoButton = useRef<HTMLButtonElement>(null);
  const saveButton = useRef<HTMLButtonElement>(null);
  const wasUndone = useRef(false);
  useEffect(() => {
    // The button goes with the last step; the keyboard stays on the line.
    if (!wasUndone.current || task.isRunning) return;
    wasUndone.current = false;
    (undoButton.current ?? saveButton.current)?.focus();
  });

  const load = async () => {
    const file = await task.run(() => call('place.pickFile', { purpose: 'catalogue' }));
    if (file === null) return;
    const loaded = await task.run(() => call('catalogue.load', { file: file.handle }));
    if (loaded === null) return;
    setSaid(t('catalogueDesk.draft.imported'));
    onDraft(loaded);
  };
  const save = async () => {
    const folder = await task.run(() => call('place.pickFolder', {}));
    if (folder === null) return;
    const saved = await task.run(() => call('catalogue.save', { folder: folder.handle }));
    if (saved !== null) setSaid(t('catalogueDesk.draft.exported', { fileName: saved.fileName }));
  };
  const undo = async (step: number) => {
    setSaid(null);
    const left = await task.run(() => call('catalogue.undo', { step }));
    if (left === null) return;
    setSaid(t('catalogueDesk.draft.undone'));
    wasUndone.current = true;
    onDraft(left);
  };
  const discard = async () => {
    setIsDiscarding(false);
    setSaid(null);
    const left = await task.run(() => call('catalogue.discard', {}));
    if (left !== null) onDraft(left);
  };

  return (
    <>
      <div className="edit-head">
        {mayEdit && (
          <Button
            disabled={task.isRunning}
            onClick={() => {
              void load();
            }}
          >
            {t('catalogueDesk.draft.import')}
          </Button>
        )}
        <Button
          ref={saveButton}
          disabled={task.isRunning}
          onClick={() => {
            void save();
          }}
        >
          {t('catalogueDesk.draft.export')}
        </Button>
        {mayEdit && lastStep !== null && (
          <Button
            ref={undoButton}
            disabled={task.isRunning}
            onClick={() => {
              void undo(lastStep.id);
            }}
          >
            {t('catalogueDesk.draft.undo')}
          </Button>
        )}
        {mayEdit && edited !== null && (
          <Button
            kind="quiet"
            onClick={() => {
              setIsDiscarding(true);
            }}
          >
            {t('catalogueDesk.draft.discard')}
          </Button>
        )}
      </div>
      {mayEdit && lastStep !== null && <LastStep step={lastStep} />}
      {said !== null && <Notice kind="success" title={said} />}
      {!mayEdit && <Notice kind="info" title={t('catalogueDesk.draft.notAllowed')} />}
      <DraftFaults faults={draft.faults} />
      {differences.length === 0 ? (
        <EmptyState title={t('catalogueDesk.draft.none')}>
          {t(mayEdit ? 'catalogueDesk.draft.noneHint' : 'catalogueDesk.draft.noneReading')}
        </EmptyState>
      ) : (
        <section className="draft-differences">
          <h2>
            {t('catalogueDesk.draft.next', { version: draft.next, count: differences.length })}
          </h2>
          {edited !== null && (
            <p className="caption">
              {t('catalogueDesk.draft.changed', { at: formatInstant(edited.at), by: edited.by })}
            </p>
          )}
          <DifferenceList differences={differences} />
        </section>
      )}
      <Dialog
        isOpen={isDiscarding}
        title={t('catalogueDesk.draft.discardTitle')}
        onClose={() => {
          setIsDiscarding(false);
        }}
        actions={
          <>
            <Button
              onClick={() => {
                setIsDiscarding(false);
              }}
            >
              {t('frame.cancel')}
            </Button>
            <Button
              kind="danger"
              onClick={() => {
                void discard();
              }}
            >
              {t('catalogueDesk.draft.discardAction')}
            </Button>
          </>
        }
      >
        <p>
          {t('catalogueDesk.draft.discardLead', {
            count: differences.length,
            version: draft.inForce,
          })}
        </p>
      </Dialog>
    </>
  );
}

/** What undoing would take back, and whose work that is. */
function LastStep({ step }: { readonly step: NonNullable<DraftView['lastStep']> }) {
  const { t, language, formatInstant } = useText();
  const { action, by, at, differences } = step;
  const [first] = differences;
  const words =
    first === undefined
      ? t(`catalogueDesk.draft.steps.${action}`)
      : differenceWords(first, { t, language });
  const more = differences.length - 1;
  const what =
    more > 0 ? t('catalogueDesk.draft.lastStepMore', { what: words, count: more }) : words;
  return (
    <p className="caption">
      {t('catalogueDesk.draft.lastStep', { by, at: formatInstant(at), what })}
    </p>
  );
}

function DraftFaults({ faults }: { readonly faults: DraftView['faults'] }) {
  const { t } = useText();
  if (faults.length === 0) return null;
  return (
    <Notice kind="error" title={t('catalogueDesk.faults.title', { count: faults.length })}>
      <p>{t('catalogueDesk.faults.keep')}</p>
      <ul>
        {faults.map(({ code, at, value }) => (
          <li key={`${code} ${at} ${value}`}>
            {t('catalogueDesk.faults.line', {
              where: placeWords(at, t),
              what: isFault(code)
                ? t(`catalogueDesk.faults.${code}` satisfies MessageKey, { value })
                : `${code} ${value}`,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function isFault(code: string): code is FaultKey {
  return Object.hasOwn(viCatalogueDesk.faults, code);
}

/** Where a fault stands: `indicators HI_COVERAGE` as `Chỉ tiêu HI_COVERAGE`. */
function placeWords(at: string, t: Translate): string {
  const [part = '', ...rest] = at.split(' ');
  const group = differenceGroups.find((known) => known === part);
  return [group === undefined ? part : t(`catalogueDesk.groups.${group}`), ...rest].join(' ');
}
