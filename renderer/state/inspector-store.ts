import { create } from 'zustand';

type InspectorStore = {
  readonly isShown: boolean;
  readonly toggle: () => void;
  readonly show: () => void;
};

/** Whether the frame beside the grid is shown; it stays as somebody left it. */
export const useInspector = create<InspectorStore>()((set) => ({
  isShown: true,
  toggle: () => {
    set(({ isShown }) => ({ isShown: !isShown }));
  },
  show: () => {
    set({ isShown: true });
  },
}));
