import { randomBytes } from 'node:crypto';

import { keyIdOf } from '#shared/bundle/signing-key.ts';
import { verdictOutcomes } from '#shared/ipc/calls/exchange.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { ImportRunView, InboxProgress, VerdictCounts } from '#shared/ipc/calls/inbox.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { minutesBetween } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import {
  countImportFiles,
  findImportRun,
  listImportFiles,
  listImportRuns,
} from '../storage/import-register.ts';
import type { ImportRun } from '../storage/import-register.ts';
import { bareVerdict, pickedFiles } from './exchange-folder.ts';
import type { ExchangeFiles } from './exchange-folder.ts';
import { beginRegister } from './import-log.ts';
import { forgetReading, readingEnd, readingMinutes, takeReading } from './inbox-state.ts';
import type { Reading } from './inbox-state.ts';
import type { Watch } from './judge-files.ts';
import { holdOfficeKeys, officeKeyOf, withOfficeKeys } from './key-use.ts';
import type { HeldKeys, KeysInUse } from './keys-in-use.ts';
import { storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { quarantineFolder, quarantineOf } from './quarantine.ts';
import { receiveFiles } from './receiving.ts';
import type { Import } from './receiving.ts';
import { currentKeyring, ownJwk } from './trust.ts';

/** How many runs the register shows. */
const runsShown = 200;

type Report = (fault: unknown) => void;

/**
 * Province: takes in every file of a place in one step, as `receiveFiles` does, and enters it in the
 * register. `report` is told of a bug that one file ran into. Refuses `folder-missing`,
 * `files-of-several-folders`, and as `withOfficeKeys`.
 */
export async function receiveBundles(
  office: Office,
  { place, password }: HandledInput<'bundle.receive'>,
  report: Report,
): Promise<Result<CallOutput<'bundle.receive'>>> {
  const files = filesOf(office, place);
  if (!files.ok) return files;
  return withOfficeKeys(office, password, async (keys) => {
    const { verdicts } = await importFiles(office, keys, place, files.value, {
      call: 'bundle.receive',
      report,
    });
    return ok(verdicts);
  });
}

/**
 * Looks at every file of a place as taking in would, in a dry run, and keeps the keys open for the
 * second step. Refuses as `receiveBundles`.
 */
export async function previewBundles(
  office: Office,
  { place, password }: HandledInput<'inbox.preview'>,
  report: Report,
): Promise<Result<CallOutput<'inbox.preview'>>> {
  const { inbox } = office;
  forgetReading(inbox);
  const files = filesOf(office, place);
  if (!files.ok) return files;
  const { count: total } = files.value;
  const held = await holdOfficeKeys(office, password);
  if (!held.ok) return held;
  let reading: Reading | null = null;
  try {
    const watched = watch(office, 'preview', total, null, (_file, verdict) => verdict);
    const verdicts = await watched.while((onlooker) =>
      receiveFiles(office, held.value.keys, files.value, {
        call: 'inbox.preview',
        isTrial: true,
        watch: onlooker,
        report,
      }),
    );
    if (!watched.isCancelled()) reading = keepReading(office, place, held.value);
    const goodUntil = reading === null ? null : readingEnd(reading.since);
    return ok({ reading: reading?.handle ?? null, goodUntil, total, verdicts: [...verdicts] });
  } finally {
    if (reading === null) held.value.wipe();
  }
}

/**
 * Takes in the place that a reading looked at; its files are read and judged anew. Refuses
 * `reading-used`, `reading-expired` {minutes}, `reading-ended` when the reading was cancelled or
 * another's, or the office's keys are others by now, and as `pickedFiles`.
 */
export async function takeInReading(
  office: Office,
  { reading: handle }: HandledInput<'inbox.takeIn'>,
  report: Report,
): Promise<Result<CallOutput<'inbox.takeIn'>>> {
  const { inbox } = office;
  if (inbox.reading?.handle !== handle) return refuseOver(inbox, handle);
  const reading = takeReading(inbox);
  if (reading === null) return refuseOver(inbox, handle);
  try {
    const isInTime = isWithinMinutes(office, reading);
    inbox.over = { handle, how: isInTime ? 'used' : 'expired' };
    if (!isInTime) return refuseOver(inbox, handle);
    if (!hasKeysOfToday(office, reading)) return refuse('reading-ended');
    const files = filesOf(office, reading.place);
    if (!files.ok) return files;
    const { keys } = reading.held;
    const call = 'inbox.takeIn';
    return ok(await importFiles(office, keys, reading.place, files.value, { call, report }));
  } finally {
    reading.held.wipe();
  }
}

/** Says why a reading waits no more. */
function refuseOver({ over }: Office['inbox'], handle: string): Result<never> {
  if (over?.handle !== handle) return refuse('reading-ended');
  return over.how === 'used'
    ? refuse('reading-used')
    : refuse('reading-expired', { minutes: readingMinutes });
}

/** Whether a reading's minutes are not over by the clock. */
function isWithinMinutes(office: Office, { since }: Reading): boolean {
  const waited = minutesBetween(since, office.clock.now());
  return waited >= 0 && waited < readingMinutes;
}

/** Whether a reading's keys are the office's own still. */
function hasKeysOfToday(office: Office, { held: { keys } }: Reading): boolean {
  return (
    keys.signer.kid === keyIdOf(ownJwk(office)) &&
    keys.ownRecipient === officeKeyOf(office, 'working').publicKey
  );
}

/** How far the reading or import is that goes on now. */
export function inboxProgress({ inbox }: Office): InboxProgress | null {
  return inbox.run?.progress ?? null;
}

/** Lets what goes on end after the file that it is at, and wipes the keys of a reading that waits. */
export function cancelInbox({ inbox }: Office): void {
  if (inbox.run !== null) inbox.run.isCancelled = true;
  forgetReading(inbox);
}

/** The register of imports, newest first. */
export function listRuns(office: Office): CallOutput<'inbox.runs'> {
  return listImportRuns(storeOf(office), runsShown).map((run) => viewRun(office, run));
}

/** One import with what became of each file. Refuses `import-run-unknown`. */
export function openRun(
  office: Office,
  { id }: HandledInput<'inbox.run'>,
): Result<CallOutput<'inbox.run'>> {
  const store = storeOf(office);
  const run = findImportRun(store, id);
  if (run === null) return refuse('import-run-unknown');
  const verdicts = listImportFiles(store, id).map((file): Verdict => {
    const { quarantine, unit } = file;
    return {
      ...bareVerdict(file.fileName, file.outcome),
      ...file,
      unitName: unit === null ? null : unitName(office, unit),
      quarantine: quarantine === null ? null : { fileName: quarantine, refusal: null },
    };
  });
  return ok({ ...viewRun(office, run), verdicts, quarantineFolder: folderOf(office, verdicts) });
}

function viewRun(office: Office, { how, ...run }: ImportRun): ImportRunView {
  const counts = emptyCounts();
  for (const { outcome, files } of countImportFiles(storeOf(office), run.id)) {
    counts[outcome] = files;
  }
  const unended = office.inbox.run?.id === run.id ? 'running' : 'interrupted';
  return { ...run, state: how ?? unended, counts };
}

function filesOf(office: Office, place: string): Result<ExchangeFiles> {
  const paths = office.places.all(place);
  if (!paths.ok) return paths;
  return currentKeyring(office) === null ? refuse('call-not-permitted') : pickedFiles(paths.value);
}

async function importFiles(
  office: Office,
  keys: KeysInUse,
  place: string,
  files: ExchangeFiles,
  { call, report }: Pick<Import, 'call' | 'report'>,
): Promise<CallOutput<'inbox.takeIn'>> {
  const { count: total } = files;
  const paths = office.places.all(place);
  const source = paths.ok && paths.value.length === 1 ? (paths.value[0] ?? '') : files.folder;
  const register = beginRegister(office, { source, files: total });
  const quarantine = quarantineOf(office.dataFolder);
  const watched = watch(office, 'take-in', total, register.run, async (file, verdict) => {
    const settled = await quarantine.keep(file, verdict);
    register.add(settled);
    return settled;
  });
  const verdicts = await watched.while((onlooker) =>
    receiveFiles(office, keys, files, {
      call,
      isTrial: false,
      watch: onlooker,
      onStored: register.addWithin,
      report,
    }),
  );
  const state = watched.isCancelled() ? 'cancelled' : 'done';
  const receipts = verdicts.filter(({ receiptFileName }) => receiptFileName !== null).length;
  register.end(state, receipts);
  return {
    run: register.run,
    state,
    total,
    verdicts: [...verdicts],
    quarantineFolder: folderOf(office, verdicts),
  };
}

function folderOf({ dataFolder }: Office, verdicts: readonly Verdict[]): string | null {
  const isAny = verdicts.some(({ quarantine }) => typeof quarantine?.fileName === 'string');
  return isAny ? quarantineFolder(dataFolder) : null;
}

/** Lets everybody see how far some work is, and end it between two files. */
function watch(
  { inbox }: Office,
  kind: InboxProgress['kind'],
  total: number,
  id: number | null,
  settle: Watch['settle'],
): {
  readonly while: <T>(work: (onlooker: Watch) => Promise<T>) => Promise<T>;
  readonly isCancelled: () => boolean;
} {
  const counts = emptyCounts();
  const progress = { kind, total, done: 0, fileName: null, counts };
  const run: NonNullable<Office['inbox']['run']> = { progress, id, isCancelled: false };
  const onlooker: Watch = {
    mayBegin: (fileName) => {
      run.progress = { ...run.progress, fileName };
      return !run.isCancelled;
    },
    settle: async (file, verdict) => {
      const settled = await settle(file, verdict);
      counts[settled.outcome] += 1;
      run.progress = { ...run.progress, done: run.progress.done + 1 };
      return settled;
    },
  };
  return {
    while: async (work) => {
      inbox.run = run;
      try {
        return await work(onlooker);
      } finally {
        inbox.run = null;
      }
    },
    // Too late to end anything once the last file was judged.
    isCancelled: () => run.isCancelled && run.progress.done < total,
  };
}

function emptyCounts(): VerdictCounts {
  return Object.fromEntries(verdictOutcomes.map((outcome) => [outcome, 0])) as VerdictCounts; // all of them
}

function keepReading(office: Office, place: string, held: HeldKeys): Reading {
  const { inbox } = office;
  const handle = `reading-${randomBytes(16).toString('hex')}`;
  const timer = setTimeout(
    () => {
      if (inbox.reading?.handle !== handle) return;
      forgetReading(inbox);
      inbox.over = { handle, how: 'expired' };
    },
    readingMinutes * 60 * 1000,
  );
  // Nothing is kept alive by a reading that nobody takes in.
  timer.unref();
  const reading = { handle, place, held, since: office.clock.now(), timer };
  inbox.reading = reading;
  return reading;
}
