import { create } from 'zustand';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/kit/result.ts';
import { call } from '../client.ts';
import { onAccountChange } from './session-store.ts';

export type InboxPlace = NonNullable<CallOutput<'place.pickFolder'>>;
type Preview = CallOutput<'inbox.preview'>;
type Taken = CallOutput<'inbox.takeIn'>;

/** What was last looked at or taken in. */
export type InboxResult =
  | ({
      readonly kind: 'preview';
      readonly place: InboxPlace;
      /** Whether taking in was refused: the list is still there to be read. */
      readonly isOver: boolean;
    } & Preview)
  | ({ readonly kind: 'taken'; readonly place: InboxPlace } & Taken);

type InboxStore = {
  /** Stays while other pages are open: the import goes on meanwhile. */
  readonly result: InboxResult | null;
  readonly preview: (place: InboxPlace, password: string) => Promise<Result<Preview>>;
  /** Takes in what was looked at. */
  readonly takeIn: (place: InboxPlace, reading: string) => Promise<Result<Taken>>;
  /** Forgets the result; a reading that waits loses its keys. */
  readonly discard: () => void;
};

export const useInbox = create<InboxStore>()((set, get) => ({
  result: null,
  preview: async (place, password) => {
    set({ result: null });
    const looked = await call('inbox.preview', { place: place.handle, password });
    if (looked.ok) set({ result: { kind: 'preview', place, isOver: false, ...looked.value } });
    return looked;
  },
  takeIn: async (place, reading) => {
    const { result: before } = get();
    set({ result: null });
    const taken = await call('inbox.takeIn', { reading });
    if (taken.ok) set({ result: { kind: 'taken', place, ...taken.value } });
    else if (before?.kind === 'preview') {
      set({ result: { ...before, reading: null, isOver: true } });
    }
    return taken;
  },
  discard: () => {
    const { result } = get();
    if (result?.kind === 'preview' && result.reading !== null) void call('inbox.cancel', {});
    set({ result: null });
  },
}));

onAccountChange(() => {
  useInbox.setState({ result: null });
});
