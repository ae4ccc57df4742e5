import { create } from 'zustand';

import { onAccountChange } from './session-store.ts';

export type PassingNotice = {
  readonly id: number;
  readonly kind: 'success' | 'info' | 'warning';
  readonly text: string;
};

type NoticeStore = {
  readonly notices: readonly PassingNotice[];
  /** Says something in passing, such as what was just done; it leaves after some seconds. */
  readonly announce: (kind: PassingNotice['kind'], text: string) => void;
  readonly dismiss: (id: number) => void;
};

const SHOWN_MILLISECONDS = 6000;
let lastId = 0;

export const useNotices = create<NoticeStore>()((set, get) => ({
  notices: [],
  announce: (kind, text) => {
    lastId += 1;
    const id = lastId;
    set({ notices: [...get().notices, { id, kind, text }] });
    setTimeout(() => {
      get().dismiss(id);
    }, SHOWN_MILLISECONDS);
  },
  dismiss: (id) => {
    set({ notices: get().notices.filter((notice) => notice.id !== id) });
  },
}));

onAccountChange(() => {
  useNotices.setState({ notices: [] });
});
