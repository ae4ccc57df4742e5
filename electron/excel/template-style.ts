import type { Alignment, Border, Borders, Fill, Font, Style } from 'exceljs';

import type { TableColumn } from './table.ts';

type CellStyle = Partial<Style>;

const NAME = 'Times New Roman';
const text: Partial<Font> = { name: NAME, size: 12 };
const line: Partial<Border> = { style: 'thin', color: { argb: 'FF7F7F7F' } };
const frame: Partial<Borders> = { top: line, left: line, bottom: line, right: line };
const shade = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } });
/** Light enough to print white. */
const openShade = shade('FFFFFBE6');
const headShade = shade('FFE7E6E6');
const centre: Partial<Alignment> = { horizontal: 'center', vertical: 'middle', wrapText: true };
const left: Partial<Alignment> = { horizontal: 'left', vertical: 'middle', wrapText: true };

export const titleStyle: CellStyle = { font: { ...text, size: 14, bold: true } };
export const lineStyle: CellStyle = { font: text };
export const guidanceStyle: CellStyle = { font: { ...text, size: 11, italic: true } };
export const headStyle: CellStyle = {
  font: { ...text, bold: true },
  alignment: centre,
  fill: headShade,
  border: frame,
};
export const groupStyle: CellStyle = {
  font: { ...text, bold: true },
  alignment: left,
  border: frame,
};
export const ordinalStyle: CellStyle = { font: text, alignment: centre, border: frame };
export const nameStyle: CellStyle = { font: text, alignment: left, border: frame };

/** Shows every digit; a whole number keeps a bare decimal sign, which `wholeFormat` takes away. */
const fractionFormat = '#,##0.##########';
/** For cells that hold a whole number, by conditional formatting. */
export const wholeFormat = '#,##0';
const DAY_FORMAT = 'dd/mm/yyyy';

const kindStyles: Readonly<Record<TableColumn['kind'], CellStyle>> = {
  number: { alignment: { horizontal: 'right', vertical: 'middle' } },
  status: { alignment: centre },
  choice: { alignment: left },
  day: { alignment: centre, numFmt: DAY_FORMAT },
  text: { alignment: left },
};

/**
 * The style of a cell of the table; the same cells share one object, which the library stores once.
 * Percentages keep the general format: a `6,2%` typed there is then told apart from `0,062`.
 */
export function valueStyle(
  kind: TableColumn['kind'],
  isOpen: boolean,
  isPercentage: boolean,
): CellStyle {
  const key = `${kind} ${String(isOpen)} ${String(isPercentage)}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const style: CellStyle = {
    font: text,
    border: frame,
    ...kindStyles[kind],
    ...(kind === 'number' && !isPercentage ? { numFmt: fractionFormat } : {}),
    // So that `- Khó khăn` and `1/2` stay what was typed.
    ...(kind === 'text' && isOpen ? { numFmt: '@' } : {}),
    ...(isOpen ? { fill: openShade, protection: { locked: false } } : {}),
  };
  made.set(key, style);
  return style;
}

const made = new Map<string, CellStyle>();

const widths: Readonly<Record<TableColumn['kind'], number>> = {
  number: 15,
  status: 16,
  choice: 24,
  day: 14,
  text: 40,
};

/** How wide the columns before the table's own are, in characters. */
export const leadingWidths = { ordinal: 6, name: 48, unit: 15 } as const;

/** How wide a column of the table is, in characters. */
export function columnWidth(kind: TableColumn['kind']): number {
  return widths[kind];
}
