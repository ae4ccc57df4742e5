import type {
  ExcelPreviewCell,
  ExcelPreviewColumn,
  ExcelPreviewRow,
} from '#shared/ipc/calls/excel.ts';
import { isDecimal } from '#shared/domain/decimal.ts';
import type { MessageKey } from '#shared/text/translate.ts';
import type { Text } from '../../ui/text.ts';

/** A column of the form with what it stands under and counts in: `Hộ nghèo – Tử số (hộ)`. */
export function columnWords({ header, group, unit }: ExcelPreviewColumn): string {
  const whole = group === null ? header : `${group} – ${header}`;
  return unit === null || unit === '' ? whole : `${whole} (${unit})`;
}

/** A row of the form by its number and name. */
export function rowWords({ ordinal, name }: Pick<ExcelPreviewRow, 'ordinal' | 'name'>): string {
  return [ordinal, name].filter((part) => part !== '').join(' – ');
}

/** A canonical text as people read it: `1.234,5`, "Ước tính", `22/8/2022`. */
export function valueWords(
  column: ExcelPreviewColumn | undefined,
  canonical: string,
  { t, formatDecimal, formatDay }: Text,
): string {
  if (canonical === '') return t('takenOver.empty');
  if (column?.kind === 'number' && isDecimal(canonical)) return formatDecimal(canonical);
  if (column?.kind === 'day') return formatDay(canonical);
  return column?.choices?.find(({ code }) => code === canonical)?.label ?? canonical;
}

/** All that is worth saying about a cell besides its value, in the order of its weight. */
export function noteWords(cell: ExcelPreviewCell, { t }: Text): readonly string[] {
  const { reason, isAssumed, legacy } = cell;
  const notes: string[] = [];
  if (reason !== null) notes.push(t(`excel.reasons.${reason}` as MessageKey)); // the services give no other
  if (isAssumed && reason === null) notes.push(t('excel.preview.assumed'));
  if (legacy !== null) {
    const encoding = t(`excel.match.encodings.${legacy.encoding}`);
    notes.push(t('excel.preview.converted', { encoding, before: legacy.before }));
  }
  return notes;
}
