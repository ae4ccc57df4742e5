import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { columnsOf } from '#shared/catalogue/forms/layout.ts';
import { limitsOf } from '#shared/catalogue/sheets/cells.ts';
import { parseDay } from '#shared/kit/clock.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import { understand } from '#shared/domain/cell.ts';
import { bareContext } from '#shared/domain/check.ts';
import type { CheckContext, CheckedCell, CheckedSheet } from '#shared/domain/check.ts';
import type { Decimal } from '#shared/domain/decimal.ts';
import { columnsFor, emptyFigure, figureOf } from '#shared/domain/observation.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { decimal } from './samples.ts';

/** What was typed into a sheet, by row and column. */
export type TypedRows = Readonly<Record<string, Readonly<Record<string, string>>>>;

const { indicators } = builtInCatalogue;
const byCode = new Map<string, (typeof indicators)[number]>(
  indicators.map((each) => [each.code, each]),
);

function period(code: string): PeriodCode {
  const parsed = parsePeriodCode(code);
  if (parsed === null) throw new Error(`${code} is no period`);
  return parsed;
}

function day(text: string): CalendarDay {
  const parsed = parseDay(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

/** A cell of a column as window and services understand it. */
export function cell(form: string, column: string, typed: string): CheckedCell {
  const found = formColumns(form).find(({ code }) => code === column);
  if (found === undefined || found.kind === 'computed') throw new Error(`${form} ${column}`);
  return understand(found.kind, typed, limitsOf(found));
}

/** A sheet in which every row has all columns that it takes. */
export function sheet(form: string, typed: TypedRows): CheckedSheet {
  const rows = Object.entries(typed).map(([row, cells]) => ({
    row,
    cells: Object.fromEntries(
      columnsOfRow(form, row).map((column) => [column, cell(form, column, cells[column] ?? '')]),
    ),
  }));
  return { form, rows };
}

/** The recorded columns of a row, as the forms give them. */
export function columnsOfRow(form: string, row: string): readonly string[] {
  const all = formColumns(form)
    .filter(({ kind }) => kind !== 'computed')
    .map(({ code }) => code);
  const indicator = byCode.get(row);
  if (form === 'B01' && indicator !== undefined) return columnsFor(indicator);
  if (form === 'KH')
    return indicator === undefined ? ['content', 'day', 'note'] : ['target', 'note'];
  return all;
}

type Beside = {
  readonly period?: string;
  readonly today?: string;
  readonly previous?: readonly [period: string, typed: TypedRows];
  readonly samePeriod?: readonly [period: string, typed: TypedRows];
  readonly history?: readonly string[];
  readonly peers?: readonly string[];
};

/** What stands beside a sheet; figures as they are typed, `result` among them. */
export function context(beside: Beside = {}): CheckContext {
  const code = beside.period ?? '2023-08';
  const other = (stated: Beside['previous']): CheckContext['previous'] => {
    if (stated === undefined) return null;
    const [at, typed] = stated;
    return {
      period: period(at),
      figure: (row, column) => {
        const text = typed[row]?.[column];
        return text === undefined ? emptyFigure : figureOf(understand('number', text).value);
      },
    };
  };
  const decimals = (values: readonly string[]): (() => readonly Decimal[]) => {
    const read = values.map(decimal);
    return () => read;
  };
  return {
    ...bareContext(period(code), day(beside.today ?? `${code}-20`), byCode),
    previous: other(beside.previous),
    samePeriod: other(beside.samePeriod),
    history: decimals(beside.history ?? []),
    peers: beside.peers === undefined ? null : decimals(beside.peers),
  };
}

function formColumns(code: string) {
  const form = builtInCatalogue.forms.find((each) => each.code === code);
  if (form === undefined) throw new Error(`no form ${code}`);
  return columnsOf(builtInCatalogue, form);
}
