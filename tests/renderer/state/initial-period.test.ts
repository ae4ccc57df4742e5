import { describe, expect, it } from 'vitest';

import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import { initialPeriod } from '../../../renderer/state/initial-period.ts';

function period(text: string, kind: PeriodView['kind'], daysLeft: number): PeriodView {
  const code = parsePeriodCode(text);
  if (code === null) throw new Error(`${text} is no period code`);
  const rest = {
    name: text,
    cutOff: null,
    lastCompliantDay: '',
    deadlineText: '',
    deadlineSetIn: null,
    state: null,
  };
  return { code, kind, daysLeft, ...rest };
}

describe('the period that the program begins with', () => {
  it('is the report whose deadline comes next', () => {
    const periods = [
      period('2022-KH', 'plan', 1),
      period('2022-08', 'report', 6),
      period('2023-08', 'report', 371),
    ];
    expect(initialPeriod(periods)?.code).toBe('2022-08');
  });

  it('is still the one whose last day is today', () => {
    const periods = [period('2022-08', 'report', 0), period('2023-08', 'report', 365)];
    expect(initialPeriod(periods)?.code).toBe('2022-08');
  });

  it('is still the one whose deadline has just passed, as reports of it are still awaited', () => {
    const periods = [period('2022-08', 'report', -5), period('2023-08', 'report', 360)];
    expect(initialPeriod(periods)?.code).toBe('2022-08');
    const later = [period('2022-08', 'report', -200), period('2023-08', 'report', 165)];
    expect(initialPeriod(later)?.code).toBe('2023-08');
  });

  it('is the last one when every deadline has passed', () => {
    const periods = [
      period('2022-08', 'report', -900),
      period('2024-04', 'report', -20),
      period('2023-08', 'report', -500),
    ];
    expect(initialPeriod(periods)?.code).toBe('2024-04');
  });

  it('is none without reports', () => {
    expect(initialPeriod([period('2022-KH', 'plan', 3)])).toBeNull();
  });
});
