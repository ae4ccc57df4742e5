import type { Instant } from '#shared/kit/clock.ts';
import type { PeriodCode } from '#shared/domain/period.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** A bundle that this store sealed. It stays re-exportable for ever: `content` are its bytes. */
export type SentBundle = {
  readonly id: number;
  readonly period: PeriodCode;
  readonly revision: number;
  readonly sequence: number;
  readonly series: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly statementSha256: string;
  readonly auditN: number;
  readonly preparedBy: string;
  readonly approvedBy: string;
  readonly sealedBy: string;
  readonly sealedAt: Instant;
  readonly copiedTo: string | null;
};

const columns = `id, period_code AS period, revision, sequence, series, file_name AS fileName,
  file_sha256 AS fileSha256, statement_sha256 AS statementSha256, audit_n AS auditN,
  prepared_by AS preparedBy, approved_by AS approvedBy, sealed_by AS sealedBy,
  sealed_at AS sealedAt, copied_to AS copiedTo`;

/** The bundles of a period, newest first. */
export function listSentBundles(handle: ReadHandle, period: PeriodCode): readonly SentBundle[] {
  return prepared<[string], SentBundle>(
    handle,
    `SELECT ${columns} FROM sent_bundle WHERE period_code = ? ORDER BY id DESC`,
  ).all(period);
}

export function findSentBundle(handle: ReadHandle, id: number): SentBundle | null {
  return (
    prepared<[number], SentBundle>(handle, `SELECT ${columns} FROM sent_bundle WHERE id = ?`).get(
      id,
    ) ?? null
  );
}

export function findSentByStatement(handle: ReadHandle, statement: string): SentBundle | null {
  return (
    prepared<[string], SentBundle>(
      handle,
      `SELECT ${columns} FROM sent_bundle WHERE statement_sha256 = ?`,
    ).get(statement) ?? null
  );
}

/** The newest bundle of a series; null before its first. */
export function lastSentOf(handle: ReadHandle, series: string): SentBundle | null {
  return (
    prepared<[string], SentBundle>(
      handle,
      `SELECT ${columns} FROM sent_bundle WHERE series = ? ORDER BY sequence DESC LIMIT 1`,
    ).get(series) ?? null
  );
}

/** The newest bundle that the province acknowledged: whatever it says of it, it has it. */
export function lastReceipted(handle: ReadHandle): SentBundle | null {
  return (
    prepared<[], SentBundle>(
      handle,
      `SELECT ${columns} FROM sent_bundle WHERE EXISTS (
         SELECT 1 FROM taken_receipt WHERE bundle_id = sent_bundle.id AND outcome <> 'refused'
       ) ORDER BY id DESC LIMIT 1`,
    ).get() ?? null
  );
}

export function readSentContent(handle: ReadHandle, id: number): Uint8Array {
  const row = prepared<[number], { content: Uint8Array }>(
    handle,
    'SELECT content FROM sent_bundle_content WHERE bundle_id = ?',
  ).get(id);
  if (row === undefined) throw new Error(`Bundle ${String(id)} is not there.`);
  return row.content;
}

type NewBundle = Omit<SentBundle, 'id' | 'copiedTo'>;

export function insertSentBundle(
  handle: WriteHandle,
  bundle: NewBundle,
  content: Uint8Array,
): number {
  const id = Number(
    prepared(
      handle,
      `INSERT INTO sent_bundle (period_code, revision, sequence, series, file_name, file_sha256,
         statement_sha256, audit_n, prepared_by, approved_by, sealed_by, sealed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      bundle.period,
      bundle.revision,
      bundle.sequence,
      bundle.series,
      bundle.fileName,
      bundle.fileSha256,
      bundle.statementSha256,
      bundle.auditN,
      bundle.preparedBy,
      bundle.approvedBy,
      bundle.sealedBy,
      bundle.sealedAt,
    ).lastInsertRowid,
  );
  prepared(handle, 'INSERT INTO sent_bundle_content (bundle_id, content) VALUES (?, ?)').run(
    id,
    Buffer.from(content),
  );
  return id;
}

export function markCopied(handle: WriteHandle, id: number, folderLabel: string): void {
  prepared(handle, 'UPDATE sent_bundle SET copied_to = ? WHERE id = ?').run(folderLabel, id);
}
