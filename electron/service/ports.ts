import type { Result } from '#shared/kit/result.ts';

/** What a document needs to become paper: its HTML and the page it is laid out for. */
export type PrintJob = {
  readonly html: string;
  readonly paper: 'A4-landscape' | 'A4-portrait';
  readonly title: string;
};

export type Printed = { readonly isPrinted: boolean };

/**
 * The system's own storage of keys, bound to this computer and its user (DPAPI on Windows). It guards
 * texts that are ciphertext already and is never the only way to one: it dies with the user's profile.
 */
export type SafeStorage = {
  readonly isAvailable: () => Promise<boolean>;
  /** The text as only this computer and user open it again; null when the system does not do it. */
  readonly protect: (text: string) => Promise<string | null>;
  /** What was protected here; null when it was elsewhere. An older key of the system asks for renewal. */
  readonly open: (
    protectedText: string,
  ) => Promise<{ readonly text: string; readonly shouldRenew: boolean } | null>;
};

/**
 * What services need of the host that runs them and cannot do in plain Node. The window's shell, the
 * command line and the tests each bring their own.
 */
export type Ports = {
  /** Asks the person for a folder or file; the absolute path, or null when they left. */
  readonly pickFolder: () => Promise<string | null>;
  readonly pickFile: (extensions: readonly string[]) => Promise<string | null>;
  /** Asks for one file or several at once; the absolute paths, none when the person left. */
  readonly pickFiles: (extensions: readonly string[]) => Promise<readonly string[]>;
  /** Shows a document in the window; gives the address at which it can be looked at. */
  readonly showDocument: (job: PrintJob) => Promise<string>;
  readonly makePdf: (job: PrintJob) => Promise<Result<Uint8Array>>;
  /** Opens the system's print dialog; `isPrinted` is false when the person left it. */
  readonly print: (job: PrintJob) => Promise<Result<Printed>>;
  readonly safeStorage: SafeStorage;
};

/** Where the system keeps no keys for us: plain Node, a Linux without a key store, a virtual screen. */
export const noSafeStorage: SafeStorage = {
  isAvailable: () => Promise.resolve(false),
  protect: () => Promise.resolve(null),
  open: () => Promise.resolve(null),
};

/** Ports of a host without a window or a printer: whatever is asked of them is refused or null. */
export const noPorts: Ports = {
  pickFolder: () => Promise.resolve(null),
  pickFile: () => Promise.resolve(null),
  pickFiles: () => Promise.resolve([]),
  showDocument: () => Promise.resolve('app://print/00000000000000000000000000000000'),
  makePdf: () =>
    Promise.resolve({ ok: false, refusal: { code: 'printing-unavailable', facts: {} } }),
  print: () => Promise.resolve({ ok: false, refusal: { code: 'printing-unavailable', facts: {} } }),
  safeStorage: noSafeStorage,
};
