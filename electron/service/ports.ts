import type { Result } from '#shared/kit/result.ts';

/** What a document needs to become paper: its HTML and the page it is laid out for. */
export type PrintJob = {
  readonly html: string;
  readonly paper: 'A4-landscape' | 'A4-portrait';
  readonly title: string;
};

/**
 * What services need of the host that runs them and cannot do in plain Node. The window's shell, the
 * command line and the tests each bring their own.
 */
export type Ports = {
  /** Asks the person for a folder or file; the absolute path, or null when they left. */
  readonly pickFolder: () => Promise<string | null>;
  readonly pickFile: (extensions: readonly string[]) => Promise<string | null>;
  /** Shows a document in the window; gives the address at which it can be looked at. */
  readonly showDocument: (job: PrintJob) => Promise<string>;
  readonly makePdf: (job: PrintJob) => Promise<Result<Uint8Array>>;
  readonly print: (job: PrintJob) => Promise<Result<null>>;
};

/** Ports of a host without a window or a printer: whatever is asked of them is refused or null. */
export const noPorts: Ports = {
  pickFolder: () => Promise.resolve(null),
  pickFile: () => Promise.resolve(null),
  showDocument: () => Promise.resolve('app://print/00000000000000000000000000000000'),
  makePdf: () =>
    Promise.resolve({ ok: false, refusal: { code: 'printing-unavailable', facts: {} } }),
  print: () => Promise.resolve({ ok: false, refusal: { code: 'printing-unavailable', facts: {} } }),
};
