import type { CellFault, CellValue, ObservationStatus } from '#shared/domain/cell.ts';
import { understand } from '#shared/domain/cell.ts';
import { observationOf } from '#shared/domain/observation.ts';
import type { Observation, RowCells } from '#shared/domain/observation.ts';

type Typed = {
  readonly numerator?: string;
  readonly denominator?: string;
  readonly value?: string;
  readonly status?: ObservationStatus | '';
  readonly note?: string;
};

/** A row as it was typed; the status is chính thức unless a test says otherwise. */
export function rowCells(typed: Typed): RowCells {
  const number = (text = ''): { value: CellValue; fault: CellFault | null } =>
    understand('number', text);
  return {
    numerator: number(typed.numerator),
    denominator: number(typed.denominator),
    value: number(typed.value),
    status: understand('status', typed.status ?? 'official'),
    note: understand('text', typed.note ?? ''),
  };
}

export function observation(typed: Typed): Observation {
  return observationOf(rowCells(typed));
}
