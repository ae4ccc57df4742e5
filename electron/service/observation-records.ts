import { firstFault, obsStatusOf, qualityOf } from '#shared/bundle/observation.ts';
import type { ObservationRecord } from '#shared/bundle/observation.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { valueOfCanonical } from '#shared/domain/cell.ts';
import type { ColumnKind } from '#shared/domain/cell.ts';
import { figureFor, observationOf } from '#shared/domain/observation.ts';
import type { Figure, Observation, RowCells } from '#shared/domain/observation.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { ReceivedObservation } from '../storage/received-sheets.ts';
import type { LedgerRow } from './ledger.ts';

/** What travels of a row: both amounts, the figure that follows, how firm it is, and the note. */
export function recordOfRow(row: LedgerRow, unit: UnitCode, period: PeriodCode): ObservationRecord {
  const { observation, figure } = row;
  const value = textOf(figure);
  return {
    refArea: unit,
    timePeriod: period,
    indicator: row.indicator.code,
    numerator: textOf(observation.numerator),
    denominator: textOf(observation.denominator),
    value,
    // A nil needs no status of its own; the least firm one promises nothing.
    status: obsStatusOf(value, observation.status ?? 'estimated'),
    comment: observation.note === '' ? null : observation.note,
  };
}

/**
 * What the province stores of a verified record. Refuses `data-of-other-unit`, `row-unknown`,
 * `data-malformed` and `figure-not-following` {row} when a value is not what its amounts give: the
 * sender's program computed otherwise, and somebody must look.
 */
export function receivedOf(
  record: ObservationRecord,
  unit: string,
  catalogue: Catalogue,
): Result<ReceivedObservation> {
  const facts = { row: record.indicator, unit };
  if (record.refArea !== unit) return refuse('data-of-other-unit', facts);
  const fault = firstFault(record);
  if (fault !== null) return refuse('data-malformed', { line: record.indicator, column: fault });
  const indicator = catalogue.indicators.find((one) => one.code === record.indicator);
  if (indicator === undefined) return refuse('row-unknown', facts);
  const received: ReceivedObservation = {
    indicator: record.indicator,
    numerator: record.numerator ?? '',
    denominator: record.denominator ?? '',
    value: record.value ?? '',
    status: qualityOf(record.status) ?? '',
    note: record.comment ?? '',
  };
  const figure = figureFor(indicator, observationOfReceived(received));
  return (textOf(figure) ?? '') === received.value
    ? ok(received)
    : refuse('figure-not-following', facts);
}

/** The observation that stored texts state. */
export function observationOfReceived(received: ReceivedObservation): Observation {
  return observationOf({
    numerator: stored('number', received.numerator),
    denominator: stored('number', received.denominator),
    value: stored('number', received.value),
    status: stored('status', received.status),
    note: stored('text', received.note),
  });
}

function stored(kind: ColumnKind, text: string): RowCells['numerator'] {
  return { value: valueOfCanonical(kind, text) ?? { kind: 'empty' }, fault: null };
}

function textOf(figure: Figure): string | null {
  switch (figure.kind) {
    case 'empty':
      return null;
    case 'nil':
      return '-';
    case 'missing':
      return '...';
    case 'number':
      return figure.number;
  }
}
