import { partsOfPeriod } from '#shared/domain/period.ts';
import type { Period } from '#shared/domain/period.ts';
import { addDays } from '#shared/kit/clock.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { comparePeriods } from '#shared/domain/period.ts';
import { formatDay } from '#shared/text/format-date.ts';
import type { Catalogue } from '../catalogue.ts';
import type { EditOf, EditRefusal } from './edit.ts';

/** Adds a period in its place in time. Refuses `edit-code-taken` {code}. */
export function addPeriod(
  catalogue: Catalogue,
  { code, name, cutOff, lastCompliantDay, note }: EditOf<'period.add'>,
): Result<Catalogue, EditRefusal> {
  if (catalogue.periods.some((period) => period.code === code)) {
    return refuse('edit-code-taken', { code });
  }
  const { year, month } = partsOfPeriod(code);
  const period: Period = {
    code,
    id: freeId(catalogue, code),
    kind: month === 0 ? 'plan' : 'report',
    name,
    year,
    cutOff,
    deadline: {
      text: wordsFor(lastCompliantDay),
      ...daysBy(lastCompliantDay),
      lastWorkingDay: null,
      note,
      planned: null,
    },
    deliverable: null,
  };
  const periods = [...catalogue.periods, period].sort((a, b) => comparePeriods(a.code, b.code));
  return ok({ ...catalogue, periods });
}

/**
 * Changes a period's name, cut-off day, deadline and note. The plan's own words of the deadline stay,
 * with the day that they set beside the province's: nothing is put into the plan's mouth. Refuses `edit-subject-unknown` {code}.
 */
export function changePeriod(
  catalogue: Catalogue,
  edit: EditOf<'period.change'>,
): Result<Catalogue, EditRefusal> {
  const { code, name, cutOff, lastCompliantDay, lastWorkingDay, note } = edit;
  if (!catalogue.periods.some((period) => period.code === code)) {
    return refuse('edit-subject-unknown', { code });
  }
  const periods = catalogue.periods.map((period) => {
    if (period.code !== code) return period;
    const deadline = movedTo(period.deadline, lastCompliantDay);
    return { ...period, name, cutOff, deadline: { ...deadline, lastWorkingDay, note } };
  });
  return ok({ ...catalogue, periods });
}

/** The deadline on another day; back on the plan's day it is the plan's own again. */
function movedTo(
  { planned, ...before }: Period['deadline'],
  lastCompliantDay: CalendarDay,
): Period['deadline'] {
  const deadline = { ...before, ...daysBy(lastCompliantDay) };
  if (planned === null) return { ...deadline, text: wordsFor(lastCompliantDay), planned };
  const plansDay = planned ?? before.lastCompliantDay;
  return plansDay === lastCompliantDay ? deadline : { ...deadline, planned: plansDay };
}

function daysBy(
  lastCompliantDay: CalendarDay,
): Pick<Period['deadline'], 'before' | 'lastCompliantDay'> {
  return { before: addDays(lastCompliantDay, 1), lastCompliantDay };
}

/** How a deadline is worded that no plan words. */
function wordsFor(lastCompliantDay: CalendarDay): string {
  return `Trước ngày ${formatDay(addDays(lastCompliantDay, 1))}`;
}

/** The ids of periods are the transcription's own; one that was added is called by its code. */
function freeId({ periods }: Catalogue, code: string): string {
  const id = `P_${code.replace('-', '_')}`;
  return periods.some((period) => period.id === id) ? `${id}_2` : id;
}
