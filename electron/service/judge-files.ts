import { setImmediate } from 'node:timers/promises';

import type { AgeOpener } from '#shared/bundle/age-envelope.ts';
import type { HostCrypto } from '#shared/bundle/host-crypto.ts';
import { openBundle } from '#shared/bundle/open.ts';
import type { OpenedBundle } from '#shared/bundle/open.ts';
import type { FindSenderKey } from '#shared/bundle/signing-key.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { Result } from '#shared/kit/result.ts';

import { isDiskFault } from '../storage/disk-fault.ts';
import { storePath } from '../storage/store-file.ts';
import { bareVerdict } from './exchange-folder.ts';
import type { ExchangeFile } from './exchange-folder.ts';
import { identityOf } from './office.ts';
import type { Office } from './office.ts';

/** How far opening runs ahead of judging. A file beyond the bytes is opened when its turn comes. */
const filesAhead = 4;
const bytesAhead = 8 * 1024 * 1024;

export type Opened = Result<OpenedBundle>;

export type Judgement = {
  readonly call: 'bundle.receive' | 'inbox.preview' | 'inbox.takeIn' | 'receipt.import';
  readonly opener: AgeOpener;
  readonly host: HostCrypto;
  readonly findSenderKey: FindSenderKey;
  /** Whether a file that was read is to be opened at all; the others are judged by `skip`. */
  readonly isForHere: (file: ExchangeFile) => boolean;
  readonly skip: (file: ExchangeFile) => Verdict;
  readonly judge: (file: ExchangeFile, opened: Opened) => Promise<Verdict>;
  /** Is told of faults (bugs), as the router's is. */
  readonly report: (fault: unknown) => void;
  readonly watch?: Watch;
};

/** Whoever looks on while files are judged. */
export type Watch = {
  /** Before a file is judged; false ends the work there, and what was judged stays. */
  readonly mayBegin: (fileName: string) => boolean;
  /** What is still to be said or done about a file that was judged; gives its verdict. */
  readonly settle: (file: ExchangeFile, verdict: Verdict) => Verdict | Promise<Verdict>;
};

/**
 * One verdict for each file, in order. Opening changes nothing, so the next few files are opened while
 * one is judged; judging is strictly one after the other. A file that cannot be read is refused, a
 * file that is no bundle skipped. What throws ends its own file only: `internal-fault` {call} and a
 * report for a bug, `store-unwritable` {file} for a disk.
 */
export async function judgeFiles(
  office: Office,
  files: Iterable<ExchangeFile>,
  judgement: Judgement,
): Promise<readonly Verdict[]> {
  const { unit } = identityOf(office);
  const { opener, host, findSenderKey, isForHere, skip, judge } = judgement;
  const open = async (file: ExchangeFile): Promise<Opened | null> => {
    if (!file.bytes.ok || !isForHere(file)) return null;
    return openBundle(file.bytes.value, { unit, identities: [opener], findSenderKey, host });
  };
  const verdicts: Verdict[] = [];
  const { watch } = judgement;
  for await (const { file, outcome } of openAhead(files, open)) {
    // Whatever else was asked of this process meanwhile has its turn: how far it is, or to stop.
    await setImmediate();
    if (watch?.mayBegin(file.fileName) === false) break;
    const verdict = await judgeOne(file, outcome);
    verdicts.push((await watch?.settle(file, verdict)) ?? verdict);
  }
  return verdicts;

  async function judgeOne(
    file: ExchangeFile,
    outcome: PromiseSettledResult<Opened | null>,
  ): Promise<Verdict> {
    try {
      if (outcome.status === 'rejected') throw outcome.reason;
      if (!file.bytes.ok) return unread(file.fileName, file.bytes.refusal);
      return outcome.value === null ? skip(file) : await judge(file, outcome.value);
    } catch (fault) {
      return faultVerdict(office, file, judgement, fault);
    }
  }
}

type Attempt<T> = { readonly file: ExchangeFile; readonly outcome: PromiseSettledResult<T> };

async function* openAhead<T>(
  files: Iterable<ExchangeFile>,
  open: (file: ExchangeFile) => Promise<T>,
): AsyncGenerator<Attempt<T>> {
  const rest = files[Symbol.iterator]();
  const waiting: { readonly bytes: number; readonly attempt: Promise<Attempt<T>> }[] = [];
  const begin = (): boolean => {
    const held = waiting.reduce((sum, { bytes }) => sum + bytes, 0);
    if (waiting.length >= filesAhead || held >= bytesAhead) return false;
    const next = rest.next();
    if (next.done === true) return false;
    const file = next.value;
    const attempt = Promise.allSettled([open(file)]).then(([outcome]) => ({ file, outcome }));
    waiting.push({ bytes: file.bytes.ok ? file.bytes.value.length : 0, attempt });
    return true;
  };
  for (;;) {
    while (begin());
    const first = waiting.shift();
    if (first === undefined) return;
    yield await first.attempt;
  }
}

function unread(fileName: string, refusal: NonNullable<Verdict['refusal']>): Verdict {
  const outcome = refusal.code === 'not-a-bundle' ? 'skipped' : 'refused';
  return { ...bareVerdict(fileName, outcome), refusal };
}

function faultVerdict(
  office: Office,
  { fileName }: ExchangeFile,
  { call, report }: Judgement,
  fault: unknown,
): Verdict {
  const about = bareVerdict(fileName, 'refused');
  if (isDiskFault(fault)) {
    const file = storePath(office.dataFolder);
    return { ...about, refusal: { code: 'store-unwritable', facts: { file } } };
  }
  report(fault);
  return { ...about, refusal: { code: 'internal-fault', facts: { call } } };
}
