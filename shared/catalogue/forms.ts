import type { ColumnKind } from '#shared/domain/cell.ts';
import type { Bilingual, Indicator } from '#shared/domain/indicator.ts';
import { columnsFor } from '#shared/domain/observation.ts';
import type { ObservationColumn } from '#shared/domain/observation.ts';
import type { Catalogue, IndicatorGroup } from './catalogue.ts';

export type FormColumn = {
  readonly code: ObservationColumn;
  readonly kind: ColumnKind;
  readonly name: Bilingual;
};

/** A form: what a unit fills for a period. Its rows come from the catalogue. */
export type Form = {
  readonly code: string;
  readonly version: number;
  readonly screenName: Bilingual;
  readonly printName: Bilingual;
  readonly title: Bilingual;
  readonly columns: readonly FormColumn[];
};

export type FormRow = {
  readonly indicator: Indicator;
  /** The columns that this row takes, in the form's order. */
  readonly columns: readonly ObservationColumn[];
};

export type FormRowGroup = { readonly group: IndicatorGroup; readonly rows: readonly FormRow[] };

/** Biểu 01: the results of the plan's indicators, one row each. */
export const bieu01: Form = {
  code: 'B01',
  version: 1,
  screenName: { vi: 'Biểu 01', en: 'Form 01' },
  printName: { vi: 'Biểu số 01', en: 'Form No. 01' },
  title: { vi: 'Kết quả thực hiện các chỉ tiêu', en: 'Results of the indicators' },
  columns: [
    { code: 'numerator', kind: 'number', name: { vi: 'Tử số', en: 'Numerator' } },
    { code: 'denominator', kind: 'number', name: { vi: 'Mẫu số', en: 'Denominator' } },
    { code: 'value', kind: 'number', name: { vi: 'Giá trị', en: 'Value' } },
    { code: 'status', kind: 'status', name: { vi: 'Tình trạng số liệu', en: 'Status' } },
    { code: 'note', kind: 'text', name: { vi: 'Ghi chú', en: 'Note' } },
  ],
};

/** Every form of the program, in the order in which they are shown. */
export const forms: readonly Form[] = [bieu01];

/**
 * The rows of a form in the catalogue's order, grouped by indicator group (D60); groups without a row
 * are left out.
 */
export function rowsOf(form: Form, catalogue: Catalogue): readonly FormRowGroup[] {
  return catalogue.indicatorGroups
    .map((group) => ({
      group,
      rows: catalogue.indicators
        .filter((indicator) => indicator.group === group.code)
        .map((indicator) => {
          const own = columnsFor(indicator);
          const columns = form.columns.map(({ code }) => code).filter((code) => own.includes(code));
          return { indicator, columns };
        }),
    }))
    .filter(({ rows }) => rows.length > 0);
}
