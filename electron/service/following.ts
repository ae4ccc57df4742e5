import { formsFor } from '#shared/catalogue/forms/layout.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { FollowedUnit, FollowingView } from '#shared/ipc/calls/following.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { reportReader } from './followed-reports.ts';
import type { FollowedReport } from './followed-reports.ts';
import type { ReceivedProgress } from './following-progress.ts';
import { findPeriod } from './ledger.ts';
import { catalogueOf } from './office.ts';
import type { Office } from './office.ts';
import { remindersOf } from './reminders.ts';
import { languageOf } from './sessions.ts';

/**
 * What came of a period, from whom, how complete and when; the same of every other period; and who is
 * to be reminded of what. Refuses `period-unknown`.
 */
export function viewFollowing(office: Office, code: PeriodCode): Result<FollowingView> {
  const found = findPeriod(office, code);
  if (!found.ok) return found;
  const period = found.value;
  const language = languageOf(office);
  const catalogue = catalogueOf(office);
  const read = reportReader(office);
  const { reports, today } = read(period, language);
  const codes = reports.map(({ unit }) => unit.code);
  return ok({
    period: code,
    periodName: period.name[language],
    lastCompliantDay: period.deadline.lastCompliantDay,
    today,
    forms: formsFor(catalogue, 'district', period.kind).map((form) => ({
      form: form.code,
      name: form.screenName[language],
      title: form.title[language],
    })),
    units: reports.map(viewUnit),
    periods: catalogue.periods.map((each) => {
      const others = each.code === code ? reports : read(each, language).reports;
      return {
        period: each.code,
        name: each.name[language],
        lastCompliantDay: each.deadline.lastCompliantDay,
        isOver: each.deadline.lastCompliantDay < today,
        units: codes.map((unit) => {
          const report = others.find((other) => other.unit.code === unit);
          if (report === undefined) return null;
          const { state, arrival } = report;
          return { unit, state, ...countsOf(report.forms), arrival };
        }),
      };
    }),
    reminders: [...remindersOf(office, read, period, language)],
  });
}

function viewUnit(report: FollowedReport): FollowedUnit {
  const { unit, bundle, firstReceivedAt, state, arrival, sealedAt, isSealedAtDoubtful, late } =
    report;
  return {
    unit: unit.code,
    name: unit.nameWithType,
    shortName: unit.name,
    state,
    ...countsOf(report.forms),
    revision: bundle?.revision ?? null,
    receivedAt: bundle?.receivedAt ?? null,
    firstReceivedAt,
    arrival,
    sealedAt,
    isSealedAtDoubtful,
    late,
    forms: report.forms.map(({ form, state: own, filled, toFill }) => ({
      form,
      // What was returned is to be done again, however full it is.
      state: state === 'returned' ? state : own,
      filled,
      toFill,
    })),
  };
}

function countsOf(forms: readonly ReceivedProgress[]): { filled: number; toFill: number } {
  const sum = (part: 'filled' | 'toFill') => forms.reduce((all, form) => all + form[part], 0);
  return { filled: sum('filled'), toFill: sum('toFill') };
}
