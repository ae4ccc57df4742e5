import type { Period } from '#shared/domain/period.ts';
import { asksForWork, byPressing, reasonsFor } from '#shared/domain/reminder.ts';
import type { ReminderReason } from '#shared/domain/reminder.ts';
import type { Reminder } from '#shared/ipc/calls/following.ts';
import { dayInVietnam, daysBetween } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { formatDay, formatInstant } from '#shared/text/format-date.ts';
import { translator } from '#shared/text/translate.ts';
import type { Language, Translate } from '#shared/text/translate.ts';

import type { RefusedFile } from '../storage/import-register.ts';
import { receivedTargetNames } from './attachment-targets.ts';
import type { FollowedPeriod, FollowedReport, ReportReader } from './followed-reports.ts';
import type { ReceivedProgress } from './following-progress.ts';
import { catalogueOf, findUnit, identityOf } from './office.ts';
import type { Office } from './office.ts';

/**
 * Who is to be reminded of what, the most pressing first and then in the order of the units; nobody who
 * has nothing open. The messages are Vietnamese whatever the language is.
 */
export function remindersOf(
  office: Office,
  read: ReportReader,
  period: Period,
  language: Language,
): readonly Reminder[] {
  const followed = read(period, language);
  const sent = language === 'vi' ? followed : read(period, 'vi');
  const reminders = followed.reports.flatMap((report, at) => {
    const { unit, late } = report;
    const reasons = reasonsOf(report);
    if (reasons.length === 0) return [];
    const asks = asksForWork(reasons);
    const inVietnamese = sent.reports[at];
    return [
      {
        unit: unit.code,
        name: unit.nameWithType,
        reasons: [...reasons],
        asksForWork: asks,
        late,
        days: deadlineText(followed, report, translator(language)),
        lines: linesFor(office, report, language),
        message: asks && inVietnamese !== undefined ? messageTo(office, sent, inVietnamese) : '',
      },
    ];
  });
  return reminders.sort(byPressing);
}

function reasonsOf(report: FollowedReport): readonly ReminderReason[] {
  const { state, arrival, forms, answer, refusedFile } = report;
  return reasonsFor({
    state,
    arrival,
    unexplained: forms.reduce((sum, form) => sum + form.unexplained.length, 0),
    unanswered: answer?.remarks.length ?? 0,
    isFileRefused: refusedFile !== null,
  });
}

function linesFor(office: Office, report: FollowedReport, language: Language): string[] {
  return reasonsOf(report).flatMap((reason) => linesOf(office, report, reason, language));
}

/** Days that are over or left, as people say them. */
function daysText(days: number, t: Translate): string {
  if (days === 0) return t('following.days.last');
  return days > 0
    ? t('following.days.over', { count: days })
    : t('following.days.left', { count: -days });
}

/**
 * The deadline of a unit in words: what is still to come is over by today; what came was late by its
 * reception.
 */
function deadlineText(
  { period, today }: FollowedPeriod,
  report: FollowedReport,
  t: Translate,
): string {
  const isToCome = report.state !== 'complete' && report.state !== 'optional';
  if (isToCome) return daysText(daysBetween(period.deadline.lastCompliantDay, today), t);
  return report.late.received > 0
    ? t('following.days.done', { count: report.late.received })
    : t('following.days.onTime');
}

function linesOf(
  office: Office,
  report: FollowedReport,
  reason: ReminderReason,
  language: Language,
): string[] {
  const t = translator(language);
  const { forms, answer, firstReceivedAt, refusedFile } = report;
  switch (reason) {
    case 'nothing-sent':
      return [t('following.lines.nothingSent', { forms: namesOf(forms) })];
    case 'file-refused':
      return refusedFile === null ? [] : refusedLines(report, refusedFile, t);
    case 'returned':
      return [returnedLine(report, t), ...remarkLines(office, report, language)];
    case 'incomplete':
      return forms
        .filter(({ state }) => state === 'begun' || state === 'empty')
        .map((progress) => incompleteLine(progress, t));
    case 'unexplained':
      return forms.flatMap(({ name: form, unexplained }) =>
        unexplained.map(({ row, text }) => t('following.lines.unexplained', { form, row, text })),
      );
    case 'unanswered':
      return answer === null ? [] : remarkLines(office, report, language);
    case 'late':
      return firstReceivedAt === null ? [] : [lateLine(report, firstReceivedAt, t)];
  }
}

function namesOf(forms: readonly ReceivedProgress[]): string {
  return forms.map(({ name }) => name).join(', ');
}

/** What came in the unit's name and could not be read, and what the unit does about it. */
function refusedLines(
  { state, forms }: FollowedReport,
  { fileName: file, firstAt, code }: RefusedFile,
  t: Translate,
): string[] {
  const facts = { file, day: formatDay(dayInVietnam(firstAt)) };
  const isOfKey = code === 'sender-revoked' || code === 'sender-not-enrolled';
  return [
    t(isOfKey ? 'following.lines.keyRefused' : 'following.lines.fileRefused', facts),
    ...(state === 'not-received' ? [t('following.lines.toSend', { forms: namesOf(forms) })] : []),
  ];
}

function incompleteLine(
  { name: form, state, filled, toFill, missing }: ReceivedProgress,
  t: Translate,
): string {
  if (filled > 0) {
    return t('following.lines.incomplete', { form, filled, toFill, rows: missing.join('; ') });
  }
  return t(state === 'empty' ? 'following.lines.empty' : 'following.lines.begun', { form, toFill });
}

function returnedLine({ answer, bundle }: FollowedReport, t: Translate): string {
  const revision = bundle?.revision ?? 1;
  return answer === null || answer.note === null
    ? t('following.lines.returnedPlain', { revision })
    : t('following.lines.returned', {
        revision,
        day: formatDay(dayInVietnam(answer.answeredAt)),
        reason: answer.note,
      });
}

function remarkLines(
  office: Office,
  { answer, bundle }: FollowedReport,
  language: Language,
): string[] {
  if (bundle === null) return [];
  const t = translator(language);
  const names = receivedTargetNames(office, bundle, language);
  return (answer?.remarks ?? []).map((remark) =>
    t('following.lines.remark', { place: names(remark) ?? remark.row, text: remark.text }),
  );
}

function lateLine({ late }: FollowedReport, receivedAt: Instant, t: Translate): string {
  const facts = { received: late.received, at: formatInstant(receivedAt) };
  if (late.sealed === null) return t('following.lines.late', facts);
  return late.sealed === 0
    ? t('following.lines.sealedOnTime', facts)
    : t('following.lines.lateSealed', { ...facts, sealed: late.sealed });
}

/** What is sent to a unit: plain text that can be pasted anywhere. */
function messageTo(office: Office, followed: FollowedPeriod, report: FollowedReport): string {
  const t = translator('vi');
  const { period, today } = followed;
  const { unit } = report;
  const sender = findUnit(office, identityOf(office).unit);
  const { plan } = catalogueOf(office);
  return [
    t('following.message.to', { unit: unit.committeeName ?? unit.nameWithType }),
    t('following.message.about', { period: period.name.vi, plan: plan.number }),
    t('following.message.deadline', {
      day: formatDay(period.deadline.lastCompliantDay),
      days: deadlineText(followed, report, t),
      today: formatDay(today),
    }),
    t('following.message.work'),
    ...linesFor(office, report, 'vi').map((line) => `- ${line}`),
    t('following.message.ask'),
    t('following.message.from', {
      sender: sender?.committeeName ?? sender?.nameWithType ?? '',
      today: formatDay(today),
    }),
  ].join('\n');
}
