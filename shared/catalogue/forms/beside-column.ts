import { longestNote } from '#shared/domain/cell.ts';
import type { Bilingual } from '#shared/domain/indicator.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Form } from './form.ts';
import { columnsOf } from './layout.ts';
import type { LayoutColumn } from './layout.ts';

/**
 * Columns that stand in no table: explanations of findings and remarks on figures. They are saved,
 * undone, logged and sealed like everything else that is typed (D104).
 */
const explanationPrefix = 'why.';

/** What may be said of a single figure: how firm it is, what to know about it, where it is from. */
export const remarkKinds = ['status', 'note', 'source'] as const;
export type RemarkKind = (typeof remarkKinds)[number];

/** The column under which the explanation of a finding is kept, beside the figures of its row. */
export function explanationColumn(check: string, column: string | null): string {
  return column === null
    ? `${explanationPrefix}${check}`
    : `${explanationPrefix}${check}.${column}`;
}

/** Whether a column holds explanations and no figures of the form. */
export function isExplanationColumn(column: string): boolean {
  return column.startsWith(explanationPrefix);
}

/** The column under which a remark on the figure of another column is kept. */
export function remarkColumn(kind: RemarkKind, column: string): string {
  return `${kind}.${column}`;
}

/** What a column remarks and on which column's figure; null for a column that holds no remarks. */
export function remarkOf(
  column: string,
): { readonly kind: RemarkKind; readonly column: string } | null {
  const kind = remarkKinds.find((each) => column.startsWith(`${each}.`));
  return kind === undefined ? null : { kind, column: column.slice(kind.length + 1) };
}

/** Whether a column stands in no table, but beside the figures of its row. */
export function isBesideColumn(column: string): boolean {
  return isExplanationColumn(column) || remarkOf(column) !== null;
}

/**
 * What can be remarked on a figure of a column: nothing that the form has a column of its own for,
 * and nothing on texts and choices.
 */
export function remarkKindsOf(
  columns: readonly Pick<LayoutColumn, 'code' | 'kind'>[],
  column: string,
): readonly RemarkKind[] {
  const isFigure = columns.some(({ code, kind }) => code === column && kind === 'number');
  return isFigure ? remarkKinds.filter((kind) => !columns.some(({ code }) => code === kind)) : [];
}

/** The column of a form that takes what is typed, those beside included; null when there is none. */
export function recordedColumn(
  catalogue: Catalogue,
  form: Form,
  code: string,
): LayoutColumn | null {
  if (isExplanationColumn(code)) return { ...explanation, code };
  const columns = columnsOf(catalogue, form);
  const remark = remarkOf(code);
  if (remark !== null && remarkKindsOf(columns, remark.column).includes(remark.kind)) {
    return { ...remarks[remark.kind], code };
  }
  return columns.find((column) => column.code === code && column.kind !== 'computed') ?? null;
}

const beside = {
  group: null,
  unit: null,
  width: 'long',
  choices: null,
  required: false,
  carries: false,
  computation: null,
  indicator: null,
} as const;

function textBeside(name: Bilingual): Omit<LayoutColumn, 'code'> {
  return { ...beside, kind: 'text', name, longest: longestNote };
}

const explanation = textBeside({ vi: 'Giải trình', en: 'Explanation' });

const remarks: Readonly<Record<RemarkKind, Omit<LayoutColumn, 'code'>>> = {
  status: {
    ...beside,
    kind: 'status',
    name: { vi: 'Tình trạng số liệu', en: 'Data status' },
    longest: null,
  },
  note: textBeside({ vi: 'Ghi chú', en: 'Note' }),
  source: textBeside({ vi: 'Nguồn số liệu', en: 'Data source' }),
};
