import type { ColumnKind } from '#shared/domain/cell.ts';
import type { Bilingual, Indicator } from '#shared/domain/indicator.ts';
import { columnsFor, isFilledBy } from '#shared/domain/observation.ts';
import type { PeriodCode, PeriodKind } from '#shared/domain/period.ts';
import type { Side } from '#shared/domain/role.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { assertNever } from '#shared/kit/assert-never.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Choice, ColumnSource, ColumnWidth, Computation, Form, RowSource } from './form.ts';
import { shortTitle } from './short-title.ts';

/** A column of a form as one unit sees it, in the order of the page. */
export type LayoutColumn = {
  readonly code: string;
  readonly kind: ColumnKind | 'computed';
  readonly name: Bilingual;
  readonly group: Bilingual | null;
  readonly unit: string | null;
  readonly width: ColumnWidth;
  readonly choices: readonly Choice[] | null;
  readonly longest: number | null;
  readonly required: boolean;
  readonly carries: boolean;
  readonly computation: Computation | null;
  /** The indicator whose amount or rate it holds, where each indicator has columns of its own. */
  readonly indicator: Indicator | null;
};

/** A row of a form as one unit sees it. */
export type LayoutRow = {
  readonly code: string;
  readonly ordinal: string;
  readonly group: Bilingual | null;
  /** Null where the unit writes the name itself, into `nameColumn`. */
  readonly name: Bilingual | null;
  readonly nameColumn: string | null;
  /** The whole text, where the name is a short form of it. */
  readonly fullText: string | null;
  readonly unit: string | null;
  readonly indicator: Indicator | null;
  /** The recorded columns that this unit fills in this row. */
  readonly fillable: readonly string[];
};

export type Layout = {
  readonly form: Form;
  readonly columns: readonly LayoutColumn[];
  readonly rows: readonly LayoutRow[];
};

/** Whose form it is, and what of other sheets decides which rows it has. */
export type LayoutContext = {
  readonly unit: UnitCode;
  readonly side: Side;
  /** The cells of this sheet and of others that bring rows along, by row: names stand in them. */
  readonly ownRows: ReadonlyMap<string, string>;
  /** Null: the register does not, or no longer, name the row. */
  readonly registerRows: ReadonlyMap<string, string | null>;
};

/** The most rows of its own that a unit may add to a form. */
export const mostOwnRows = 400;

/** The forms that a side fills for a kind of period, in the order in which they are shown. */
export function formsFor(catalogue: Catalogue, side: Side, kind: PeriodKind): readonly Form[] {
  return catalogue.forms.filter((form) => form.periods === kind && form.sides.includes(side));
}

export function findForm(catalogue: Catalogue, code: string): Form | null {
  return catalogue.forms.find((form) => form.code === code) ?? null;
}

/** The form whose rows are the plan's indicators for a report: what the province sums up. */
export function indicatorForm(catalogue: Catalogue): Form {
  const found = catalogue.forms.find(
    (form) => form.periods === 'report' && form.rows.some((rows) => rows.from === 'indicators'),
  );
  if (found === undefined) throw new Error('The catalogue has no form of indicators.');
  return found;
}

/** The form that breaks indicators down by commune; null where the plan has none. */
export function communeForm(catalogue: Catalogue): Form | null {
  return catalogue.forms.find((form) => form.rows.some((rows) => rows.from === 'communes')) ?? null;
}

/** The register that a form takes rows from; null for a form without one. */
export function registerOf(form: Form): { form: string; period: PeriodCode } | null {
  const source = form.rows.find((rows) => rows.from === 'register');
  return source === undefined ? null : { form: source.form, period: source.period as PeriodCode }; // checked by consistency.ts
}

/** Lays a form out for a unit: the same for the window, the services, Excel and paper. */
export function layOut(catalogue: Catalogue, form: Form, context: LayoutContext): Layout {
  const columns = columnsOf(catalogue, form);
  return {
    form,
    columns,
    rows: form.rows.flatMap((source) => rowsOf(catalogue, form, columns, source, context)),
  };
}

