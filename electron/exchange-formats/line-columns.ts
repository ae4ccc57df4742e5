import { observationStatuses } from '#shared/domain/cell.ts';
import type { ObservationStatus } from '#shared/domain/cell.ts';
import { isDecimal } from '#shared/domain/decimal.ts';
import { obsStatuses, qualityOf } from '#shared/bundle/observation.ts';

import { figureKinds, figureText } from './period-model.ts';
import type { ExchangeFigure, ExchangeLine, FigureKind } from './period-model.ts';

/**
 * The columns that every CSV of ours has for a figure, SDMX concept names where SDMX has one. `FIGURE`
 * says what kind of figure stands there, so that no two kinds of gaps are ever one (D170).
 */
export const lineColumns = [
  'REF_AREA',
  'INDICATOR',
  'OBS_VALUE',
  'FIGURE',
  'NUMERATOR',
  'DENOMINATOR',
  'OBS_STATUS',
  'TARGET',
  'TARGET_COMPARISON',
  'TARGET_HORIZON',
  'TARGET_MET',
  'DIFFERENCE',
  'UNITS_COUNTED',
  'UNITS_EXPECTED',
  'COMMENT',
] as const;
export type LineColumn = (typeof lineColumns)[number];
export type LineCells = Readonly<Record<LineColumn, string>>;

/** Whether `OBS_VALUE` may hold "-" and "...", or numbers alone as SDMX and Table Schema want them. */
export type ValueStyle = 'with-signs' | 'numbers-only';

/** The cells of a line, each an exact text. */
export function lineCells(line: ExchangeLine, style: ValueStyle): LineCells {
  const { target, coverage } = line;
  return {
    REF_AREA: line.area,
    INDICATOR: line.indicator,
    OBS_VALUE: style === 'with-signs' ? figureText(line) : (line.number ?? ''),
    FIGURE: line.kind,
    NUMERATOR: line.numerator ?? '',
    DENOMINATOR: line.denominator ?? '',
    OBS_STATUS: statusCode(line),
    TARGET: target?.value ?? '',
    TARGET_COMPARISON: target?.comparison ?? '',
    TARGET_HORIZON: target?.horizon ?? '',
    TARGET_MET: line.isMet === null ? '' : line.isMet ? 'yes' : 'no',
    DIFFERENCE: line.difference ?? '',
    UNITS_COUNTED: coverage === null ? '' : String(coverage.counted),
    UNITS_EXPECTED: coverage === null ? '' : String(coverage.expected),
    COMMENT: line.comment,
  };
}

/** The line that cells state; null where any of them is not exactly as `lineCells` writes it. */
export function lineOfCells(cells: LineCells, style: ValueStyle): ExchangeLine | null {
  const kind = figureKinds.find((known) => known === cells.FIGURE);
  if (kind === undefined) return null;
  const figure = figureOf(cells, kind);
  if (figure === null) return null;
  const hasTarget = cells.TARGET !== '';
  const line: ExchangeLine = {
    area: cells.REF_AREA,
    indicator: cells.INDICATOR,
    ...figure,
    target: hasTarget
      ? {
          value: cells.TARGET,
          comparison: cells.TARGET_COMPARISON,
          horizon: cells.TARGET_HORIZON,
        }
      : null,
    difference: orNull(cells.DIFFERENCE),
    isMet: cells.TARGET_MET === '' ? null : cells.TARGET_MET === 'yes',
    coverage:
      cells.UNITS_EXPECTED === ''
        ? null
        : { counted: Number(cells.UNITS_COUNTED), expected: Number(cells.UNITS_EXPECTED) },
  };
  // One spelling: what would be written differently was not written by us.
  const again = lineCells(line, style);
  return lineColumns.every((column) => again[column] === cells[column]) ? line : null;
}

/**
 * The SDMX status of a figure (CL_OBS_STATUS, as bundles have it): how firm a number or a "-" is,
 * `L` for "...", `O` where nothing came. Empty for a total whose parts do not all have a status.
 */
export function statusCode({ kind, status }: Pick<ExchangeFigure, 'kind' | 'status'>): string {
  switch (kind) {
    case 'number':
    case 'nil':
      return obsStatuses.find((code) => status !== null && qualityOf(code) === status) ?? '';
    case 'missing':
      return 'L';
    case 'empty':
    case 'not-received':
    case 'returned':
      return 'O';
  }
}

/** How firm a code says that a figure is; null for the codes of gaps and for none. */
export function statusOfCode(code: string): ObservationStatus | null {
  const known = obsStatuses.find((candidate) => candidate === code);
  const quality = known === undefined ? null : qualityOf(known);
  return observationStatuses.find((status) => status === quality) ?? null;
}

function figureOf(cells: LineCells, kind: FigureKind): ExchangeFigure | null {
  const number = kind === 'number' ? cells.OBS_VALUE : null;
  if (number !== null && !isDecimal(number)) return null;
  return {
    kind,
    number,
    numerator: orNull(cells.NUMERATOR),
    denominator: orNull(cells.DENOMINATOR),
    status: statusOfCode(cells.OBS_STATUS),
    comment: cells.COMMENT,
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
