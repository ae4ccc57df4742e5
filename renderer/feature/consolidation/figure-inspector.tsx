import { useEffect, useRef } from 'react';

import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';
import { BehindFacts } from './behind-facts.tsx';
import { amountText, Fact } from './figure-fact.tsx';
import { figureText, knownStatus, shownUnits, spokenFigure, withUnit } from './figure-text.ts';
import type { FigurePlace } from './figure-text.ts';
import { TotalFacts } from './total-facts.tsx';

/**
 * What lies behind one figure: of the province's every unit's, of a unit's the report that it came
 * with and every commune's. Esc leads back to where one came from, step by step.
 */
export function FigureInspector(props: {
  readonly view: ConsolidatedView;
  readonly place: FigurePlace;
  /** Whether one came here from the province's figure. */
  readonly isBehindTotal: boolean;
  readonly onUnit: (place: FigurePlace) => void;
  readonly onBack: () => void;
}) {
  const { t } = useText();
  const { view, place, isBehindTotal, onBack } = props;
  const panel = useRef<HTMLElement>(null);
  // From wherever in the panel the keyboard is: its figures are buttons of their own.
  useEffect(() => {
    const element = panel.current;
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onBack();
    };
    element?.addEventListener('keydown', leave);
    return () => {
      element?.removeEventListener('keydown', leave);
    };
  }, [onBack]);
  const row = view.rows[place.row];
  if (row === undefined) return null;
  const unit = place.column === 0 ? null : shownUnits(view)[place.column - 1];
  return (
    <aside ref={panel} className="figure-inspector" aria-label={t('consolidation.inspector.title')}>
      <div className="figure-inspector-head">
        <h2>{unit?.name ?? t('consolidation.column.total')}</h2>
        {isBehindTotal ? (
          <Button kind="quiet" onClick={onBack}>
            <Icon name="fold" />
            {t('periodLock.inspector.back')}
          </Button>
        ) : (
          <Button kind="quiet" aria-label={t('consolidation.inspector.close')} onClick={onBack}>
            <Icon name="close" />
          </Button>
        )}
      </div>
      <p className="figure-inspector-name">{row.name}</p>
      {unit === null || unit === undefined ? (
        <TotalFacts
          view={view}
          row={row}
          onUnit={(column) => {
            props.onUnit({ row: place.row, column });
          }}
        />
      ) : (
        <UnitFacts view={view} row={row} unit={unit} />
      )}
    </aside>
  );
}

function UnitFacts({
  view,
  row,
  unit,
}: {
  readonly view: ConsolidatedView;
  readonly row: ConsolidatedRow;
  readonly unit: ConsolidatedView['units'][number];
}) {
  const text = useText();
  const { t } = text;
  const cell = row.units.find((candidate) => candidate.unit === unit.unit);
  if (cell === undefined || unit.receivedAt === null) {
    return <p className="muted">{t('consolidation.inspector.notReceived')}</p>;
  }
  const behind = (
    <BehindFacts period={view.period} unit={unit.unit} row={row.row} decimals={row.decimals} />
  );
  if (unit.answer === 'returned') {
    return (
      <>
        <p className="muted">{t('consolidation.inspector.returned')}</p>
        {behind}
      </>
    );
  }
  const status = knownStatus(cell.status);
  return (
    <>
      <dl className="figure-facts">
        <Fact term={t('consolidation.inspector.value')} isFigure>
          {cell.kind === 'number'
            ? withUnit(figureText(cell, row.decimals, text), row)
            : spokenFigure(cell, row.decimals, text)}
        </Fact>
        {cell.numerator !== null && (
          <Fact term={t('consolidation.inspector.numerator')}>
            {amountText(cell.numerator, text.formatDecimal)}
          </Fact>
        )}
        {cell.denominator !== null && (
          <Fact term={t('consolidation.inspector.denominator')}>
            {amountText(cell.denominator, text.formatDecimal)}
          </Fact>
        )}
        {status !== null && (
          <Fact term={t('consolidation.inspector.status')}>{t(`terms.statuses.${status}`)}</Fact>
        )}
        <Fact term={t('consolidation.inspector.note')}>
          {cell.note === '' ? (
            <span className="muted">{t('consolidation.inspector.noNote')}</span>
          ) : (
            cell.note
          )}
        </Fact>
        <Fact term={t('consolidation.inspector.received')}>
          {text.formatInstant(unit.receivedAt)}
          {unit.revision !== null &&
            ` (${t('consolidation.inspector.revision').toLowerCase()} ${String(unit.revision)})`}
        </Fact>
      </dl>
      {behind}
    </>
  );
}
