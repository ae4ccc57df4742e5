import { indicatorForm } from '#shared/catalogue/forms/layout.ts';
import type { PeerFigures } from '#shared/catalogue/sheets/sheet.ts';
import { isDecimal } from '#shared/domain/decimal.ts';
import { figureFor } from '#shared/domain/observation.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';

import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import { listReceivedCells } from '../storage/received-cells.ts';
import { listCurrentBundles, listReceivedObservations } from '../storage/received-sheets.ts';
import { observationOfReceived } from './observation-records.ts';
import { catalogueOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';

/**
 * What the other units sent of a form in the same period, figure by figure (D130): of each its bundle
 * that counts, and none that was returned. In the form of indicators these are the results.
 */
export function peerFigures(
  office: Office,
  unit: UnitCode,
  period: PeriodCode,
  form: string,
): readonly PeerFigures[] {
  const store = storeOf(office);
  const catalogue = catalogueOf(office);
  const outcomes = listCurrentOutcomes(store);
  const isOfIndicators = form === indicatorForm(catalogue).code;
  const figures = new Map<
    string,
    { row: string; column: string; numbers: PeerFigures['numbers'] }
  >();
  const add = (from: UnitCode, row: string, column: string, number: string) => {
    if (!isDecimal(number)) return;
    const key = `${row} ${column}`;
    const known = figures.get(key)?.numbers ?? [];
    const one = { unit: from, unitName: unitName(office, from), number };
    figures.set(key, { row, column, numbers: [...known, one] });
  };
  for (const bundle of listCurrentBundles(store, period)) {
    if (bundle.unit === unit || outcomes.get(bundle.id)?.outcome === 'returned') continue;
    if (isOfIndicators) {
      for (const received of listReceivedObservations(store, bundle.id)) {
        const indicator = catalogue.indicators.find(({ code }) => code === received.indicator);
        if (indicator === undefined) continue;
        const figure = figureFor(indicator, observationOfReceived(received));
        if (figure.kind === 'number') add(bundle.unit, indicator.code, 'result', figure.number);
      }
    } else {
      for (const cell of listReceivedCells(store, bundle.id, form)) {
        add(bundle.unit, cell.row, cell.column, cell.value);
      }
    }
  }
  return [...figures.values()];
}