const columnsOfForm = new WeakMap<Catalogue, Map<Form, readonly LayoutColumn[]>>();

/** The columns of a form; they are the same for every unit. Versions may share a form's object. */
export function columnsOf(catalogue: Catalogue, form: Form): readonly LayoutColumn[] {
  const ofCatalogue = columnsOfForm.get(catalogue) ?? new Map<Form, readonly LayoutColumn[]>();
  columnsOfForm.set(catalogue, ofCatalogue);
  const known = ofCatalogue.get(form);
  if (known !== undefined) return known;
  const columns = form.columns.flatMap((source) => expand(catalogue, source));
  ofCatalogue.set(form, columns);
  return columns;
}

function expand(catalogue: Catalogue, source: ColumnSource): readonly LayoutColumn[] {
  if (source.kind === 'indicators') {
    return catalogue.indicators
      .filter((indicator) => indicator.reportedBy === source.reportedBy)
      .flatMap(indicatorColumns);
  }
  if (source.kind === 'computed') {
    return [{ ...source, choices: null, longest: null, ...neverFilled, indicator: null }];
  }
  return [{ ...source, computation: null, indicator: null }];
}

const neverFilled = { required: false, carries: false } as const;

function indicatorColumns(indicator: Indicator): readonly LayoutColumn[] {
  const { formula, name } = indicator;
  const shared = { group: name, width: 'number', choices: null, longest: null, indicator } as const;
  if (formula.kind === 'value') return indicator.aggregation === 'sum' ? [addedValue(shared)] : [];
  const amount = (code: 'numerator' | 'denominator'): LayoutColumn => ({
    ...shared,
    code: `${indicator.code}.${code}`,
    kind: 'number',
    name: formula[code],
    unit: formula[code].unit,
    required: true,
    carries: code === 'denominator',
    computation: null,
  });
  return [
    amount('numerator'),
    amount('denominator'),
    {
      ...shared,
      code: `${indicator.code}.result`,
      kind: 'computed',
      name: { vi: 'Tỷ lệ', en: 'Rate' },
      unit: indicator.unit.vi,
      ...neverFilled,
      computation: { of: 'result' },
    },
  ];
}

/** The one column of an indicator whose values add up (D140). */
function addedValue(
  shared: Pick<LayoutColumn, 'group' | 'width' | 'choices' | 'longest'> & {
    readonly indicator: Indicator;
  },
): LayoutColumn {
  const { code, name, unit } = shared.indicator;
  return {
    ...shared,
    code: `${code}.value`,
    kind: 'number',
    name,
    unit: unit.vi,
    required: true,
    carries: false,
    computation: null,
  };
}

function rowsOf(
  catalogue: Catalogue,
  form: Form,
  columns: readonly LayoutColumn[],
  source: RowSource,
  context: LayoutContext,
): readonly LayoutRow[] {
  const recorded = columns.filter(({ kind }) => kind !== 'computed').map(({ code }) => code);
  const fillable = source.columns ?? recorded;
  const plain = {
    group: source.group,
    nameColumn: null,
    fullText: null,
    unit: null,
    indicator: null,
    fillable,
  };
  switch (source.from) {
    case 'indicators':
      return indicatorRows(catalogue, form, source, fillable, context);
    case 'tasks':
      return catalogue.tasks.map((task) => ({
        ...plain,
        code: task.id,
        ordinal: task.id,
        group: titleOf(catalogue, task.group),
        name: same(shortTitle(task.text)),
        fullText: task.text,
      }));
    case 'funding-sources':
      return catalogue.fundingSources.map((funds) => ({
        ...plain,
        code: funds.id,
        ordinal: funds.id,
        name: same(funds.name),
        fullText: funds.text,
      }));
    case 'communes':
      return catalogue.units
        .filter(({ parent }) => parent === context.unit)
        .map((unit, index) => ({
          ...plain,
          code: unit.code,
          ordinal: String(index + 1),
          name: same(unit.nameWithType),
        }));
    case 'list':
      return source.items.map((item) => ({
        ...plain,
        ...item,
        fillable: item.columns ?? fillable,
      }));
    case 'own':
      return ownRows(source.prefix, context.ownRows).map((code, index) => ({
        ...plain,
        code,
        ordinal: String(index + 1),
        name: null,
        nameColumn: source.nameColumn,
      }));
    case 'register':
      return [...context.registerRows].map(([code, name], index) => ({
        ...plain,
        code,
        ordinal: String(index + 1),
        name: name === null ? notInRegister : same(name),
      }));
    default:
      return assertNever(source);
  }
}

