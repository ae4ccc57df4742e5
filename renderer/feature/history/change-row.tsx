import { useState } from 'react';

import { carriedOver } from '#shared/catalogue/sheets/sheet.ts';
import type { CellChangeView, HeldText } from '#shared/ipc/calls/history.ts';
import { useNavigation } from '../../state/navigation-store.ts';
import { Button } from '../../ui/button.tsx';
import { useText } from '../../ui/text.ts';
import { restoreLabel } from './restore-label.ts';
import { shownParts } from './text-difference.ts';

/** One change. Its row's name leads to the cell; the text before can be restored from here. */
export function ChangeRow(props: {
  readonly change: CellChangeView;
  /** Whether who and when stand in the line above. */
  readonly isSameAct: boolean;
  /** Whether the line below belongs to the same act. */
  readonly goesOn: boolean;
  readonly onRestore: ((change: CellChangeView) => void) | null;
}) {
  const { t, formatInstant } = useText();
  const { change, onRestore } = props;
  const goToCell = useNavigation((place) => place.goToCell);
  const [isWhole, setIsWhole] = useState(false);
  const parts = shownParts(change.before.text, change.after.text);
  const shown = isWhole
    ? { before: change.before.text, after: change.after.text }
    : { before: parts.before, after: parts.after };
  const repeated = props.isSameAct ? 'visually-hidden' : undefined;
  return (
    <tr className={props.goesOn ? 'history-goes-on' : undefined}>
      <td className="history-when">
        <div className={repeated}>
          <span className="history-instant">{formatInstant(change.at)}</span>
          <span className="history-by caption">{change.by}</span>
        </div>
      </td>
      <td className="history-of">{change.formName}</td>
      <th scope="row">
        <button
          type="button"
          className="history-cell-link"
          title={`${change.rowName}\n${t('history.goToCell')}`}
          onClick={() => {
            goToCell({ form: change.form, row: change.row, column: change.placeColumn });
          }}
        >
          <span className="history-row-name">{change.rowName}</span>
        </button>
      </th>
      <td className="history-column">{change.columnName}</td>
      <td className="history-text history-before">
        <ChangeText held={change.before} text={shown.before} />
      </td>
      <td className="history-text">
        <ChangeText held={change.after} text={shown.after} />
        {parts.isCut && (
          <Button
            kind="quiet"
            aria-expanded={isWhole}
            onClick={() => {
              setIsWhole(!isWhole);
            }}
          >
            {t(isWhole ? 'history.showPart' : 'history.showWhole')}
          </Button>
        )}
      </td>
      {onRestore !== null && (
        <td className="history-restore">
          {isWorthRestoring(change) && <Restore change={change} onRestore={onRestore} />}
        </td>
      )}
    </tr>
  );
}

function Restore(props: {
  readonly change: CellChangeView;
  readonly onRestore: (change: CellChangeView) => void;
}) {
  const text = useText();
  const { change } = props;
  const action = restoreLabel(change.before.text, text);
  return (
    <Button
      kind="quiet"
      aria-label={text.t('history.restore.of', {
        action,
        row: change.rowName,
        column: change.columnName,
      })}
      onClick={() => {
        props.onRestore(change);
      }}
    >
      {action}
    </Button>
  );
}

/** What stood in the cell; a draft says that it was no value. */
function ChangeText({ held, text }: { readonly held: HeldText; readonly text: string }) {
  const { t } = useText();
  if (held.typed === '') return <span className="history-empty">{t('history.empty')}</span>;
  return (
    <>
      <span className={isDraft(held) ? 'history-draft' : 'history-value'}>{text}</span>
      {held.fault !== null && (
        <span className="history-fault caption">
          {t(isDraft(held) ? 'history.draft' : 'history.carried')}
        </span>
      )}
    </>
  );
}

/** Nothing and drafts are typed faster than brought back, and what stands there needs nothing. */
function isWorthRestoring({ before, now }: CellChangeView): boolean {
  return before.typed !== '' && before.typed !== now && !isDraft(before);
}

function isDraft({ fault }: HeldText): boolean {
  return fault !== null && fault !== carriedOver;
}
