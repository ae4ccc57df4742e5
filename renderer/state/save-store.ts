import { create } from 'zustand';

import type { Refusal } from '#shared/kit/result.ts';

/**
 * What the saved mark says of figures, which is always true: `saved` only when every typed cell was
 * committed to the disk, `at` being the instant of the last commit of figures in this window, typed or
 * taken over from a file (null while there was none). It says nothing of locks, answers and other acts.
 */
export type SaveMark =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly refusal: Refusal; readonly count: number };

export const useSaveMark = create<{ readonly mark: SaveMark }>()(() => ({
  mark: { kind: 'saved', at: null },
}));

/** Figures were committed by something else than typing; what still waits or failed stays said. */
export function figuresSaved(at: string): void {
  useSaveMark.setState(({ mark }) => ({
    mark: mark.kind === 'saved' ? { kind: 'saved', at } : mark,
  }));
}
