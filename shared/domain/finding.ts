import { compare, subtract } from './decimal.ts';
import type { Indicator, IndicatorCode } from './indicator.ts';
import { columnsFor, figureFor, isBlank, observationOf } from './observation.ts';
import type { Observation, ObservationColumn, RowCells } from './observation.ts';

/** An error blocks the submission; a warning asks to look again; `explain` asks for a note. */
export type Severity = 'error' | 'warning' | 'explain';

export const findingCodes = [
  'cell-unreadable',
  'row-not-filled',
  'row-half-filled',
  'status-missing',
  'denominator-zero',
  'numerator-above-denominator',
  'rate-out-of-range',
  'rate-unusual',
  'value-needs-note',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** What a check says of a row, or of one cell of it (nội dung cần rà soát). */
export type Finding = {
  readonly severity: Severity;
  readonly code: FindingCode;
  readonly row: IndicatorCode;
  readonly column: ObservationColumn | null;
  readonly facts: Readonly<Record<string, string | number>>;
};

/**
 * Checks one row of Biểu 01 (D64). A row that may be filled and is not is an error too: every
 * indicator is answered, with a number, "-" or "...".
 */
export function checkRow(indicator: Indicator, cells: RowCells): readonly Finding[] {
  const found: Finding[] = [];
  const say = (
    severity: Severity,
    code: FindingCode,
    column: ObservationColumn | null,
    facts: Finding['facts'] = {},
  ): void => {
    found.push({ severity, code, row: indicator.code, column, facts });
  };

  for (const column of columnsFor(indicator)) {
    const fault = cells[column].fault;
    if (fault !== null) say('error', 'cell-unreadable', column, { fault });
  }
  if (found.length > 0) return found;

  const observation = observationOf(cells);
  const missingColumn = firstUnanswered(indicator, observation);
  if (missingColumn !== null) {
    const code = isBlank(observation) ? 'row-not-filled' : 'row-half-filled';
    say('error', code, missingColumn);
    return found;
  }
  checkFigure(indicator, observation, say);
  return found;
}

/** Whether findings keep a submission from being sent for checking. */
export function blocksSubmission(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.severity !== 'warning');
}

function firstUnanswered(indicator: Indicator, observation: Observation): ObservationColumn | null {
  if (observation.value.kind !== 'empty') {
    const { numerator, denominator } = observation;
    if (numerator.kind === 'empty' && denominator.kind === 'empty') return null;
  }
  if (indicator.formula.kind === 'value') return 'value';
  if (observation.numerator.kind === 'empty') return 'numerator';
  if (observation.denominator.kind === 'empty') return 'denominator';
  return null;
}

type Say = (
  severity: Severity,
  code: FindingCode,
  column: ObservationColumn | null,
  facts?: Finding['facts'],
) => void;

function checkFigure(indicator: Indicator, observation: Observation, say: Say): void {
  const { numerator, denominator } = observation;
  const figure = figureFor(indicator, observation);
  if (denominator.kind === 'number' && compareToZero(denominator.number) === 0) {
    say('error', 'denominator-zero', 'denominator');
    return;
  }
  if (figure.kind !== 'number') return;
  if (observation.status === null) say('error', 'status-missing', 'status');

  const fromAmounts = numerator.kind === 'number' && denominator.kind === 'number';
  if (!fromAmounts && indicator.formula.kind !== 'value' && observation.note === '') {
    say('explain', 'value-needs-note', 'note');
  }
  const { hardMin, hardMax, warnBelow, warnAbove } = indicator.range;
  const column = fromAmounts ? 'numerator' : 'value';
  const below = hardMin !== null && compare(figure.number, hardMin) < 0;
  const above = hardMax !== null && compare(figure.number, hardMax) > 0;
  if (fromAmounts && above && isShareOfDenominator(indicator)) {
    say('error', 'numerator-above-denominator', 'numerator');
  } else if (below || above) {
    say('error', 'rate-out-of-range', column, {
      rate: figure.number,
      min: hardMin ?? '',
      max: hardMax ?? '',
    });
  } else if (
    (warnBelow !== null && compare(figure.number, warnBelow) < 0) ||
    (warnAbove !== null && compare(figure.number, warnAbove) > 0)
  ) {
    say('warning', 'rate-unusual', column, {
      rate: figure.number,
      min: warnBelow ?? '',
      max: warnAbove ?? '',
    });
  }
}

/** A part of a whole cannot be more than the whole: percent that ends at 100. */
function isShareOfDenominator(indicator: Indicator): boolean {
  return indicator.formula.kind === 'ratio' && indicator.range.hardMax === '100';
}

function compareToZero(number: Parameters<typeof compare>[0]): number {
  return compare(number, subtract(number, number));
}
