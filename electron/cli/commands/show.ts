import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { parseDay } from '#shared/kit/clock.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { findingCodes } from '#shared/domain/finding.ts';
import type { SheetRow, SheetView } from '#shared/ipc/calls/sheet.ts';
import type { FindingView, ShownValue } from '#shared/ipc/shapes.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import type { Language } from '#shared/text/translate.ts';

import { needed } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { columns, done } from '../output.ts';
import type { Outcome } from '../output.ts';

/** The period that `--period` names. Refuses `period-unknown` for what is no period code at all. */
export function periodOf(invocation: Invocation): Result<PeriodCode, 'period-unknown'> {
  const text = needed(invocation, 'period');
  const period = parsePeriodCode(text);
  return period === null ? refuse('period-unknown', { period: text }) : ok(period);
}

/** `periods`: the reporting periods, their deadlines, and how far this unit has come. */
export async function listPeriods({ call, say }: Desk): Promise<Result<Outcome>> {
  const periods = await call('period.list', {});
  if (!periods.ok) return periods;
  const rows = periods.value.map(({ code, lastCompliantDay, daysLeft, state, name }) => {
    const day = parseDay(lastCompliantDay);
    return [
      code,
      day === null ? lastCompliantDay : formatDay(day),
      daysLeft < 0
        ? say('cli.done.daysLate', { days: -daysLeft })
        : say('cli.done.daysLeft', { days: daysLeft }),
      state === null ? say('cli.done.notBegun') : say(`terms.states.${state}`),
      name,
    ];
  });
  return ok(done(periods.value, columns(rows)));
}

/** `show`: Biểu 01 of this unit for a period, and what is still to be settled. */
export async function showSheet(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const period = periodOf(invocation);
  if (!period.ok) return period;
  const sheet = await desk.call('sheet.open', { period: period.value });
  return sheet.ok ? ok(done(sheet.value, sheetText(sheet.value, desk))) : sheet;
}

function sheetText(sheet: SheetView, { say, language }: Desk): string {
  const { submission, rows, findings, filled, toFill } = sheet;
  const heading = [
    `${sheet.unitName} (${sheet.unit}) · ${sheet.periodName}`,
    submission === null
      ? null
      : say('cli.done.submission', {
          state: say(`terms.states.${submission.state}`),
          revision: submission.revision,
        }),
    say('cli.done.filled', { filled, toFill }),
  ];
  const lines = rows
    .filter((row) => row.fillable.length > 0)
    .map((row) => {
      const status = row.cells.status.canonical;
      return [
        row.row,
        shown(row.rate, row, language),
        row.unitOfMeasure,
        isStatus(status) ? say(`terms.statuses.${status}`) : '',
        row.name,
      ];
    });
  const notes = findings.map(
    (finding) =>
      `${say(`terms.severities.${finding.severity}`)} · ${finding.row}: ${findingText(finding, rows, say)}`,
  );
  return [
    ...heading.filter((line) => line !== null),
    '',
    columns(lines),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ].join('\n');
}

function findingText(finding: FindingView, rows: readonly SheetRow[], say: Desk['say']): string {
  const code = findingCodes.find((candidate) => candidate === finding.code);
  const cells = rows.find((row) => row.row === finding.row)?.cells;
  const typed = finding.column === null ? '' : (cells?.[finding.column].typed ?? '');
  return code === undefined
    ? say('findings.other', { code: finding.code })
    : say(`findings.${code}`, { ...finding.facts, typed });
}

function shown({ kind, number }: ShownValue, row: SheetRow, language: Language): string {
  if (kind === 'nil') return '-';
  if (kind === 'missing') return '...';
  return number === null ? '' : formatDecimal(number, row.decimals, language);
}

function isStatus(text: string): text is 'estimated' | 'provisional' | 'official' {
  return text === 'estimated' || text === 'provisional' || text === 'official';
}
