import { create } from 'zustand';

import type { Refusal } from '#shared/kit/result.ts';

/**
 * What the saved mark says, which is always true: `saved` only when every typed cell was committed
 * to the disk, `at` being the instant of the last commit (null when nothing was ever typed).
 */
export type SaveMark =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly refusal: Refusal; readonly count: number };

export const useSaveMark = create<{ readonly mark: SaveMark }>()(() => ({
  mark: { kind: 'saved', at: null },
}));
