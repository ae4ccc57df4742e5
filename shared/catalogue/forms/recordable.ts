import type { Side } from '#shared/domain/role.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { Catalogue } from '../catalogue.ts';
import { isExplanationColumn, remarkOf } from './beside-column.ts';
import type { Form, RowSource } from './form.ts';
import { layOut, mostOwnRows, ownRowNumber } from './layout.ts';

type Filler = { readonly unit: UnitCode; readonly side: Side };
type FillableColumns = ReadonlyMap<string, ReadonlySet<string>>;

const fillableOfForm = new WeakMap<Catalogue, Map<string, FillableColumns>>();

/**
 * Why a unit may not fill a cell of a form, by the cell's codes alone; null when it may. Rows of the
 * unit's own and of its register may be recorded under every code that such a row can have.
 */
export function whyNotRecordable(
  catalogue: Catalogue,
  form: Form,
  filler: Filler,
  row: string,
  column: string,
): 'row-unknown' | 'cell-not-yours' | null {
  const columns = fillable(catalogue, form, filler).get(row);
  const isExplanation = isExplanationColumn(column);
  // Whoever fills a figure may remark on it; which remarks a form takes is its columns' matter.
  const figure = remarkOf(column)?.column ?? column;
  if (columns !== undefined) {
    return columns.has(figure) || (isExplanation && columns.size > 0) ? null : 'cell-not-yours';
  }
  const sources = form.rows.filter((source) => isRowOf(source, row));
  if (sources.length === 0) return 'row-unknown';
  return isExplanation || sources.some((source) => takesColumn(form, source, figure))
    ? null
    : 'cell-not-yours';
}

/** Whether a row's code is one that the unit's own rows, or its register's, can have. */
function isRowOf(source: RowSource, row: string): boolean {
  if (source.from !== 'own' && source.from !== 'register') return false;
  const number = ownRowNumber(source.from === 'own' ? source.prefix : source.form, row);
  return number >= 1 && number <= mostOwnRows;
}

function takesColumn(form: Form, source: RowSource, column: string): boolean {
  return source.columns === null
    ? form.columns.some(
        (each) => each.kind !== 'computed' && each.kind !== 'indicators' && each.code === column,
      )
    : source.columns.includes(column);
}

/** The rows and columns that the catalogue itself gives a unit to fill. */
function fillable(catalogue: Catalogue, form: Form, { unit, side }: Filler): FillableColumns {
  const known = fillableOfForm.get(catalogue) ?? new Map<string, FillableColumns>();
  fillableOfForm.set(catalogue, known);
  const key = `${form.code} ${side} ${unit}`;
  const existing = known.get(key);
  if (existing !== undefined) return existing;
  const { rows } = layOut(catalogue, form, {
    unit,
    side,
    ownRows: new Map(),
    registerRows: new Map(),
  });
  const columns = new Map(rows.map((row) => [row.code, new Set(row.fillable)]));
  known.set(key, columns);
  return columns;
}

/** Whether a row's code is one that the register of a form gives its rows. */
export function isRegisterRow(form: Form, row: string): boolean {
  return form.rows.some((source) => source.from === 'register' && isRowOf(source, row));
}
