import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { Instant } from '#shared/kit/clock.ts';
import type { PeriodCode } from '#shared/domain/period.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** Drafts that were sealed for another computer of this unit. */
export type SentDrafts = {
  readonly series: string;
  readonly sequence: number;
  readonly computer: number;
  readonly period: PeriodCode;
  readonly statementSha256: Sha256;
  readonly fileName: string;
  readonly sentBy: string;
  readonly sentAt: Instant;
};

/** The number that the next drafts of a series take; reports count on their own. */
export function nextDraftsSequence(handle: ReadHandle, series: string): number {
  const row = prepared<[string], { last: number | null }>(
    handle,
    'SELECT MAX(sequence) AS last FROM sent_drafts WHERE series = ?',
  ).get(series);
  return (row?.last ?? 0) + 1;
}

export function insertSentDrafts(handle: WriteHandle, sent: SentDrafts): void {
  prepared(
    handle,
    `INSERT INTO sent_drafts (series, sequence, computer_id, period_code, statement_sha256,
       file_name, sent_by, sent_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    sent.series,
    sent.sequence,
    sent.computer,
    sent.period,
    sent.statementSha256,
    sent.fileName,
    sent.sentBy,
    sent.sentAt,
  );
}

/** Whose drafts of which form: numbers rise within it. */
export type DraftsOf = {
  readonly kid: string;
  readonly series: string;
  readonly period: PeriodCode;
  readonly form: string;
};

/** The highest number that was taken of these, and when; null before the first. */
export function lastTaken(
  handle: ReadHandle,
  { kid, series, period, form }: DraftsOf,
): { readonly sequence: number; readonly at: Instant } | null {
  return (
    prepared<[string, string, string, string], { sequence: number; at: Instant }>(
      handle,
      `SELECT sequence, taken_at AS at FROM taken_drafts
       WHERE kid = ? AND series = ? AND period_code = ? AND form_code = ?
       ORDER BY sequence DESC, id DESC LIMIT 1`,
    ).get(kid, series, period, form) ?? null
  );
}

export function insertTaken(
  handle: WriteHandle,
  of: DraftsOf,
  taken: {
    readonly sequence: number;
    readonly statement: Sha256;
    readonly by: string;
    readonly at: Instant;
  },
): void {
  prepared(
    handle,
    `INSERT INTO taken_drafts (kid, series, sequence, period_code, form_code, statement_sha256,
       taken_by, taken_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(of.kid, of.series, taken.sequence, of.period, of.form, taken.statement, taken.by, taken.at);
}
