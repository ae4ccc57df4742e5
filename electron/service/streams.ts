import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { StreamDesk, StreamQuestion, StreamSide } from '#shared/ipc/calls/streams.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { ReadHandle } from '../storage/handle.ts';
import { findHeld, listWaitingHeld, readHeldContents } from '../storage/held-bundles.ts';
import type { HeldBundle } from '../storage/held-bundles.ts';
import { listCurrentOutcomes } from '../storage/issued-receipts.ts';
import { listEnrolledSeries } from '../storage/keyrings.ts';
import { listReceivedActs } from '../storage/received-acts.ts';
import { stateTheSame } from '../storage/received-cells.ts';
import type { ReceivedAct } from '../storage/received-acts.ts';
import {
  findReceived,
  listBundlesOf,
  listCurrentBundles,
  listStreamHeads,
  listUnitsOfSeveralSeries,
} from '../storage/received-sheets.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { listDecisions, standingAside } from '../storage/stream-decisions.ts';
import type { StreamDecision } from '../storage/stream-decisions.ts';
import { findPeriod } from './ledger.ts';
import { storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { sealingsOf } from './received-sealings.ts';
import { differingCells, isSameReport, receivedReportCells, reportCells } from './report-cells.ts';
import type { ReportCells } from './report-cells.ts';
import { languageOf } from './sessions.ts';

/** A bundle beside the one that counts: of another series, or held apart. */
export type OtherStream =
  | { readonly kind: 'received'; readonly bundle: ReceivedBundle }
  | { readonly kind: 'held'; readonly bundle: HeldBundle };

/** What of one unit and period does not go together, and nobody decided yet. */
export type OpenQuestion = {
  readonly unit: UnitCode;
  readonly here: ReceivedBundle | null;
  readonly others: readonly OtherStream[];
};

/**
 * What is to be decided of a period, unit by unit: held bundles, and last words of other series that
 * say something else than what counts and that no decision knew of (B31).
 */
export function openQuestions(office: Office, period: PeriodCode): readonly OpenQuestion[] {
  const store = storeOf(office);
  const held = listWaitingHeld(store, period);
  const decisions = listDecisions(store, period);
  // One stream contradicts nothing, unless it was set aside before.
  const units = new Set([
    ...listUnitsOfSeveralSeries(store, period),
    ...[...held, ...decisions].map(({ unit }) => unit),
  ]);
  if (units.size === 0) return [];
  const current = new Map(listCurrentBundles(store, period).map((one) => [one.unit, one]));
  return [...units].sort().flatMap((unit): OpenQuestion[] => {
    const here = current.get(unit) ?? null;
    const known = decisions.find((decision) => decision.unit === unit)?.lastReceived ?? 0;
    const heads = listStreamHeads(store, unit, period, known).filter(
      (head) => head.series !== here?.series,
    );
    const disagreeing = heads.filter(
      (head) => here === null || !isKnownSame(store, here.id, head.id),
    );
    const others: OtherStream[] = [
      ...disagreeing.map((bundle) => ({ kind: 'received', bundle }) as const),
      ...held
        .filter((one) => one.unit === unit)
        .map((bundle) => ({ kind: 'held', bundle }) as const),
    ];
    return others.length === 0 ? [] : [{ unit, here, others }];
  });
}

/** What was found of two bundles of a store: they never change, and a table is looked at often. */
const compared = new WeakMap<ReadHandle, Map<string, boolean>>();

function isKnownSame(store: ReadHandle, a: number, b: number): boolean {
  const known = compared.get(store) ?? new Map<string, boolean>();
  compared.set(store, known);
  const pair = `${String(a)}/${String(b)}`;
  const isSame = known.get(pair) ?? stateTheSame(store, a, b);
  known.set(pair, isSame);
  return isSame;
}

/**
 * What was decided of a unit and period as a question again: what counts, and what its decisions
 * set aside and none chose since; null where nothing was decided or nothing was set aside. People may have erred.
 */
export function settledQuestion(
  office: Office,
  unit: string,
  period: PeriodCode,
): OpenQuestion | null {
  const store = storeOf(office);
  const decisions = listDecisions(store, period).filter((each) => each.unit === unit);
  const [decision] = decisions;
  if (decision === undefined) return null;
  const here = listCurrentBundles(store, period).find((bundle) => bundle.unit === unit) ?? null;
  const others = [...standingAside(decisions)].flatMap((statement): OtherStream[] => {
    const received = findReceived(store, statement);
    if (received !== null) return [{ kind: 'received', bundle: received }];
    const held = findHeld(store, statement);
    return held === null ? [] : [{ kind: 'held', bundle: held }];
  });
  return others.length === 0 ? null : { unit: decision.unit, here, others };
}

/** The question of a unit and period: an open one, else the one that was settled last. */
export function questionOf(office: Office, unit: string, period: PeriodCode): OpenQuestion | null {
  const open = openQuestions(office, period).find((each) => each.unit === unit);
  return open ?? settledQuestion(office, unit, period);
}

/**
 * The units whose streams state different figures of a period while nobody decided which counts: what
 * is summed up then stands on today's rule alone.
 */
export function undecidedStreams(office: Office, period: PeriodCode): readonly UnitCode[] {
  return openQuestions(office, period)
    .filter(({ here, others }) => {
      // What was received beside it is only asked about where it states something else.
      if (here !== null && others.some(({ kind }) => kind === 'received')) return true;
      const stated = here === null ? emptyReport : cellsOf(office, here);
      return others.some((other) => !isSameReport(stated, cellsOfOther(office, other)));
    })
    .map(({ unit }) => unit);
}

/** What is to be decided of a period, and what was decided before. Refuses `period-unknown`. */
export function viewStreams(office: Office, code: PeriodCode): Result<StreamDesk> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const viewSide = sideViewer(office);
  const view = ({ unit, here, others }: OpenQuestion): StreamQuestion => {
    const stated = here === null ? emptyReport : cellsOf(office, here);
    return {
      unit,
      unitName: unitName(office, unit),
      period: code,
      periodName: period.value.name[languageOf(office)],
      here: here === null ? null : viewSide({ kind: 'received', bundle: here }),
      others: others.map((other) => ({
        ...viewSide(other),
        differing: countDiffering(stated, cellsOfOther(office, other)),
      })),
    };
  };
  const open = openQuestions(office, code);
  const decisions = listDecisions(storeOf(office), code);
  const settled = [...new Set(decisions.map(({ unit }) => unit))]
    .filter((unit) => !open.some((question) => question.unit === unit))
    .flatMap((unit) => settledQuestion(office, unit, code) ?? []);
  return ok({
    questions: open.map(view),
    settled: settled.map(view),
    decisions: decisions.map((one) => viewDecision(office, one)),
  });
}

