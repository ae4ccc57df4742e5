import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { parseDay } from '#shared/kit/clock.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { findingWords } from '#shared/domain/finding-words.ts';
import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetFinding, SheetRow, Shown } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { formatDay } from '#shared/text/format-date.ts';
import { formatDecimal } from '#shared/text/format-number.ts';
import type { Language } from '#shared/text/translate.ts';

import { needed } from '../arguments.ts';
import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { openForm } from '../open-form.ts';
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

/** `show`: a form of this unit for a period, and what is still to be settled. */
export async function showSheet(desk: Desk, invocation: Invocation): Promise<Result<Outcome>> {
  const period = periodOf(invocation);
  if (!period.ok) return period;
  const sheet = await openForm(desk, invocation, period.value);
  return sheet.ok ? ok(done(sheet.value.view, sheetText(sheet.value.view, desk))) : sheet;
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
      const status = cellOf(row, 'status').canonical;
      return [
        row.row,
        ...(sheet.columns.some(({ code, kind }) => code === 'result' && kind === 'computed')
          ? [shown(row.rate, row, language)]
          : recordedTexts(sheet, row)),
        row.unitOfMeasure,
        isStatus(status) ? say(`terms.statuses.${status}`) : '',
        row.name,
      ];
    });
  const notes = findings.map(
    (finding) =>
      `${say(`terms.severities.${finding.severity}`)} · ${finding.row}: ${findingText(finding, rows, language)}`,
  );
  return [
    ...heading.filter((line) => line !== null),
    '',
    columns(lines),
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ].join('\n');
}

/** What stands in the recorded columns of a row of a form that has no result. */
function recordedTexts(sheet: SheetView, row: SheetRow): readonly string[] {
  return sheet.columns
    .filter(({ kind }) => kind !== 'computed')
    .map(({ code }) => cellOf(row, code).canonical);
}

function findingText(finding: SheetFinding, rows: readonly SheetRow[], language: Language): string {
  const row = rows.find((candidate) => candidate.row === finding.row);
  const { column } = finding;
  const typed = column === null || row === undefined ? '' : cellOf(row, column).typed;
  return findingWords(finding, typed, language).text;
}

function shown(figure: Shown, row: SheetRow, language: Language): string {
  switch (figure.kind) {
    case 'nil':
      return '-';
    case 'missing':
      return '...';
    case 'number':
      return formatDecimal(figure.number, row.decimals, language);
    case 'text':
      return figure.text;
    case 'empty':
      return '';
  }
}

function isStatus(text: string): text is 'estimated' | 'provisional' | 'official' {
  return text === 'estimated' || text === 'provisional' || text === 'official';
}
