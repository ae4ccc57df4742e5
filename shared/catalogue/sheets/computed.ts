import { compareRow } from '#shared/domain/comparison.ts';
import { comparisonWords } from '#shared/domain/comparison-words.ts';
import type { Words } from '#shared/domain/comparison-words.ts';
import type { Verdict } from '#shared/domain/comparison.ts';
import { divide, multiply, parseDecimal } from '#shared/domain/decimal.ts';
import { verdictOnTarget } from '#shared/domain/goal.ts';
import type { Bilingual, Indicator } from '#shared/domain/indicator.ts';
import { rateOf } from '#shared/domain/indicator.ts';
import { figureFor, observationOf } from '#shared/domain/observation.ts';
import type { Figure } from '#shared/domain/observation.ts';
import { comparisonOf, targetFor } from '#shared/domain/target.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import { translator } from '#shared/text/translate.ts';
import type { Computation } from '../forms/form.ts';
import type { LayoutColumn, LayoutRow } from '../forms/layout.ts';
import { givenTarget, targetsFor } from '../unit-targets.ts';
import { figureIn, noCells, observationCells } from './cells.ts';
import type { CellsOfRow } from './cells.ts';
import type { SheetContext } from './context.ts';
import { emptyShown } from './sheet.ts';
import type { RowTarget, Shown } from './sheet.ts';

type Language = keyof Bilingual;

export type ComputedFigures = {
  readonly shown: Readonly<Record<string, Shown>>;
  readonly provinceTarget: RowTarget | null;
  readonly verdict: Verdict | null;
};

/** What every computed column of a row shows. */
export function computedFigures(
  context: SheetContext,
  columns: readonly LayoutColumn[],
  place: LayoutRow,
  cells: CellsOfRow,
  language: Language,
): ComputedFigures {
  const provinceTarget = place.indicator === null ? null : targetOf(context, place.indicator);
  const shown: Record<string, Shown> = {};
  for (const column of columns) {
    if (column.computation === null) continue;
    shown[column.code] =
      column.indicator === null ? compute(column.computation) : indicatorRate(column, cells);
  }
  return { shown, provinceTarget, verdict: verdictOf(context, place, cells) };

  function compute(computation: Computation): Shown {
    const { indicator } = place;
    switch (computation.of) {
      case 'previous':
        return shownFigure(
          figureIn(context.previousCells.get(place.code) ?? noCells, computation.column),
          0,
        );
      case 'ratio':
        return ratio(computation, cells);
      default:
        return indicator === null ? emptyShown : ofIndicator(computation.of, indicator);
    }
  }

  function comparisonShown(
    of: 'percent-of-plan' | 'change' | 'required-pace',
    indicator: Indicator,
  ): Shown {
    const figure = resultOf(indicator, cells);
    if (figure.kind !== 'number') return emptyShown;
    const { plan, samePeriod, pace } = compareRow(indicator, {
      figure,
      ownPlan: given(context.ownTarget(indicator)),
      targets: targetsFor(context.catalogue, context.data.unit),
      year: context.period.year,
      previous: given(context.previousFigure(indicator)),
      samePeriod: given(context.samePeriodFigure(indicator)),
    });
    const say = comparisonWords(indicator.unit.vi, language);
    switch (of) {
      case 'percent-of-plan':
        return said(say.plan(plan));
      case 'change':
        return said(say.change(samePeriod, 'samePeriod'));
      case 'required-pace':
        return said(say.pace(pace));
    }
  }

  function ofIndicator(
    of: Exclude<Computation['of'], 'previous' | 'ratio'>,
    indicator: Indicator,
  ): Shown {
    switch (of) {
      case 'result':
        return shownFigure(resultOf(indicator, cells), indicator.decimals);
      case 'province-target':
        return provinceTarget === null
          ? emptyShown
          : targetShown(context, indicator, provinceTarget, language);
      case 'own-target':
        return shownFigure(context.ownTarget(indicator), indicator.decimals);
      case 'previous-period':
        return known(context.previousFigure(indicator), indicator);
      case 'same-period':
        return known(context.samePeriodFigure(indicator), indicator);
      case 'percent-of-plan':
      case 'change':
      case 'required-pace':
        return comparisonShown(of, indicator);
    }
  }
}

/** The figure that a row of indicator cells gives. */
export function resultOf(indicator: Indicator, cells: CellsOfRow): Figure {
  return figureFor(indicator, observationOf(observationCells(cells)));
}

