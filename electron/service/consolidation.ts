import { judgeArrival } from '#shared/domain/arrival.ts';
import type { TableRow, TableUnit } from '#shared/bundle/snapshot.ts';
import { observationStatuses } from '#shared/domain/cell.ts';
import { parseDecimal } from '#shared/domain/decimal.ts';
import { reasonOfVerdict, verdictOnTarget } from '#shared/domain/goal.ts';
import type { JudgedFigure } from '#shared/domain/goal.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import type { Unit } from '#shared/domain/unit.ts';
import type { ConsolidatedRow, ConsolidatedView } from '#shared/ipc/calls/exchange.ts';
import { dayInVietnam } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { findReceived } from '../storage/received-sheets.ts';
import { consolidatedTable, currentReports, reportingUnits } from './consolidated-table.ts';
import type { Shown } from './consolidated-table.ts';
import { firstReceptions } from './first-receptions.ts';
import { lockedTable } from './locked-table.ts';
import { accountOf, catalogueOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { sealingsOf } from './received-sealings.ts';
import { languageOf } from './sessions.ts';
import { undecidedStreams } from './streams.ts';
import { findPeriod, rowsOfSheet } from './ledger.ts';
import type { LedgerRow } from './ledger.ts';

type UnitView = ConsolidatedView['units'][number];
type Answer = NonNullable<UnitView['answer']>;

/** How many units a window shows at a time: more columns nobody reads. */
const unitsShown = 60;

/**
 * The province's table of a period: every indicator with its total, coverage, target and difference,
 * who is missing or late, and whose report was returned. A locked period is shown as it was locked
 * (D143). With a place in the order of units it holds the figures of some of them, else of all.
 * Refuses `period-unknown` and `lock-altered`.
 */
export function viewConsolidation(
  office: Office,
  code: PeriodCode,
  from: number | null = null,
): Result<ConsolidatedView> {
  const shown: Shown = from === null ? null : { from, count: unitsShown };
  const opened = lockedTable(office, code);
  if (!opened.ok) return opened;
  const locked = opened.value;
  // A locked table has the names, deadline and units of the catalogue that it was locked by.
  const desk = locked?.office ?? office;
  const found = findPeriod(desk, code);
  if (!found.ok) return found;
  const period = found.value;
  const sheet = rowsOfSheet(desk, code);
  const reporting = reportingUnits(desk, period);
  const table =
    locked?.table ??
    consolidatedTable(desk, period, {
      reports: currentReports(desk, period, reporting),
      rows: sheet,
      shown,
    });
  const units = viewUnits(desk, period, { units: table.units, reporting, shown });
  const seen = shown === null ? units : units.slice(shown.from, shown.from + shown.count);
  const byIndicator = new Map(sheet.map((row) => [row.indicator.code as string, row]));
  return ok({
    period: code,
    periodName: period.name[languageOf(office)],
    units,
    missingUnits: units.filter(({ answer }) => answer === null).map(({ unit }) => unit),
    returnedUnits: units.filter(({ answer }) => answer === 'returned').map(({ unit }) => unit),
    lateUnits: units.filter(({ arrival }) => arrival === 'late').map(({ unit }) => unit),
    shown: { from: shown?.from ?? 0, count: seen.length },
    lock: locked?.lock ?? null,
    mayLock: accountOf(office).role === 'consolidator',
    rows: table.rows.flatMap((row) => {
      const about = byIndicator.get(row.indicator);
      return about === undefined ? [] : [viewRow(desk, period, row, about, seen)];
    }),
  });
}

function viewUnits(
  office: Office,
  period: Period,
  {
    units,
    reporting,
    shown,
  }: {
    readonly units: readonly TableUnit[];
    /** The units that report, by which those of the table are named. */
    readonly reporting: readonly Unit[];
    readonly shown: Shown;
  },
): UnitView[] {
  const store = storeOf(office);
  const { lastCompliantDay } = period.deadline;
  // An earlier day in UTC is no later day in Viet Nam, and dates are made for the others alone.
  const mayBeLate = (at: Instant): boolean =>
    at.slice(0, 10) >= lastCompliantDay && dayInVietnam(at) > lastCompliantDay;
  // What a unit's clock said is asked of all where all are wanted, else of those that came late:
  // of the others a window asks when somebody looks behind a figure.
  const asked = units.filter(
    ({ bundle }) => bundle !== null && (shown === null || mayBeLate(bundle.receivedAt)),
  );
  const sealings = sealingsOf(
    store,
    asked.map(({ unit }) => unit),
  );
  // A correction that comes after the deadline makes no report late (D107).
  const late = asked.filter(({ bundle }) => bundle !== null && mayBeLate(bundle.receivedAt));
  const firsts = firstReceptions(
    store,
    period.code,
    late.map(({ unit }) => unit),
  );
  const times = new Map(
    asked.map(({ unit, bundle }) => {
      const id =
        firsts.get(unit)?.id ??
        (bundle === null ? undefined : findReceived(store, bundle.statement)?.id);
      return [unit, id === undefined ? null : sealings.timeOf(id)] as const;
    }),
  );
  const known = new Map(reporting.map((each) => [each.code, each]));
  const undecided = new Set(undecidedStreams(office, period.code));
  return units.map(({ unit, bundle }) => {
    const time = times.get(unit) ?? null;
    const sealedAt = time?.at ?? null;
    const isSealedAtDoubtful = time?.isDoubtful ?? false;
    const { receivedAt = null, revision = null, answer = null } = bundle ?? {};
    const firstAt = firsts.get(unit)?.receivedAt ?? receivedAt;
    const about = known.get(unit);
    return {
      unit,
      name: about?.nameWithType ?? unit,
      shortName: about?.name ?? unit,
      revision,
      receivedAt,
      answer,
      arrival:
        firstAt === null
          ? null
          : !mayBeLate(firstAt)
            ? 'on-time'
            : judgeArrival({ receivedAt: firstAt, lastCompliantDay, sealedAt, isSealedAtDoubtful }),
      sealedAt,
      isSealedAtDoubtful,
      isUndecided: undecided.has(unit),
    };
  });
}

function viewRow(
  office: Office,
  period: Period,
  row: TableRow,
  about: LedgerRow,
  units: readonly UnitView[],
): ConsolidatedRow {
  const { indicator } = about;
  const cells = new Map(row.units.map((cell) => [cell.unit as string, cell]));
  const { target } = row;
  return {
    row: indicator.code,
    ordinal: about.ordinal,
    group: about.groupName,
    name: indicator.name[languageOf(office)],
    unitOfMeasure: indicator.unit.vi,
    decimals: indicator.decimals,
    aggregation: indicator.aggregation,
    total: {
      ...row.total,
      leftOut: row.total.leftOut.map(({ unit, denominator, period }) => ({
        unit,
        denominator,
        period,
      })),
    },
    target:
      target === null
        ? null
        : { value: target.value, comparison: target.comparison, horizon: target.horizon },
    difference: row.difference,
    met: row.met,
    ...verdictOn(office, period, row, indicator),
    ownNote: row.own?.note ?? '',
    units: units.map(({ unit, answer }) => {
      const cell = cells.get(unit);
      if (cell === undefined) return { ...blankCell, unit, kind: kindWithoutFigure(answer) };
      return {
        unit,
        ...figureOfText(cell.value),
        numerator: textOrNull(cell.numerator),
        denominator: textOrNull(cell.denominator),
        status: textOrNull(cell.status),
        note: cell.note,
      };
    }),
  };
}

/** The verdict that the plan as it is followed gives, and why, by the catalogue that the table is of. */
function verdictOn(
  office: Office,
  period: Period,
  { target: against, total }: TableRow,
  indicator: Indicator,
): Pick<ConsolidatedRow, 'verdict' | 'verdictReason'> {
  const target = catalogueOf(office).targets.find(({ id }) => id === against?.id);
  const number = total.number === null ? null : parseDecimal(total.number);
  if (target === undefined || number === null) return { verdict: null, verdictReason: null };
  const status = observationStatuses.find((each) => each === total.status) ?? null;
  const judged: JudgedFigure = { figure: { kind: 'number', number }, status, period };
  return {
    verdict: verdictOnTarget(indicator, target, judged),
    verdictReason: reasonOfVerdict(indicator, target, judged),
  };
}

const blankCell = {
  number: null,
  numerator: null,
  denominator: null,
  status: null,
  note: '',
} as const;

function kindWithoutFigure(answer: Answer | null): 'not-received' | 'returned' | 'empty' {
  if (answer === null) return 'not-received';
  return answer === 'returned' ? 'returned' : 'empty';
}

/** A received value as it was sent: that it follows from its amounts was judged when it was taken in. */
function figureOfText(text: string): Pick<ConsolidatedRow['units'][number], 'kind' | 'number'> {
  if (text === '') return { kind: 'empty', number: null };
  if (text === '-') return { kind: 'nil', number: null };
  return text === '...' ? { kind: 'missing', number: null } : { kind: 'number', number: text };
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text;
}
