import { create } from 'zustand';

import { onAccountChange } from './session-store.ts';

export type PassingNotice = {
  readonly id: number;
  readonly kind: 'success' | 'info' | 'warning';
  readonly text: string;
  /** What can be done about it while it stands there: taking it back. */
  readonly action: NoticeAction | null;
};

type NoticeAction = { readonly label: string; readonly run: () => void };

type NoticeStore = {
  readonly notices: readonly PassingNotice[];
  /** Says something in passing, such as what was just done; it leaves after some seconds. */
  readonly announce: (kind: PassingNotice['kind'], text: string, action?: NoticeAction) => void;
  readonly dismiss: (id: number) => void;
};

const SHOWN_MILLISECONDS = 6000;
/** Who may take something back has to read it, decide, and reach the button. */
const SHOWN_WITH_ACTION = 20_000;
let lastId = 0;

export const useNotices = create<NoticeStore>()((set, get) => ({
  notices: [],
  announce: (kind, text, action) => {
    lastId += 1;
    const id = lastId;
    set({ notices: [...get().notices, { id, kind, text, action: action ?? null }] });
    setTimeout(
      () => {
        get().dismiss(id);
      },
      action === undefined ? SHOWN_MILLISECONDS : SHOWN_WITH_ACTION,
    );
  },
  dismiss: (id) => {
    set({ notices: get().notices.filter((notice) => notice.id !== id) });
  },
}));

onAccountChange(() => {
  useNotices.setState({ notices: [] });
});