/** The rate of an indicator whose amounts stand in columns of its own. */
export function indicatorRate(
  { indicator }: Pick<LayoutColumn, 'indicator'>,
  cells: CellsOfRow,
): Shown {
  if (indicator === null) return emptyShown;
  const numerator = figureIn(cells, `${indicator.code}.numerator`);
  const denominator = figureIn(cells, `${indicator.code}.denominator`);
  if (numerator.kind === 'missing' || denominator.kind === 'missing') return { kind: 'missing' };
  if (numerator.kind === 'nil' || denominator.kind === 'nil') return { kind: 'nil' };
  if (numerator.kind !== 'number' || denominator.kind !== 'number') return emptyShown;
  const rate = rateOf(indicator, numerator.number, denominator.number);
  return rate.ok
    ? { kind: 'number', number: rate.value, decimals: indicator.decimals }
    : { kind: 'nil' };
}

function ratio(
  { numerator, denominator, scale, decimals }: Extract<Computation, { of: 'ratio' }>,
  cells: CellsOfRow,
): Shown {
  const part = figureIn(cells, numerator);
  const whole = figureIn(cells, denominator);
  const factor = parseDecimal(scale);
  if (part.kind !== 'number' || whole.kind !== 'number' || factor === null) return emptyShown;
  const quotient = divide(multiply(part.number, factor), whole.number, decimals);
  return quotient === null ? { kind: 'nil' } : { kind: 'number', number: quotient, decimals };
}

/** A comparison for its narrow column, with the sentence that says all of it. */
function said(words: Words | null): Shown {
  return words === null || words.short === ''
    ? emptyShown
    : { kind: 'text', text: words.short, full: `${words.full} ${words.how}` };
}

/** What a comparison takes for known; nothing recorded is nothing to compare with. */
function given(figure: Figure): Figure | null {
  return figure.kind === 'empty' ? null : figure;
}

/** A figure of another period: nothing recorded there is not known here ("..."). */
function known(figure: Figure, indicator: Indicator): Shown {
  return figure.kind === 'empty' ? { kind: 'missing' } : shownFigure(figure, indicator.decimals);
}

function shownFigure(figure: Figure, decimals: number): Shown {
  return figure.kind === 'number'
    ? { kind: 'number', number: figure.number, decimals }
    : { kind: figure.kind };
}

function heldAgainst({ catalogue, period, data }: SheetContext, indicator: Indicator) {
  return targetFor(targetsFor(catalogue, data.unit), indicator.code, period.year);
}

function verdictOf(
  context: SheetContext,
  { indicator }: LayoutRow,
  cells: CellsOfRow,
): Verdict | null {
  const target = indicator === null ? null : heldAgainst(context, indicator);
  if (indicator === null || target === null) return null;
  const observation = observationOf(observationCells(cells));
  return verdictOnTarget(indicator, target, {
    figure: figureFor(indicator, observation),
    status: observation.status,
    period: context.period,
  });
}

function targetOf(context: SheetContext, indicator: Indicator): RowTarget | null {
  const target = heldAgainst(context, indicator);
  return target === null
    ? null
    : { value: target.value, comparison: comparisonOf(target), horizon: target.horizon };
}

/**
 * The target that the row is held against: the plan's, or the one that the unit was given, with its
 * basis and the plan's own beside it (D162).
 */
function targetShown(
  { catalogue, period, data }: SheetContext,
  indicator: Indicator,
  target: RowTarget,
  language: Language,
): Shown {
  const text = targetText(target, period.year, language);
  const given = givenTarget(catalogue, data.unit, indicator.code, period.year);
  if (given?.horizon !== target.horizon) return { kind: 'text', text, full: null };
  const t = translator(language);
  const plan = targetFor(catalogue.targets, indicator.code, period.year);
  const value =
    plan === null
      ? null
      : targetText({ ...plan, comparison: comparisonOf(plan) }, period.year, language);
  const full = [
    t('catalogueDesk.unitTarget.full', { given: text, basis: given.basis }),
    ...(value === null ? [] : [t('catalogueDesk.unitTarget.beside', { value })]),
  ].join(' ');
  return { kind: 'text', text: t('catalogueDesk.unitTarget.shown', { value: text }), full };
}

const signs: Readonly<Record<string, string>> = { '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ' };

/** A target as the narrow column writes it: `≥ 6,2`, with its years where they are others. */
function targetText(
  { value, comparison, horizon }: RowTarget,
  year: number,
  language: Language,
): string {
  const text = (signs[comparison] ?? '') + formatDecimal(value, undefined, language);
  const years = horizon.replace(/^20(\d\d)-20(\d\d)$/, '$1-$2');
  return horizon === String(year) ? text : `${text} (${years})`;
}
