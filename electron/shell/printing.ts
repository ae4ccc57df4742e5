import { randomBytes } from 'node:crypto';

import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { BrowserWindow } from 'electron';

import type { PrintJob, Printed } from '../service/ports.ts';
import { printOrigin } from './app-protocol.ts';

const keptDocuments = 4;

/** Documents that wait to be looked at or printed, by one-time names; the oldest are forgotten. */
export type Documents = {
  readonly pages: ReadonlyMap<string, string>;
  /** Keeps a document and gives the address of its page. */
  readonly keep: (job: PrintJob) => string;
  readonly forget: (address: string) => void;
};

export function createDocuments(): Documents {
  const pages = new Map<string, string>();
  return {
    pages,
    keep: (job) => {
      const name = randomBytes(16).toString('hex');
      pages.set(name, job.html);
      for (const old of [...pages.keys()].slice(0, -keptDocuments)) pages.delete(old);
      return `${printOrigin}/${name}`;
    },
    forget: (address) => {
      pages.delete(address.slice(printOrigin.length + 1));
    },
  };
}

/** A document as PDF, from the very page that the screen shows. Refuses `printing-failed` {reason}. */
export function makePdf(documents: Documents, job: PrintJob): Promise<Result<Uint8Array>> {
  return inHiddenWindow(documents, job, async (window) =>
    ok(
      new Uint8Array(
        await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
      ),
    ),
  );
}

/** Opens the system's print dialog for a document. Leaving the dialog is no failure. */
export function print(documents: Documents, job: PrintJob): Promise<Result<Printed>> {
  return inHiddenWindow(
    documents,
    job,
    (window) =>
      new Promise((resolve) => {
        window.webContents.print(
          {
            silent: false,
            landscape: job.paper === 'A4-landscape',
            pageSize: 'A4',
            margins: { marginType: 'none' },
          },
          (isPrinted, reason) => {
            const wasLeft = reason === 'cancelled' || reason === 'Print job canceled';
            resolve(
              isPrinted || wasLeft ? ok({ isPrinted }) : refuse('printing-failed', { reason }),
            );
          },
        );
      }),
  );
}

const loadEveryFont =
  'Promise.allSettled([...document.fonts].map((face) => face.load())).then(() => null)';

async function inHiddenWindow<T>(
  documents: Documents,
  job: PrintJob,
  work: (window: BrowserWindow) => Promise<Result<T>>,
): Promise<Result<T>> {
  const window = new BrowserWindow({
    show: false,
    title: job.title,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  const address = documents.keep(job);
  try {
    await window.loadURL(address);
    // A hidden page is not painted, so nothing else would ask for its fonts. The page's own policy
    // lets no script of the document run; this one is ours.
    await window.webContents.executeJavaScript(loadEveryFont);
    return await work(window);
  } catch (fault) {
    return refuse('printing-failed', {
      reason: fault instanceof Error ? fault.message : 'unknown',
    });
  } finally {
    documents.forget(address);
    window.destroy();
  }
}
