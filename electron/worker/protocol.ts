import type { Reply } from '#shared/ipc/router.ts';

/**
 * What the shell (main process) and the worker (utility process) tell each other. The shell passes
 * calls of windows on and does for the worker what only the main process can: dialogs, printing, the
 * system's safe storage.
 */
export type ToWorker =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'port-reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'close' };

export type FromWorker =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | {
      readonly kind: 'port';
      readonly id: number;
      readonly port: PortName;
      readonly argument: unknown;
    }
  | { readonly kind: 'fault'; readonly call: string; readonly stack: string }
  | { readonly kind: 'closed' };

export type PortName =
  | 'pickFolder'
  | 'pickFile'
  | 'pickFiles'
  | 'showDocument'
  | 'makePdf'
  | 'print'
  | 'hasSafeStorage'
  | 'protect'
  | 'openProtected';

/** How the worker is started: the data folder, the program's version, and a sample clock if any. */
export type WorkerSettings = {
  readonly dataFolder: string;
  readonly version: string;
  readonly now: string | null;
};