function indicatorRows(
  catalogue: Catalogue,
  form: Form,
  source: Extract<RowSource, { from: 'indicators' }>,
  fillable: readonly string[],
  { side }: LayoutContext,
): readonly LayoutRow[] {
  const isReport = form.periods === 'report';
  const wanted = source.reportedBy;
  const rows = catalogue.indicatorGroups.flatMap((group) =>
    catalogue.indicators
      .filter((indicator) => indicator.group === group.code)
      .filter((indicator) => wanted === null || wanted.includes(indicator.reportedBy))
      .map((indicator) => ({ indicator, group: group.name })),
  );
  return rows.map(({ indicator, group }, index) => {
    const own: readonly string[] = isReport
      ? isFilledBy(indicator, side)
        ? columnsFor(indicator)
        : []
      : fillable;
    return {
      code: indicator.code,
      ordinal: String(index + 1),
      group,
      name: indicator.name,
      nameColumn: null,
      fullText: null,
      unit: indicator.unit.vi,
      indicator,
      fillable: own.filter((column) => fillable.includes(column)),
    };
  });
}

/** The rows that a unit began, up to the last one, and one more to begin. */
function ownRows(prefix: string, names: ReadonlyMap<string, string>): readonly string[] {
  const numbers = [...names.keys()].map((code) => ownRowNumber(prefix, code));
  const last = Math.max(0, ...numbers);
  return Array.from({ length: Math.min(last + 1, mostOwnRows) }, (_, index) =>
    ownRowCode(prefix, index + 1),
  );
}

/** The code of a unit's own row: `NV.001`. */
export function ownRowCode(prefix: string, number: number): string {
  return `${prefix}.${String(number).padStart(3, '0')}`;
}

/** The number in the code of an own row; 0 for a code of another kind. */
export function ownRowNumber(prefix: string, code: string): number {
  const [before, digits = ''] = code.split('.');
  return before === prefix && /^\d{3}$/.test(digits) ? Number(digits) : 0;
}

function titleOf(catalogue: Catalogue, group: string): Bilingual | null {
  const found = catalogue.taskGroups.find(({ id }) => id === group);
  return found === undefined ? null : same(`${found.id}. ${found.title}`);
}

/** A text that the plan gives in Vietnamese only. */
const notInRegister: Bilingual = {
  vi: '(không còn trong danh mục)',
  en: '(no longer in the register)',
};

function same(text: string): Bilingual {
  return { vi: text, en: text };
}

const indicatorsByCode = new WeakMap<Catalogue, ReadonlyMap<string, Indicator>>();

/** The indicator that a row is of, by the row's code; null for rows that are none. */
export function indicatorOf(catalogue: Catalogue, row: string): Indicator | null {
  const known = indicatorsByCode.get(catalogue);
  const byCode =
    known ??
    new Map<string, Indicator>(
      catalogue.indicators.map((indicator) => [indicator.code, indicator]),
    );
  if (known === undefined) indicatorsByCode.set(catalogue, byCode);
  return byCode.get(row) ?? null;
}
