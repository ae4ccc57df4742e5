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
    deadline: { ...deadlineBy(lastCompliantDay), lastWorkingDay: null, note },
    deliverable: null,
  };
  const periods = [...catalogue.periods, period].sort((a, b) => comparePeriods(a.code, b.code));
  return ok({ ...catalogue, periods });
}

/**
 * Changes a period's name, cut-off day, deadline and note. The plan's own words of the deadline stay
 * as long as the day does. Refuses `edit-subject-unknown` {code}.
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
    const isSameDay = period.deadline.lastCompliantDay === lastCompliantDay;
    const deadline = isSameDay ? period.deadline : deadlineBy(lastCompliantDay);
    return { ...period, name, cutOff, deadline: { ...deadline, lastWorkingDay, note } };
  });
  return ok({ ...catalogue, periods });
}

function deadlineBy(
  lastCompliantDay: CalendarDay,
): Pick<Period['deadline'], 'text' | 'before' | 'lastCompliantDay'> {
  const before = addDays(lastCompliantDay, 1);
  return { text: `Trước ngày ${formatDay(before)}`, before, lastCompliantDay };
}

/** The ids of periods are the transcription's own; one that was added is called by its code. */
function freeId({ periods }: Catalogue, code: string): string {
  const id = `P_${code.replace('-', '_')}`;
  return periods.some((period) => period.id === id) ? `${id}_2` : id;
}
