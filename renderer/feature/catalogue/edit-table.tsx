import type { ReactNode } from 'react';

import '../../ui/table.css';
import { Button } from '../../ui/button.tsx';

/** One thing that can be done to a row: its word, and what a screen reader says of it. */
export type RowAction = {
  readonly label: string;
  readonly full: string;
  readonly onAct: () => void;
};

export type EditRow = {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  readonly actions: readonly RowAction[];
};

/** A part of the catalogue as a table; who may edit finds the buttons at the end of each row. */
export function EditTable(props: {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly EditRow[];
  readonly mayEdit: boolean;
}) {
  const { label, heads, rows, mayEdit } = props;
  return (
    <table className="data-table edit-table" aria-label={label}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
          {mayEdit && <td />}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, actions }) => (
          <tr key={key}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={heads[index]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={heads[index]}>{cell}</td>
              ),
            )}
            {mayEdit && (
              <td className="edit-actions">
                {actions.map((action) => (
                  <Button
                    key={action.label}
                    kind="quiet"
                    aria-label={action.full}
                    onClick={action.onAct}
                  >
                    {action.label}
                  </Button>
                ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
