import { create } from 'zustand';

type Find = {
  readonly isOpen: boolean;
  readonly text: string;
  readonly show: () => void;
  readonly hide: () => void;
  readonly look: (text: string) => void;
};

/** The search in the open sheet; its text stays while the box is closed. */
export const useFind = create<Find>()((set) => ({
  isOpen: false,
  text: '',
  show: () => {
    set({ isOpen: true });
  },
  hide: () => {
    set({ isOpen: false });
  },
  look: (text) => {
    set({ text });
  },
}));
