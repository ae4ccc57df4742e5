import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { refuse } from '#shared/kit/result.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';

import { durableFolder } from './durable-file.ts';

/** Writes the receipts of one import beside the bundles that they answer. */
export type ReceiptWriter = {
  /**
   * Begins to write the receipt of a bundle, while the import goes on. The bundle is in the store by
   * then; a failed write only says so.
   */
  readonly write: (bundleFile: string, receiptFile: string, receipt: Uint8Array) => void;
  /**
   * The verdicts with the names of their receipts, once these are durable. A receipt that is not
   * gives its verdict `receipt-not-written`, with the facts of why.
   */
  readonly answered: (verdicts: readonly Verdict[]) => Promise<Verdict[]>;
};

/** Receipts go into `path`; `report` is told of bugs in writing them. */
export function receiptWriter(path: string, report: (fault: unknown) => void): ReceiptWriter {
  const folder = durableFolder(path);
  const writing = new Map<string, Promise<Result<string>>>();
  return {
    write: (bundleFile, receiptFile, receipt) => {
      const name = folder.write(receiptFile, receipt).catch((fault: unknown) => {
        report(fault);
        return refuse('write-failed', { folder: path, file: receiptFile });
      });
      writing.set(bundleFile, name);
    },
    answered: async (verdicts) => {
      const names = new Map<string, Result<string>>();
      for (const [bundleFile, name] of writing) names.set(bundleFile, await name);
      if (names.size === 0) return [...verdicts];
      const confirmed = await folder.confirm();
      return verdicts.map((verdict) => {
        const name = names.get(verdict.fileName);
        if (name === undefined) return verdict;
        if (!name.ok) return notWritten(verdict, name.refusal);
        if (!confirmed.ok) return notWritten(verdict, confirmed.refusal);
        return { ...verdict, receiptFileName: name.value };
      });
    },
  };
}

function notWritten(verdict: Verdict, { facts }: Refusal): Verdict {
  return { ...verdict, refusal: { code: 'receipt-not-written', facts } };
}
