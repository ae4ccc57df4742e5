import { contextBridge, ipcRenderer } from 'electron';

// The channel's name stands here a second time because a sandboxed preload cannot load the contract;
// a test holds the two together.
const channel = 'so-chi-tieu:call';

contextBridge.exposeInMainWorld(
  'soChiTieu',
  Object.freeze({
    call: (name: string, input: unknown): Promise<unknown> =>
      ipcRenderer.invoke(channel, name, input),
  }),
);
