import { create } from 'zustand';

import { ambiguitiesOf, resolveAmbiguities } from '#shared/domain/pasted-numbers.ts';
import type { Ambiguity, AmbiguityChoice } from '#shared/domain/pasted-numbers.ts';
import type { SheetColumn } from '#shared/catalogue/sheets/sheet.ts';
import { onAccountChange } from './session-store.ts';
import type { TypedCell } from './sheet-store.ts';

/** Cells that were pasted and wait for an answer: how the numbers among them are to be read. */
export type PasteQuestion = {
  /** The sheet that the cells were pasted into; the answer is for no other. */
  readonly period: string;
  readonly form: string;
  readonly cells: readonly TypedCell[];
  readonly skipped: number;
  readonly ambiguities: readonly Ambiguity[];
};

export const usePasteQuestion = create<{ readonly question: PasteQuestion | null }>()(() => ({
  question: null,
}));

onAccountChange(() => {
  usePasteQuestion.setState({ question: null });
});

/**
 * What of a pasted block has to be asked, once for all its cells. Where another number of the block
 * shows the habit of who wrote it, that decides and nothing is asked.
 */
export function readPaste(
  cells: readonly TypedCell[],
  columns: readonly SheetColumn[],
): { readonly cells: readonly TypedCell[]; readonly toAsk: readonly Ambiguity[] } {
  const ambiguities = ambiguitiesOf(numbersOf(cells, columns));
  const decided = Object.fromEntries(
    ambiguities
      .filter(({ evidence }) => evidence !== null)
      .map(({ shape, suggested }) => [shape, suggested]),
  );
  return {
    cells: resolvePaste(cells, columns, decided),
    toAsk: ambiguities.filter(({ evidence }) => evidence === null),
  };
}

/** The cells with their ambiguous numbers written in the answered sense. */
export function resolvePaste(
  cells: readonly TypedCell[],
  columns: readonly SheetColumn[],
  choice: AmbiguityChoice,
): readonly TypedCell[] {
  const isNumber = numberColumns(columns);
  return cells.map((cell) => {
    if (!isNumber.has(cell.column)) return cell;
    const [typed = cell.typed] = resolveAmbiguities([cell.typed], choice);
    return { ...cell, typed };
  });
}

function numbersOf(
  cells: readonly TypedCell[],
  columns: readonly SheetColumn[],
): readonly string[] {
  const isNumber = numberColumns(columns);
  return cells.filter(({ column }) => isNumber.has(column)).map(({ typed }) => typed);
}

/** What is recorded as a number: number columns, and results that are typed as such. */
function numberColumns(columns: readonly SheetColumn[]): ReadonlySet<string> {
  return new Set(
    columns.flatMap(({ kind, records }) =>
      records !== null && (kind === 'number' || kind === 'computed') ? [records] : [],
    ),
  );
}
