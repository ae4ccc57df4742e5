import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import type { ImportEnd } from '#shared/ipc/calls/inbox.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** One time that files were taken in; `end` is null while it goes on, or where it was cut off. */
export type ImportRun = {
  readonly id: number;
  readonly source: string;
  readonly files: number;
  readonly begunBy: string;
  readonly begunAt: Instant;
  readonly how: ImportEnd | null;
  readonly receipts: number | null;
  readonly endedAt: Instant | null;
};

/** What became of one file, as it is kept. */
export type ImportedFile = Pick<
  Verdict,
  'fileName' | 'outcome' | 'revision' | 'replaces' | 'isAnswerable' | 'refusal'
> & {
  readonly unit: UnitCode | null;
  readonly period: PeriodCode | null;
  /** The name of its copy in quarantine. */
  readonly quarantine: string | null;
};

export function insertImportRun(
  handle: WriteHandle,
  { source, files, begunBy, begunAt }: Pick<ImportRun, 'source' | 'files' | 'begunBy' | 'begunAt'>,
): number {
  return Number(
    prepared(
      handle,
      'INSERT INTO import_run (source, files, begun_by, begun_at) VALUES (?, ?, ?, ?)',
    ).run(source, files, begunBy, begunAt).lastInsertRowid,
  );
}

/** Adds a verdict to a run, under its place among the run's files. */
export function insertImportFile(
  handle: WriteHandle,
  run: number,
  position: number,
  { fileName, outcome, refusal, unit, period, revision, ...file }: Verdict,
): void {
  prepared(
    handle,
    `INSERT INTO import_file (run_id, position, file_name, outcome, code, facts, unit_code,
       period_code, revision, replaced_revision, replaced_at, is_answerable, quarantine)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    run,
    position,
    fileName,
    outcome,
    refusal?.code ?? null,
    JSON.stringify(refusal?.facts ?? {}),
    unit,
    period,
    revision,
    file.replaces?.revision ?? null,
    file.replaces?.receivedAt ?? null,
    file.isAnswerable ? 1 : 0,
    file.quarantine?.fileName ?? null,
  );
}

/** Says how a run ended and how many receipts it wrote. */
export function insertImportEnd(
  handle: WriteHandle,
  run: number,
  end: { readonly how: ImportEnd; readonly receipts: number; readonly endedAt: Instant },
): void {
  prepared(
    handle,
    'INSERT INTO import_end (run_id, how, receipts, ended_at) VALUES (?, ?, ?, ?)',
  ).run(run, end.how, end.receipts, end.endedAt);
}

const columns = `id, source, files, begun_by AS begunBy, begun_at AS begunAt, how, receipts,
  ended_at AS endedAt`;

/** The last runs, newest first. */
export function listImportRuns(handle: ReadHandle, most: number): readonly ImportRun[] {
  return prepared<[number], ImportRun>(
    handle,
    `SELECT ${columns} FROM import_run LEFT JOIN import_end ON run_id = id
     ORDER BY id DESC LIMIT ?`,
  ).all(most);
}

export function findImportRun(handle: ReadHandle, id: number): ImportRun | null {
  return (
    prepared<[number], ImportRun>(
      handle,
      `SELECT ${columns} FROM import_run LEFT JOIN import_end ON run_id = id WHERE id = ?`,
    ).get(id) ?? null
  );
}

/** How many files of a run came to which outcome. */
export function countImportFiles(
  handle: ReadHandle,
  run: number,
): readonly { readonly outcome: Verdict['outcome']; readonly files: number }[] {
  return prepared<[number], { readonly outcome: Verdict['outcome']; readonly files: number }>(
    handle,
    'SELECT outcome, COUNT(*) AS files FROM import_file WHERE run_id = ? GROUP BY outcome',
  ).all(run);
}

/** A file that was refused, and when it first came: it may lie on a stick for many imports. */
export type RefusedFile = {
  readonly fileName: string;
  readonly code: string;
  readonly firstAt: Instant;
};

/** Every file that was ever refused for any other reason than these, in the order in which they came. */
export function listRefusedFiles(
  handle: ReadHandle,
  otherThan: readonly string[],
): readonly RefusedFile[] {
  return prepared<[string], RefusedFile>(
    handle,
    `SELECT file_name AS fileName, code, MIN(begun_at) AS firstAt
     FROM import_file JOIN import_run ON id = run_id
     WHERE outcome = 'refused' AND code NOT IN (SELECT value FROM json_each(?))
     GROUP BY file_name, quarantine ORDER BY firstAt, run_id, position`,
  ).all(JSON.stringify(otherThan));
}

type Row = Omit<ImportedFile, 'refusal' | 'replaces' | 'isAnswerable'> & {
  readonly code: string | null;
  readonly facts: string;
  readonly replacedRevision: number | null;
  readonly replacedAt: Instant | null;
  readonly answerable: number;
};

/** What became of each file of a run, in their order. */
export function listImportFiles(handle: ReadHandle, run: number): readonly ImportedFile[] {
  return prepared<[number], Row>(
    handle,
    `SELECT file_name AS fileName, outcome, code, facts, unit_code AS unit, period_code AS period,
       revision, replaced_revision AS replacedRevision, replaced_at AS replacedAt,
       is_answerable AS answerable, quarantine
     FROM import_file WHERE run_id = ? ORDER BY position`,
  )
    .all(run)
    .map(({ code, facts, replacedRevision, replacedAt, answerable, ...file }) => ({
      ...file,
      // Written by `insertImportFile`.
      refusal: code === null ? null : { code, facts: JSON.parse(facts) as Record<string, string> },
      replaces:
        replacedRevision === null ? null : { revision: replacedRevision, receivedAt: replacedAt },
      isAnswerable: answerable === 1,
    }));
}
