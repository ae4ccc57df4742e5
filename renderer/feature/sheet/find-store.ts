import { create } from 'zustand';

type Find = {
  readonly isOpen: boolean;
  /** Rises each time that the search is asked for: the field takes the keyboard again. */
  readonly asked: number;
  readonly text: string;
  readonly show: () => void;
  readonly hide: () => void;
  readonly look: (text: string) => void;
};

/** The search in the open sheet; its text stays while the box is closed. */
export const useFind = create<Find>()((set, get) => ({
  isOpen: false,
  asked: 0,
  text: '',
  show: () => {
    set({ isOpen: true, asked: get().asked + 1 });
  },
  hide: () => {
    set({ isOpen: false });
  },
  look: (text) => {
    set({ text });
  },
}));
