import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { ImportEnd } from '#shared/ipc/calls/inbox.ts';

import { isDiskFault } from '../storage/disk-fault.ts';
import { write } from '../storage/handle.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { insertImportEnd, insertImportFile, insertImportRun } from '../storage/import-register.ts';
import { accountOf, storeOf } from './office.ts';
import type { Office } from './office.ts';

/** Verdicts of files that changed nothing wait for company: each transaction waits for the disk. */
const filesTogether = 50;

/** One import in the register, while it goes on. */
export type RegisteredRun = {
  readonly run: number;
  /** Enters a file in the transaction that stores its report. */
  readonly addWithin: (handle: WriteHandle, verdict: Verdict) => void;
  /** Enters a file, soon, unless it was entered with its report. */
  readonly add: (verdict: Verdict) => void;
  readonly end: (how: ImportEnd, receipts: number) => void;
};

/**
 * Begins an import in the register. A report and its line there are stored together or not at all;
 * the lines of files that changed nothing follow within fifty files. A disk that is full stops no
 * import for the register's sake: the lines are tried again with the next ones.
 */
export function beginRegister(
  office: Office,
  { source, files }: { readonly source: string; readonly files: number },
): RegisteredRun {
  const store = storeOf(office);
  const { displayName: begunBy } = accountOf(office);
  const begunAt = office.clock.now();
  const run = write(store, (handle) =>
    insertImportRun(handle, { source, files, begunBy, begunAt }),
  );
  let position = 0;
  let waiting: readonly Verdict[] = [];
  let within: { readonly fileName: string; readonly lines: number } | null = null;

  const enter = (handle: WriteHandle, verdicts: readonly Verdict[]): void => {
    verdicts.forEach((verdict, at) => {
      insertImportFile(handle, run, position + at + 1, verdict);
    });
  };
  const flush = (): void => {
    if (waiting.length === 0) return;
    write(store, (handle) => {
      enter(handle, waiting);
    });
    position += waiting.length;
    waiting = [];
  };
  const unlessFull = (work: () => void): void => {
    try {
      work();
    } catch (fault) {
      if (!isDiskFault(fault)) throw fault;
    }
  };
  return {
    run,
    addWithin: (handle, verdict) => {
      const lines = [...waiting, verdict];
      enter(handle, lines);
      within = { fileName: verdict.fileName, lines: lines.length };
    },
    add: (verdict) => {
      const stored = within?.fileName === verdict.fileName && verdict.outcome === 'accepted';
      if (stored && within !== null) {
        position += within.lines;
        waiting = [];
      } else {
        waiting = [...waiting, verdict];
      }
      within = null;
      if (waiting.length >= filesTogether) unlessFull(flush);
    },
    end: (how, receipts) => {
      unlessFull(() => {
        flush();
        const endedAt = office.clock.now();
        write(store, (handle) => {
          insertImportEnd(handle, run, { how, receipts, endedAt });
        });
      });
    },
  };
}
