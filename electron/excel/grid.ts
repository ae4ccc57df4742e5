/** A sheet of figures to be looked at: what stands in each cell, and how it should look. */
export type GridLook = 'title' | 'line' | 'head' | 'group' | 'centre' | 'text' | 'number';

export type GridCell =
  | { readonly kind: 'empty'; readonly look: GridLook }
  | { readonly kind: 'text'; readonly text: string; readonly look: GridLook }
  | {
      readonly kind: 'number';
      /** A canonical decimal. */
      readonly number: string;
      /** Digits after the point that are shown; null for as many as there are. */
      readonly decimals: number | null;
      /** Whether a plus stands before what is above zero. */
      readonly isSigned: boolean;
      readonly look: GridLook;
    };

export type Grid = {
  readonly name: string;
  /** Widths in characters. */
  readonly widths: readonly number[];
  /** How many rows and columns stay in sight; the last of those rows are the heading. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** The first of the rows that are repeated on each printed page, counted from 0. */
  readonly headFrom: number;
  readonly rows: readonly (readonly GridCell[])[];
  /** Counted from 0, ends included. */
  readonly merges: readonly {
    readonly top: number;
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
  }[];
};

/** A text, or an empty cell for none. */
export function textCell(text: string, look: GridLook): GridCell {
  return text === '' ? { kind: 'empty', look } : { kind: 'text', text, look };
}