/**
 * The cells in which what counts, another bundle and what both began from differ, each with the three
 * texts in this order: before, here, other. Refuses `period-unknown` and `stream-settled`.
 */
export function compareStreams(
  office: Office,
  { unit, period, other: statement }: HandledInput<'stream.compare'>,
): Result<CallOutput<'stream.compare'>> {
  const question = questionOf(office, unit, period);
  const other = question?.others.find(({ bundle }) => bundle.statementSha256 === statement);
  if (question === null || other === undefined) return refuse('stream-settled');
  const { here } = question;
  const base = baseOf(office, here, other);
  const cells = differingCells(office, { unit: question.unit, period }, [
    base === null ? emptyReport : cellsOf(office, base),
    here === null ? emptyReport : cellsOf(office, here),
    cellsOfOther(office, other),
  ]);
  if (!cells.ok) return cells;
  const view = base === null ? null : sideViewer(office)({ kind: 'received', bundle: base });
  return ok({ base: view, cells: [...cells.value] });
}

/**
 * What was there before both: the last bundle of this unit and period that came before what counts
 * and, in one series, has a lower number than the other.
 */
function baseOf(
  office: Office,
  here: ReceivedBundle | null,
  { kind, bundle: other }: OtherStream,
): ReceivedBundle | null {
  if (here === null) return null;
  const before = kind === 'received' ? Math.min(here.id, other.id) : here.id;
  return (
    listBundlesOf(storeOf(office), here.unit, here.period).find(
      (bundle) =>
        bundle.id < before && (bundle.series !== other.series || bundle.sequence < other.sequence),
    ) ?? null
  );
}

function cellsOf(office: Office, bundle: ReceivedBundle): ReportCells {
  return receivedReportCells(office, bundle.id);
}

function cellsOfOther(office: Office, other: OtherStream): ReportCells {
  return other.kind === 'received'
    ? cellsOf(office, other.bundle)
    : reportCells(office, readHeldContents(storeOf(office), other.bundle.id));
}

const emptyReport: ReportCells = new Map();

function countDiffering(a: ReportCells, b: ReportCells): number {
  const places = new Set([...a.keys(), ...b.keys()]);
  return [...places].filter((place) => a.get(place)?.value !== b.get(place)?.value).length;
}

/** Shows bundles as sides of a comparison; what is asked of all of them is asked once. */
export function sideViewer(office: Office): (side: OtherStream) => StreamSide {
  const store = storeOf(office);
  const sealings = sealingsOf(store);
  const outcomes = listCurrentOutcomes(store);
  return ({ kind, bundle }) => {
    const acts: readonly ReceivedAct[] =
      kind === 'received'
        ? listReceivedActs(store, bundle.id)
        : readHeldContents(store, bundle.id).acts;
    const nameOf = (isWanted: (act: ReceivedAct['act']) => boolean): string | null =>
      acts.find(({ act }) => isWanted(act))?.name ?? null;
    const position = listEnrolledSeries(store, bundle.unit).indexOf(bundle.series);
    return {
      statement: bundle.statementSha256,
      checkCode: checkCode(bundle.statementSha256 as Sha256), // a digest when it was stored
      revision: bundle.revision,
      sequence: bundle.sequence,
      series: bundle.series.slice(0, 8),
      installation: position < 0 ? null : position + 1,
      preparedBy: nameOf((act) => act === 'prepare'),
      approvedBy: nameOf((act) => act !== 'prepare'),
      sealedAt: kind === 'held' ? bundle.sealedAt : (sealings.timeOf(bundle.id)?.at ?? null),
      receivedAt: kind === 'held' ? bundle.heldAt : bundle.receivedAt,
      heldFor: kind === 'held' ? bundle.code : null,
      answer: kind === 'held' ? null : (outcomes.get(bundle.id)?.outcome ?? 'accepted'),
    };
  };
}

function viewDecision(
  office: Office,
  { unit, chosen, setAside, reason, decidedBy, decidedAt }: StreamDecision,
): StreamDesk['decisions'][number] {
  const codeOf = (statement: string) => checkCode(statement as Sha256); // a digest when it was stored
  return {
    unit,
    unitName: unitName(office, unit),
    chosen: chosen === null ? null : codeOf(chosen),
    setAside: setAside.map(codeOf),
    reason,
    decidedBy,
    decidedAt,
  };
}
