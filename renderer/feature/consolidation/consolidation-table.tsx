import { Fragment, useEffect, useRef, useState } from 'react';

import type { ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import '../../ui/table.css';
import { useText } from '../../ui/text.ts';
import { showWhole, useWholeColumns } from '../../ui/whole-columns.ts';
import './consolidation-table.css';
import { nextFigure } from './figure-steps.ts';
import { isCounted, shownUnits } from './figure-text.ts';
import type { FigurePlace } from './figure-text.ts';
import { IndicatorRow } from './indicator-row.tsx';

/** Indicators × (province, target, difference, each unit). Its head and first columns stay. */
export function ConsolidationTable(props: {
  readonly view: ConsolidatedView;
  readonly open: FigurePlace | null;
  readonly onOpen: (place: FigurePlace | null) => void;
}) {
  const { t } = useText();
  const { view, open, onOpen } = props;
  const frame = useRef<HTMLDivElement>(null);
  const [tabStop, setTabStop] = useState<FigurePlace>({ row: 0, column: 0 });

  useWholeColumns(frame);

  const focus = (place: FigurePlace) => {
    setTabStop(place);
    if (open !== null) onOpen(place);
  };
  const go = (from: FigurePlace, step: FigurePlace) => {
    const next = nextFigure(view, from, step);
    const figure = next === null ? null : figureIn(frame.current, next);
    figure?.focus({ preventScroll: true });
    if (frame.current !== null && figure !== null) showWhole(frame.current, figure);
  };

  // The inspector takes width from the table; the figure that it speaks of stays in sight.
  useEffect(() => {
    const figure = open === null ? null : figureIn(frame.current, open);
    if (frame.current !== null && figure !== null) showWhole(frame.current, figure);
  }, [open]);

  return (
    <div className="consolidation-frame" ref={frame}>
      <div className="consolidation-width">
        <table
          className="data-table consolidation-table"
          aria-label={t('consolidation.tableLabel')}
        >
          <Head view={view} />
          <tbody>
            {view.rows.map((row, index) => (
              <Fragment key={row.row}>
                {view.rows[index - 1]?.group !== row.group && (
                  <tr className="group-row">
                    <th colSpan={8} scope="colgroup">
                      <span className="group-name">{row.group}</span>
                    </th>
                    <td colSpan={view.shown.count} />
                  </tr>
                )}
                <IndicatorRow
                  view={view}
                  row={row}
                  index={index}
                  tabStop={tabStop}
                  open={open}
                  onFocus={focus}
                  onOpen={onOpen}
                  onGo={go}
                />
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Head({ view }: { readonly view: ConsolidatedView }) {
  const { t } = useText();
  const received = view.units.length - view.missingUnits.length;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} data-frozen className="frozen frozen-ordinal">
          {t('consolidation.column.ordinal')}
        </th>
        <th scope="col" rowSpan={2} data-frozen className="frozen frozen-name">
          {t('consolidation.column.indicator')}
        </th>
        <th scope="col" rowSpan={2} data-frozen className="frozen frozen-measure">
          {t('consolidation.column.unitOfMeasure')}
        </th>
        <th scope="col" rowSpan={2} data-frozen className="number frozen frozen-total">
          {t('consolidation.column.total')}
        </th>
        <th
          scope="col"
          rowSpan={2}
          data-column
          className="number counted-head"
          title={t('consolidation.countedTitle')}
        >
          {t('consolidation.column.counted')}
          <span className="unit-head-state">{t('consolidation.countedRule')}</span>
        </th>
        <th scope="col" rowSpan={2} data-column className="number">
          {t('consolidation.column.target')}
        </th>
        <th scope="col" rowSpan={2} data-column className="number difference-head">
          {t('consolidation.column.difference')}
          <span className="unit-head-state">{t('consolidation.differenceUnit')}</span>
        </th>
        <th scope="col" rowSpan={2} data-column className="assessment">
          {t('consolidation.column.verdict')}
        </th>
        <th scope="colgroup" colSpan={view.shown.count} className="units-head">
          <span className="units-head-label">
            {t('consolidation.unitsHead', { received, expected: view.units.length })}
          </span>
        </th>
      </tr>
      <tr className="second-head">
        {shownUnits(view).map((unit) => (
          <th
            key={unit.unit}
            scope="col"
            data-column
            className={isCounted(unit) ? 'unit-head' : 'unit-head unit-absent'}
            title={unit.name}
          >
            {unit.shortName}
            {!isCounted(unit) && (
              <span className="unit-head-state">
                {t(unit.answer === null ? 'consolidation.notReceived' : 'consolidation.returned')}
              </span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function figureIn(frame: HTMLElement | null, place: FigurePlace): HTMLElement | null {
  const name = `${String(place.row)}:${String(place.column)}`;
  return frame?.querySelector<HTMLElement>(`[data-figure="${name}"]`) ?? null;
}
