import { readStatus } from '../../state/status-words.ts';
import { useGrid } from '../../state/grid-store.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import { useText } from '../../ui/text.ts';
import type { ColumnChoice } from './choices.ts';

export const choiceListId = 'sheet-choices';

/** The element id of one choice. */
export function choiceOptionId(code: string): string {
  return `${choiceListId}-${code}`;
}

/** The choices under their cell; typing, arrows and clicks all choose. */
export function ChoiceList(props: {
  readonly choices: readonly ColumnChoice[];
  readonly chosen: string | null;
  readonly isLow: boolean;
}) {
  const { t } = useText();
  const type = useGrid((grid) => grid.type);
  const commit = useGrid((grid) => grid.commit);
  return (
    <div
      id={choiceListId}
      role="listbox"
      aria-label={t('sheet.choices')}
      className={props.isLow ? 'cell-below cell-below-up status-list' : 'cell-below status-list'}
    >
      {props.choices.map(({ code, name }) => (
        <div
          key={code}
          id={choiceOptionId(code)}
          role="option"
          tabIndex={-1}
          aria-selected={code === props.chosen}
          className="status-option"
          onMouseDown={(event) => {
            event.preventDefault();
            type(name);
            commit();
          }}
        >
          {readStatus(code) !== null && <StatusDot status={code} />}
          {name}
        </div>
      ))}
    </div>
  );
}
