import { create } from 'zustand';

import type { CellChangeView, HistoryPage, HistorySpan } from '#shared/ipc/calls/history.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import { ok } from '#shared/kit/result.ts';
import { call } from '../client.ts';
import { onAccountChange } from './session-store.ts';
import { useSheet } from './sheet-store.ts';

/** What is looked for; a row is named so that the page can say which. */
type HistoryFilter = {
  readonly form: string | null;
  readonly row: { readonly code: string; readonly name: string } | null;
  readonly span: HistorySpan;
  readonly text: string;
};

type HistoryState = {
  readonly period: string | null;
  readonly filter: HistoryFilter;
  /** The changes read so far, newest first; null until the first page has come. */
  readonly changes: readonly CellChangeView[] | null;
  /** Where the next page begins; null when there is none. */
  readonly next: number | null;
  readonly isReading: boolean;
  readonly refusal: Refusal | null;
};

type HistoryStore = HistoryState & {
  /** Reads the history of a period; a filter stays as long as the period does. */
  readonly open: (period: string) => Promise<void>;
  /** Looks for one row only when the page is opened next. */
  readonly showRow: (period: string, form: string, row: HistoryFilter['row']) => void;
  /** Changes the filter; what was shown stays in sight until the answer comes. */
  readonly choose: (part: Partial<HistoryFilter>) => Promise<void>;
  /** Reads the page after those that were read. */
  readonly more: () => Promise<void>;
  /** Reads again as much as is shown: after something was recorded. */
  readonly again: () => Promise<void>;
};

export const everyChange: HistoryFilter = { form: null, row: null, span: 'all', text: '' };

const start: HistoryState = {
  period: null,
  filter: everyChange,
  changes: null,
  next: null,
  isReading: false,
  refusal: null,
};

export const useHistory = create<HistoryStore>()((set, get) => {
  /** Rises with every question: an answer that was overtaken is not shown. */
  let turn = 0;

  const ask = async (
    read: (
      page: (after: number | null) => Promise<Result<HistoryPage>>,
    ) => Promise<Result<HistoryPage>>,
  ) => {
    const { period, filter } = get();
    if (period === null) return;
    turn += 1;
    const asked = turn;
    set({ isReading: true });
    // What is still on its way to the disk is part of the history.
    await useSheet.getState().settle();
    const answer = await read((after) =>
      call('history.list', {
        period,
        form: filter.form,
        row: filter.row?.code ?? null,
        span: filter.span,
        text: filter.text.trim(),
        after,
      }),
    );
    if (turn !== asked) return;
    if (answer.ok) set({ ...answer.value, isReading: false, refusal: null });
    else set({ isReading: false, refusal: answer.refusal });
  };

  /** Reads from the newest change on, until there are so many or no more. */
  const readAtLeast = (count: number) =>
    ask(async (page) => {
      let read: HistoryPage = { changes: [], next: null };
      do {
        const answer = await page(read.next);
        if (!answer.ok) return answer;
        read = { changes: [...read.changes, ...answer.value.changes], next: answer.value.next };
      } while (read.changes.length < count && read.next !== null);
      return ok(read);
    });

  return {
    ...start,
    open: async (period) => {
      if (get().period !== period) {
        // Another period has other bundles, and may have other forms and rows.
        set({ ...start, period });
      }
      await readAtLeast(get().changes?.length ?? 1);
    },
    showRow: (period, form, row) => {
      set({ ...start, period, filter: { ...everyChange, form, row } });
    },
    choose: async (part) => {
      set({ filter: { ...get().filter, ...part } });
      await readAtLeast(1);
    },
    more: async () => {
      const { changes, next } = get();
      if (next === null) return;
      await ask(async (page) => {
        const answer = await page(next);
        if (!answer.ok) return answer;
        return ok({ ...answer.value, changes: [...(changes ?? []), ...answer.value.changes] });
      });
    },
    again: () => readAtLeast(get().changes?.length ?? 1),
  };
});

onAccountChange(() => {
  useHistory.setState(start);
});

/** Whether a filter leaves something out. */
export function isFiltering({ form, row, span, text }: HistoryFilter): boolean {
  return form !== null || row !== null || span !== 'all' || text.trim() !== '';
}
