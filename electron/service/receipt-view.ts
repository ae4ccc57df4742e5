import type { PeriodCode } from '#shared/domain/period.ts';
import type { SentBundle } from '#shared/ipc/calls/exchange.ts';

import type { TakenReceipt } from '../storage/taken-receipts.ts';
import type { Office } from './office.ts';
import { sheetNames } from './sheet-names.ts';

/** A province's answer as a window shows it: its remarks by the names of rows and columns. */
export function viewReceipt(
  office: Office,
  period: PeriodCode,
  { outcome, code, note, answeredAt, answeredBy, isShort, remarks }: TakenReceipt,
): NonNullable<SentBundle['receipt']> {
  const namesOf = sheetNames(office, period);
  return {
    outcome,
    code,
    note,
    at: answeredAt,
    answeredBy,
    isShort,
    remarks: remarks.map((remark) => {
      const names = namesOf(remark.form);
      const { column } = remark;
      return {
        ...remark,
        formName: names.form,
        rowName: names.rowName(remark.row),
        columnName: column === null ? null : names.columnName(column),
        placeColumn: column === null ? null : names.placeColumn(column),
      };
    }),
  };
}
