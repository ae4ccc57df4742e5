import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';
import { FigureButton } from './figure-button.tsx';
import { hasTotal } from './figure-steps.ts';
import {
  coverageText,
  coverageWords,
  differenceText,
  differenceUnit,
  figureText,
  isCounted,
  knownStatus,
  reasonText,
  shownUnits,
  spokenFigure,
  targetText,
} from './figure-text.ts';
import type { Figure, FigurePlace } from './figure-text.ts';

type Props = {
  readonly view: ConsolidatedView;
  readonly row: ConsolidatedRow;
  readonly index: number;
  readonly tabStop: FigurePlace;
  readonly open: FigurePlace | null;
  readonly onFocus: (place: FigurePlace) => void;
  readonly onOpen: (place: FigurePlace | null) => void;
  readonly onGo: (from: FigurePlace, step: FigurePlace) => void;
};

/** One indicator: the province's total and its verdict, then every unit. */
export function IndicatorRow(props: Props) {
  const text = useText();
  const { t } = text;
  const { view, row } = props;
  const isProvinceOnly = row.aggregation === 'province-only';
  const isCovered = !isProvinceOnly && row.total.expected > 0;
  return (
    <tr>
      <td className="frozen frozen-ordinal">{row.ordinal}</td>
      <th scope="row" className="frozen frozen-name">
        {row.name}
      </th>
      <td className="frozen frozen-measure">{row.unitOfMeasure}</td>
      <td className="number total frozen frozen-total">
        {hasTotal(row) ? (
          <FigureAt
            {...props}
            column={0}
            figure={row.total}
            status={row.total.status}
            note=""
            unitName={t('consolidation.column.total')}
          />
        ) : (
          <span className="muted">{t('consolidation.notAdditive')}</span>
        )}
      </td>
      <td className="number muted" title={isCovered ? coverageWords(row, text) : undefined}>
        {isCovered ? coverageText(row, text) : ''}
      </td>
      <td className="number">{targetText(row, view, text)}</td>
      <td
        className="number"
        title={row.difference === null ? undefined : differenceUnit(row, text)}
      >
        {differenceText(row, text)}
      </td>
      <td className="assessment">
        <VerdictMark row={row} />
      </td>
      {isProvinceOnly ? (
        <td colSpan={view.shown.count} className="province-only">
          <span className="province-only-label">{t('consolidation.provinceOnly')}</span>
        </td>
      ) : (
        shownUnits(view).map((unit, unitIndex) => {
          const cell = row.units.find((candidate) => candidate.unit === unit.unit);
          return (
            <td key={unit.unit} className={isCounted(unit) ? 'number' : 'number unit-absent'}>
              <FigureAt
                {...props}
                column={unitIndex + 1}
                figure={cell ?? { kind: 'not-received', number: null }}
                status={cell?.status ?? null}
                note={cell?.note ?? ''}
                unitName={unit.name}
              />
            </td>
          );
        })
      )}
    </tr>
  );
}

const looks = {
  exceeded: { className: 'met', icon: 'check' },
  met: { className: 'met', icon: 'check' },
  'not-met': { className: 'not-met', icon: 'close' },
  'not-due': { className: 'not-due', icon: 'clock' },
} as const;

/** What is said of the total against its target: an icon and a word. */
export function VerdictMark({ row }: { readonly row: ConsolidatedRow }) {
  const text = useText();
  const { t } = text;
  const { verdict } = row;
  if (verdict === null) return null;
  const { className, icon } = looks[verdict];
  return (
    <span className={className} title={reasonText(row, text) ?? undefined}>
      <Icon name={icon} />
      {t(`following.verdicts.${verdict}`)}
    </span>
  );
}

function FigureAt(
  props: Props & {
    readonly column: number;
    readonly figure: Figure;
    readonly status: string | null;
    readonly note: string;
    readonly unitName: string;
  },
) {
  const text = useText();
  const { row, figure, tabStop, open, onOpen } = props;
  const place = { row: props.index, column: props.column };
  const spoken = text.t('consolidation.cellLabel', {
    unit: `${row.name}, ${props.unitName}`,
    value: spokenFigure(figure, row.decimals, text),
  });
  return (
    <FigureButton
      place={place}
      written={figureText(figure, row.decimals, text)}
      spoken={props.note === '' ? spoken : `${spoken}, ${text.t('consolidation.hasNote')}`}
      status={figure.kind === 'number' ? knownStatus(props.status) : null}
      hasNote={props.note !== ''}
      isTabStop={isSame(place, tabStop)}
      isOpen={open !== null && isSame(place, open)}
      onFocus={props.onFocus}
      onOpen={onOpen}
      onEscape={() => {
        onOpen(null);
      }}
      onGo={(step) => {
        props.onGo(place, step);
      }}
    />
  );
}

function isSame(one: FigurePlace, other: FigurePlace): boolean {
  return one.row === other.row && one.column === other.column;
}
