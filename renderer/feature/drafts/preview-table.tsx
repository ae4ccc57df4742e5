import { useState } from 'react';

import type { DraftCell, DraftsPreview } from '#shared/ipc/calls/drafts.ts';
import { Button } from '../../ui/button.tsx';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { isTakable, placeOf } from './draft-cells.ts';

const SHOWN_AT_ONCE = 100;

/** Cells of drafts, each with what is here, what it would become, and whether it is taken. */
export function PreviewTable(props: {
  readonly preview: DraftsPreview;
  readonly cells: readonly DraftCell[];
  /** The places that are not taken. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
}) {
  const { t } = useText();
  const { cells, left, onLeave } = props;
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  if (cells.length === 0) return <p className="muted">{t('drafts.preview.none')}</p>;
  const mayTake = cells.some(isTakable);
  const names = new Map(props.preview.forms.map(({ form, name }) => [form, name]));
  const leaveAll = (isLeft: boolean) => {
    const changed = new Set(left);
    for (const cell of cells) {
      if (isLeft) changed.add(placeOf(cell));
      else changed.delete(placeOf(cell));
    }
    onLeave(changed);
  };
  return (
    <>
      {mayTake && <ChooseAll onLeave={leaveAll} />}
      <div className="table-frame">
        <table className="data-table">
          <thead>
            <tr>
              {mayTake && <th scope="col">{t('drafts.preview.accept')}</th>}
              <th scope="col">{t('drafts.preview.form')}</th>
              <th scope="col">{t('drafts.preview.row')}</th>
              <th scope="col">{t('drafts.preview.column')}</th>
              <th scope="col">{t('drafts.preview.before')}</th>
              <th scope="col">{t('drafts.preview.after')}</th>
              <th scope="col">{t('drafts.preview.note')}</th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, most).map((cell) => (
              <CellRow
                key={placeOf(cell)}
                cell={cell}
                formName={names.get(cell.form) ?? cell.form}
                mayTake={mayTake}
                isLeft={left.has(placeOf(cell))}
                onToggle={() => {
                  const changed = new Set(left);
                  if (!changed.delete(placeOf(cell))) changed.add(placeOf(cell));
                  onLeave(changed);
                }}
              />
            ))}
          </tbody>
        </table>
      </div>
      {cells.length > most && (
        <div className="drafts-actions">
          <Button
            onClick={() => {
              setMost(most + SHOWN_AT_ONCE);
            }}
          >
            {t('drafts.preview.more', { count: Math.min(SHOWN_AT_ONCE, cells.length - most) })}
          </Button>
        </div>
      )}
    </>
  );
}

function ChooseAll({ onLeave }: { readonly onLeave: (isLeft: boolean) => void }) {
  const { t } = useText();
  return (
    <div className="drafts-actions">
      <Button
        kind="quiet"
        onClick={() => {
          onLeave(false);
        }}
      >
        {t('drafts.preview.acceptAll')}
      </Button>
      <Button
        kind="quiet"
        onClick={() => {
          onLeave(true);
        }}
      >
        {t('drafts.preview.acceptNone')}
      </Button>
    </div>
  );
}

function CellRow(props: {
  readonly cell: DraftCell;
  readonly formName: string;
  readonly mayTake: boolean;
  readonly isLeft: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useText();
  const { cell, formName, mayTake } = props;
  const figure = cell.isNumber && !cell.isDraft ? 'number' : 'drafts-text';
  return (
    <tr className={props.isLeft ? 'drafts-left' : undefined}>
      {mayTake && (
        <td className="centred">
          <input
            type="checkbox"
            checked={!props.isLeft}
            aria-label={t('drafts.preview.acceptOf', {
              form: formName,
              row: cell.rowName,
              column: cell.columnName,
            })}
            onChange={props.onToggle}
          />
        </td>
      )}
      <td>{formName}</td>
      <th scope="row">{cell.rowName}</th>
      <td>{cell.columnName}</td>
      <td className={figure}>
        {cell.shownBefore === '' ? t('drafts.preview.empty') : cell.shownBefore}
      </td>
      <td className={figure}>{mayTake ? <strong>{cell.shownAfter}</strong> : cell.shownAfter}</td>
      <td>
        {cell.reason !== null
          ? t(`drafts.reasons.${cell.reason}`)
          : cell.isDraft
            ? t('drafts.preview.draft')
            : ''}
      </td>
    </tr>
  );
}
