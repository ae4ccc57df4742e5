import { longestNote } from '#shared/domain/cell.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Form } from './form.ts';
import { columnsOf } from './layout.ts';
import type { LayoutColumn } from './layout.ts';

const prefix = 'why.';

/**
 * The column under which the explanation of a finding is kept, beside the figures of its row: saved,
 * undone, logged and sealed like everything else that is typed (D104).
 */
export function explanationColumn(check: string, column: string | null): string {
  return column === null ? `${prefix}${check}` : `${prefix}${check}.${column}`;
}

/** Whether a column holds explanations and no figures of the form. */
export function isExplanationColumn(column: string): boolean {
  return column.startsWith(prefix);
}

/** The column of a form that takes what is typed, explanations included; null when there is none. */
export function recordedColumn(
  catalogue: Catalogue,
  form: Form,
  code: string,
): LayoutColumn | null {
  if (isExplanationColumn(code)) return { ...explanation, code };
  return (
    columnsOf(catalogue, form).find(
      (column) => column.code === code && column.kind !== 'computed',
    ) ?? null
  );
}

const explanation = {
  kind: 'text',
  name: { vi: 'Giải trình', en: 'Explanation' },
  group: null,
  unit: null,
  width: 'long',
  choices: null,
  longest: longestNote,
  required: false,
  carries: false,
  computation: null,
  indicator: null,
} as const;
