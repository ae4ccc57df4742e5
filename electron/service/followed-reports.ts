import type { Form } from '#shared/catalogue/forms/form.ts';
import { formsFor } from '#shared/catalogue/forms/layout.ts';
import { judgeArrival } from '#shared/domain/arrival.ts';
import type { Arrival } from '#shared/domain/arrival.ts';
import type { Period } from '#shared/domain/period.ts';
import { lateness, reportState } from '#shared/domain/reminder.ts';
import type { FormState, Lateness } from '#shared/domain/reminder.ts';
import { childrenOf } from '#shared/domain/unit.ts';
import type { Unit } from '#shared/domain/unit.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';
import type { Language } from '#shared/text/translate.ts';

import { listCurrentOutcomes, listIssuedReceipts } from '../storage/issued-receipts.ts';
import type { IssuedReceipt } from '../storage/issued-receipts.ts';
import { listCurrentBundles } from '../storage/received-sheets.ts';
import type { RefusedFile } from '../storage/import-register.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';
import { certainDay } from './clock-state.ts';
import { firstReceptions } from './first-receptions.ts';
import { progressOf } from './following-progress.ts';
import type { ReceivedProgress } from './following-progress.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { refusedFilesByName } from './refused-files.ts';
import { sealingsOf } from './received-sealings.ts';
import type { Sealings } from './received-sealings.ts';

/** All that is known of one unit's report of a period. */
export type FollowedReport = {
  readonly unit: Unit;
  readonly bundle: ReceivedBundle | null;
  /** When the first report came, by which the unit is in time or late (D107). */
  readonly firstReceivedAt: Instant | null;
  /** What the province says of the bundle now; null where nothing was answered. */
  readonly answer: IssuedReceipt | null;
  readonly state: FormState;
  readonly forms: readonly ReceivedProgress[];
  readonly arrival: Arrival | null;
  readonly sealedAt: Instant | null;
  readonly isSealedAtDoubtful: boolean;
  readonly late: Lateness;
  /** A file in the unit's name that was refused, where no report has come since. */
  readonly refusedFile: RefusedFile | null;
};

/** The reports of a period, and the day on which they are looked at. */
export type FollowedPeriod = {
  readonly period: Period;
  readonly reports: readonly FollowedReport[];
  readonly today: CalendarDay;
};

/** Gives the reports of a period, in a language. */
export type ReportReader = (period: Period, language: Language) => FollowedPeriod;

/** Reads the reports of periods as they are now; what all of them share is read once. */
export function reportReader(office: Office): ReportReader {
  const today = certainDay(office);
  const store = storeOf(office);
  const catalogue = catalogueOf(office);
  const { unit: province } = identityOf(office);
  const sealings = sealingsOf(store);
  const findRefused = refusedFilesByName(store);
  const outcomes = listCurrentOutcomes(store);
  const current = catalogue.periods.flatMap(({ code }) => listCurrentBundles(store, code));
  return (period, language) => {
    const forms = formsFor(catalogue, 'district', period.kind);
    // The units that existed on the day of the deadline, not those of today's map.
    const units = childrenOf(catalogue.units, province, period.deadline.lastCompliantDay);
    const firsts = firstReceptions(store, period.code);
    const peers = current
      .filter((bundle) => bundle.period === period.code)
      .map(({ id, statementSha256 }) => `${statementSha256} ${outcomes.get(id)?.outcome ?? ''}`)
      .join(' ');
    const reports = units.map((unit): FollowedReport => {
      const own = current.filter((bundle) => bundle.unit === unit.code);
      const bundle = own.find((each) => each.period === period.code) ?? null;
      const first = bundle === null ? null : (firsts.get(unit.code) ?? bundle);
      const arrived = arrivalOf(first, sealings, period);
      const { lastCompliantDay } = period.deadline;
      const receivedAt = first?.receivedAt ?? null;
      const answer =
        bundle === null ? null : (listIssuedReceipts(store, bundle.statementSha256)[0] ?? null);
      const progress =
        bundle === null
          ? forms.map((form) => notReceived(form, language))
          : forms.map((form) => progressOf(office, bundle, { beside: own, peers }, form, language));
      return {
        unit,
        bundle,
        firstReceivedAt: receivedAt,
        answer,
        state: stateOf(bundle, answer, progress),
        forms: progress,
        ...arrived,
        late: lateness({ lastCompliantDay, today, receivedAt, ...arrived }),
        refusedFile: findRefused(unit.code, period.code, bundle),
      };
    });
    return { period, reports, today };
  };
}

function stateOf(
  bundle: ReceivedBundle | null,
  answer: IssuedReceipt | null,
  forms: readonly ReceivedProgress[],
): FormState {
  if (bundle === null) return 'not-received';
  if (answer?.outcome === 'returned') return 'returned';
  return reportState(forms.map(({ state }) => state));
}

function notReceived(form: Form, language: Language): ReceivedProgress {
  return {
    form: form.code,
    name: form.screenName[language],
    state: 'not-received',
    filled: 0,
    toFill: 0,
    missing: [],
    unexplained: [],
  };
}

function arrivalOf(
  bundle: Pick<ReceivedBundle, 'id' | 'receivedAt'> | null,
  sealings: Sealings,
  { deadline }: Period,
): Pick<FollowedReport, 'arrival' | 'sealedAt' | 'isSealedAtDoubtful'> {
  if (bundle === null) return { arrival: null, sealedAt: null, isSealedAtDoubtful: false };
  const time = sealings.timeOf(bundle.id);
  const sealing = { sealedAt: time?.at ?? null, isSealedAtDoubtful: time?.isDoubtful ?? false };
  const { receivedAt } = bundle;
  const { lastCompliantDay } = deadline;
  return { arrival: judgeArrival({ receivedAt, lastCompliantDay, ...sealing }), ...sealing };
}
