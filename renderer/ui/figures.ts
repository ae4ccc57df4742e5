import { canonicalText, understand } from '#shared/domain/cell.ts';
import type { SheetRow } from '#shared/ipc/calls/sheet.ts';
import type { CellView, ColumnCode, ShownValue } from '#shared/ipc/shapes.ts';
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

/** A text that was typed but not saved yet, understood as the services will understand it. */
export function understoodCell(column: ColumnCode, typed: string): CellView {
  const { value, fault } = understand(kindOf(column), typed);
  return { typed, canonical: canonicalText(value), fault };
}

/**
 * What a recorded cell shows; a draft shows what was typed.
 * @param decimals at least so many digits stand after the point of a number.
 */
export function figureOfCell(column: ColumnCode, cell: CellView, text: Text, decimals = 0): Figure {
  if (cell.fault !== null) return { text: cell.typed, align: 'text', fault: cell.fault };
  if (column === 'note') return plain(cell.canonical);
  if (column === 'status') return plain(statusWord(cell.canonical, text));
  if (cell.canonical === '') return { text: '', align: 'number', fault: null };
  if (cell.canonical === NIL || cell.canonical === MISSING) return centred(cell.canonical);
  return number(cell.canonical, decimals, text);
}

/** What a computed or earlier value shows; nothing where there is none. */
export function figureOfValue(shown: ShownValue, decimals: number, text: Text): Figure {
  switch (shown.kind) {
    case 'nil':
      return centred(NIL);
    case 'missing':
      return centred(MISSING);
    case 'number':
      return number(shown.number ?? '0', decimals, text);
    case 'empty':
      return { text: '', align: 'number', fault: null };
  }
}

/** A target of the province with its comparison: `≥ 6,2`. */
export function targetText(target: NonNullable<SheetRow['provinceTarget']>, text: Text): string {
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

function kindOf(column: ColumnCode): 'number' | 'status' | 'text' {
  switch (column) {
    case 'note':
      return 'text';
    case 'status':
      return 'status';
    default:
      return 'number';
  }
}

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
