import { useState } from 'react';
import type { ReactNode } from 'react';

import { Button } from './button.tsx';
import './cell-choice.css';
import { EmptyState } from './empty-state.tsx';
import { Panel } from './panel.tsx';
import { Segmented } from './segmented.tsx';
import './table.css';
import { useText } from './text.ts';

const SHOWN_AT_ONCE = 100;
const filters = ['taken', 'changed', 'refused', 'unchanged'] as const;

/** What would become of a cell of a file. */
type Outcome = 'new' | 'changed' | 'refused' | 'unchanged';

/** How a list shows its cells; the words of the columns are the feature's own. */
export type CellColumns<Cell> = {
  readonly className?: string;
  /** The headings, from the second column on. */
  readonly heads: (isTakable: boolean) => ReactNode;
  /** One cell: what its box says to a screen reader, and the fields of its row. */
  readonly row: (
    cell: Cell,
    isTakable: boolean,
  ) => { readonly label: string; readonly fields: ReactNode };
};

type Choice<Cell> = {
  /** What names a cell among those of the file. */
  readonly nameOf: (cell: Cell) => string;
  readonly columns: CellColumns<Cell>;
  /** The names of the cells that are not taken. */
  readonly left: ReadonlySet<string>;
  readonly onLeave: (left: ReadonlySet<string>) => void;
};

/** Whether a cell of a file would be recorded when it is accepted. */
export function isTakable({ outcome }: { readonly outcome: Outcome }): boolean {
  return outcome === 'new' || outcome === 'changed';
}

/** Whether a file holds just what is here: nothing to take, and nothing that was refused. */
export function isSameAsHere(cells: readonly { readonly outcome: Outcome }[]): boolean {
  return cells.length > 0 && cells.every(({ outcome }) => outcome === 'unchanged');
}

/** The cells of a file by what would become of them; those to be taken can be left, one or all. */
export function CellChoice<Cell extends { readonly outcome: Outcome }>(
  props: Choice<Cell> & { readonly title: string; readonly cells: readonly Cell[] },
) {
  const { t } = useText();
  const { cells } = props;
  const of = (outcome: Outcome) => cells.filter((cell) => cell.outcome === outcome);
  const lists = {
    taken: cells.filter(isTakable),
    changed: of('changed'),
    refused: of('refused'),
    unchanged: of('unchanged'),
  };
  const [filter, setFilter] = useState<(typeof filters)[number]>(() =>
    lists.taken.length === 0 && lists.refused.length > 0 ? 'refused' : 'taken',
  );
  return (
    <Panel
      title={props.title}
      aside={
        <Segmented
          label={t('takenOver.filter')}
          value={filter}
          onChange={setFilter}
          options={filters.map((value) => ({
            value,
            label: t(`takenOver.filters.${value}`, { count: lists[value].length }),
          }))}
        />
      }
    >
      {isSameAsHere(cells) && filter !== 'unchanged' ? (
        <EmptyState title={t('takenOver.sameTitle')}>
          {t('takenOver.same', { count: lists.unchanged.length })}
        </EmptyState>
      ) : lists[filter].length === 0 ? (
        <p className="muted">{t('takenOver.none')}</p>
      ) : (
        <CellList
          key={filter}
          cells={lists[filter]}
          mayTake={filter === 'taken' || filter === 'changed'}
          nameOf={props.nameOf}
          columns={props.columns}
          left={props.left}
          onLeave={props.onLeave}
        />
      )}
    </Panel>
  );
}

function CellList<Cell>(
  props: Choice<Cell> & { readonly cells: readonly Cell[]; readonly mayTake: boolean },
) {
  const { t } = useText();
  const { cells, mayTake, nameOf, columns, left, onLeave } = props;
  const [most, setMost] = useState(SHOWN_AT_ONCE);
  const leave = (some: readonly Cell[], isLeft: boolean) => {
    const changed = new Set(left);
    for (const cell of some) {
      if (isLeft) changed.add(nameOf(cell));
      else changed.delete(nameOf(cell));
    }
    onLeave(changed);
  };
  return (
    <>
      {mayTake && (
        <div className="cell-choice-actions">
          <Button
            kind="quiet"
            onClick={() => {
              leave(cells, false);
            }}
          >
            {t('takenOver.acceptAll')}
          </Button>
          <Button
            kind="quiet"
            onClick={() => {
              leave(cells, true);
            }}
          >
            {t('takenOver.acceptNone')}
          </Button>
        </div>
      )}
      <div className="table-frame">
        <table className={`data-table ${columns.className ?? ''}`}>
          <thead>
            <tr>
              {mayTake && <th scope="col">{t('takenOver.accept')}</th>}
              {columns.heads(mayTake)}
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, most).map((cell, at) => {
              const isLeft = left.has(nameOf(cell));
              const { label, fields } = columns.row(cell, mayTake);
              return (
                // A file may name a place twice, so that a name alone does not tell rows apart.
                <tr
                  key={`${nameOf(cell)} ${at}`}
                  className={isLeft ? 'cell-choice-left' : undefined}
                >
                  {mayTake && (
                    <td className="centred">
                      <input
                        type="checkbox"
                        checked={!isLeft}
                        aria-label={label}
                        onChange={() => {
                          leave([cell], !isLeft);
                        }}
                      />
                    </td>
                  )}
                  {fields}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {cells.length > most && (
        <div className="cell-choice-actions">
          <Button
            onClick={() => {
              setMost(most + SHOWN_AT_ONCE);
            }}
          >
            {t('takenOver.more', { count: Math.min(SHOWN_AT_ONCE, cells.length - most) })}
          </Button>
        </div>
      )}
    </>
  );
}
