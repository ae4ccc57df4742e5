import type { ReactNode } from 'react';

import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useText } from '../../ui/text.ts';
import {
  differenceText,
  differenceUnit,
  figureText,
  knownStatus,
  spokenFigure,
  targetText,
  withUnit,
} from './figure-text.ts';
import type { FigurePlace } from './figure-text.ts';
import { MetMark } from './indicator-row.tsx';

/** What lies behind one figure: how it came about, how firm it is, what its unit noted. */
export function FigureInspector(props: {
  readonly view: ConsolidatedView;
  readonly place: FigurePlace;
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const { view, place } = props;
  const row = view.rows[place.row];
  if (row === undefined) return null;
  const unit = place.column === 0 ? null : view.units[place.column - 1];
  return (
    <aside className="figure-inspector" aria-label={t('consolidation.inspector.title')}>
      <div className="figure-inspector-head">
        <h2>{unit?.name ?? t('consolidation.column.total')}</h2>
        <Button
          kind="quiet"
          aria-label={t('consolidation.inspector.close')}
          onClick={props.onClose}
        >
          <Icon name="close" />
        </Button>
      </div>
      <p className="figure-inspector-name">{row.name}</p>
      {unit === null || unit === undefined ? (
        <TotalFacts view={view} row={row} />
      ) : (
        <UnitFacts row={row} unit={unit} />
      )}
    </aside>
  );
}

function TotalFacts({
  view,
  row,
}: {
  readonly view: ConsolidatedView;
  readonly row: ConsolidatedRow;
}) {
  const text = useText();
  const { t } = text;
  const status = knownStatus(row.total.status);
  const counts = { counted: row.total.counted, expected: row.total.expected };
  return (
    <dl className="figure-facts">
      <Fact term={t('consolidation.inspector.value')} isFigure>
        {row.total.kind === 'number'
          ? withUnit(figureText(row.total, row.decimals, text), row)
          : spokenFigure(row.total, row.decimals, text)}
      </Fact>
      <Fact term={t('consolidation.inspector.basis')}>
        {row.aggregation === 'weighted' && t('consolidation.inspector.basisWeighted', counts)}
        {row.aggregation === 'province-only' && t('consolidation.inspector.basisProvince')}
        {row.aggregation === 'not-additive' && t('consolidation.inspector.basisNotAdditive')}
      </Fact>
      {status !== null && (
        <Fact term={t('consolidation.inspector.status')}>
          {t(`terms.statuses.${status}`)}{' '}
          {row.aggregation === 'weighted' && (
            <span className="caption">({t('consolidation.inspector.lowestStatus')})</span>
          )}
        </Fact>
      )}
      {row.target !== null && (
        <Fact term={t('consolidation.inspector.target', { horizon: row.target.horizon })}>
          {withUnit(targetText(row, view, text), row)}
        </Fact>
      )}
      {row.difference !== null && (
        <Fact term={t('consolidation.inspector.difference')}>
          {differenceText(row, text)} {differenceUnit(row, text)}
        </Fact>
      )}
      {row.met !== null && (
        <Fact term={t('consolidation.inspector.verdict')}>
          <MetMark met={row.met} />
        </Fact>
      )}
    </dl>
  );
}

function UnitFacts({
  row,
  unit,
}: {
  readonly row: ConsolidatedRow;
  readonly unit: ConsolidatedView['units'][number];
}) {
  const text = useText();
  const { t } = text;
  const cell = row.units.find((candidate) => candidate.unit === unit.unit);
  if (cell === undefined || unit.receivedAt === null) {
    return <p className="muted">{t('consolidation.inspector.notReceived')}</p>;
  }
  if (unit.answer === 'returned') {
    return <p className="muted">{t('consolidation.inspector.returned')}</p>;
  }
  const status = knownStatus(cell.status);
  return (
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
  );
}

const EXACT = /^-?\d+(?:\.\d+)?$/;

/** A numerator or denominator: a number as people write it, or `-` and `...` as they stand. */
function amountText(amount: string, format: (value: string) => string): string {
  return EXACT.test(amount) ? format(amount) : amount;
}

function Fact(props: {
  readonly term: string;
  readonly isFigure?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div>
      <dt>{props.term}</dt>
      <dd className={props.isFigure === true ? 'figure-facts-figure' : ''}>{props.children}</dd>
    </div>
  );
}
