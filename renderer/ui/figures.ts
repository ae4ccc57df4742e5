import type { RowTarget, SheetCell, SheetColumn, Shown } from '#shared/catalogue/sheets/sheet.ts';
import { isDraft } from '#shared/catalogue/sheets/cells.ts';
import { parseDay } from '#shared/kit/clock.ts';
import { formatDay } from '#shared/text/format-date.ts';
import type { Text } from './text.ts';

/** A cell as it is shown: its words, and where they stand. */
export type Figure = {
  readonly text: string;
  readonly align: 'number' | 'centred' | 'text';
  /** Why it is only a draft; null when it was understood or is empty. */
  readonly fault: string | null;
};

const NIL = '-';
const MISSING = '...';
/** The unit of columns that hold years. */
const YEAR = 'năm';

/**
 * What a recorded cell shows; a draft shows what was typed.
 * @param decimals at least so many digits stand after the point of a number.
 */
export function figureOfCell(
  column: Pick<SheetColumn, 'kind' | 'choices'> & Partial<Pick<SheetColumn, 'unit'>>,
  cell: SheetCell,
  text: Text,
  decimals = 0,
): Figure {
  if (isDraft(cell)) return { text: cell.typed, align: 'text', fault: cell.fault };
  const { canonical } = cell;
  switch (column.kind) {
    case 'text':
      return plain(canonical);
    case 'status':
      return plain(statusWord(canonical, text));
    case 'choice':
      return plain(column.choices?.find(({ code }) => code === canonical)?.name ?? canonical);
    case 'day': {
      const day = parseDay(canonical);
      return centred(day === null ? canonical : formatDay(day));
    }
    default:
      if (canonical === '') return { text: '', align: 'number', fault: null };
      if (canonical === NIL || canonical === MISSING) return centred(canonical);
      // Nobody writes the year 2.022.
      if (column.unit === YEAR) return { text: canonical, align: 'number', fault: null };
      return number(canonical, decimals, text);
  }
}

/** What a computed or earlier value shows; nothing where there is none. */
export function figureOfValue(shown: Shown, decimals: number, text: Text): Figure {
  switch (shown.kind) {
    case 'nil':
      return centred(NIL);
    case 'missing':
      return centred(MISSING);
    case 'number':
      return number(shown.number, decimals, text);
    case 'text':
      return { text: shown.text, align: 'number', fault: null };
    case 'empty':
      return { text: '', align: 'number', fault: null };
  }
}

/** A target of the province with its comparison: `≥ 6,2`. */
export function targetText(target: RowTarget, text: Text): string {
  const value = text.formatDecimal(target.value);
  const sign = comparisonSigns[target.comparison];
  return sign === undefined ? value : `${sign} ${value}`;
}

/** A figure with its unit as sentences write it: percent without a blank, other units after one. */
export function withUnit(figure: string, unitOfMeasure: string): string {
  if (/^%(?: |$)/.test(unitOfMeasure)) return `${figure}%`;
  return unitOfMeasure.startsWith('%') ? figure + unitOfMeasure : `${figure} ${unitOfMeasure}`;
}

/** A status in words; any other text as it is. */
export function statusWord(canonical: string, { t }: Text): string {
  switch (canonical) {
    case 'estimated':
    case 'provisional':
    case 'official':
      return t(`terms.statuses.${canonical}`);
    default:
      return canonical;
  }
}

const comparisonSigns: Readonly<Record<string, string>> = {
  '>=': '≥',
  '<=': '≤',
  '>': '>',
  '<': '<',
};

function number(value: string, decimals: number, { formatDecimal }: Text): Figure {
  const own = value.split('.')[1]?.length ?? 0;
  return { text: formatDecimal(value, Math.max(own, decimals)), align: 'number', fault: null };
}

function centred(text: string): Figure {
  return { text, align: 'centred', fault: null };
}

function plain(text: string): Figure {
  return { text, align: 'text', fault: null };
}
