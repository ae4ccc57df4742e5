import type { AttachmentTarget, Held } from '#shared/domain/attachment.ts';
import type { MediaType } from '#shared/domain/file-content.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { SignedDocument } from '#shared/domain/signed-document.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { Brand } from '#shared/kit/brand.ts';
import type { Instant } from '#shared/kit/clock.ts';

import type { AccountId } from './accounts.ts';
import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

export type AttachmentId = Brand<number, 'AttachmentId'>;

/** What is told of a file beside its content. */
export type AttachedFile = AttachmentTarget & {
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: MediaType;
  readonly fileName: string;
};

/** A file that was attached to a unit's period and not taken away. */
export type Attachment = AttachedFile & {
  readonly id: AttachmentId;
  readonly unit: UnitCode;
  readonly period: PeriodCode;
  readonly addedBy: string;
  readonly at: Instant;
};

const columns = `attachment.id AS id, unit_code AS unit, period_code AS period, form_code AS form,
  row_code AS "row", column_code AS "column", sha256, bytes, media_type AS mediaType,
  file_name AS fileName, display_name AS addedBy, at`;
const present = `FROM attachment JOIN account ON account.id = added_by WHERE removed_at IS NULL`;

/** The attachments of a unit's period, oldest first. */
export function listAttachments(
  handle: ReadHandle,
  unit: UnitCode,
  period: PeriodCode,
): readonly Attachment[] {
  return prepared<[string, string], Attachment>(
    handle,
    `SELECT ${columns} ${present} AND unit_code = ? AND period_code = ? ORDER BY attachment.id`,
  ).all(unit, period);
}

/** An attachment that was not taken away; null otherwise. */
export function findAttachment(handle: ReadHandle, id: number): Attachment | null {
  return (
    prepared<[number], Attachment>(
      handle,
      `SELECT ${columns} ${present} AND attachment.id = ?`,
    ).get(id) ?? null
  );
}

/** What a unit's period holds: its attachments, and the bytes of its different files (D92, D94). */
export function measureAttachments(handle: ReadHandle, unit: UnitCode, period: PeriodCode): Held {
  const held = prepared<[string, string], Held>(
    handle,
    `SELECT COALESCE(SUM(count), 0) AS attachments, COALESCE(SUM(bytes), 0) AS bytes FROM (
       SELECT COUNT(*) AS count, MAX(bytes) AS bytes FROM attachment
       WHERE removed_at IS NULL AND unit_code = ? AND period_code = ? GROUP BY sha256
     )`,
  ).get(unit, period);
  return held ?? { attachments: 0, bytes: 0 };
}

/** Keeps a file's content under its digest, unless it is there already (D94). */
export function keepFile(handle: WriteHandle, sha256: string, content: Uint8Array): void {
  prepared(
    handle,
    'INSERT INTO attachment_file (sha256, content) VALUES (?, ?) ON CONFLICT DO NOTHING',
  ).run(sha256, Buffer.from(content.buffer, content.byteOffset, content.byteLength));
}

/** The content of a file; null when none is kept under that digest. */
export function readFileContent(handle: ReadHandle, sha256: string): Uint8Array | null {
  const row = prepared<[string], { content: Uint8Array }>(
    handle,
    'SELECT content FROM attachment_file WHERE sha256 = ?',
  ).get(sha256);
  return row === undefined ? null : new Uint8Array(row.content);
}

/** Attaches a kept file to a unit's period, in the caller's transaction. */
export function insertAttachment(
  handle: WriteHandle,
  attachment: AttachedFile & {
    readonly unit: UnitCode;
    readonly period: PeriodCode;
    readonly accountId: AccountId;
    readonly at: Instant;
  },
): AttachmentId {
  const { unit, period, form, row, column } = attachment;
  return Number(
    prepared(
      handle,
      `INSERT INTO attachment (unit_code, period_code, form_code, row_code, column_code, sha256,
         bytes, media_type, file_name, added_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      unit,
      period,
      form,
      row,
      column,
      attachment.sha256,
      attachment.bytes,
      attachment.mediaType,
      attachment.fileName,
      attachment.accountId,
      attachment.at,
    ).lastInsertRowid,
  ) as AttachmentId;
}

/** Marks an attachment as taken away; its file stays. */
export function markRemoved(
  handle: WriteHandle,
  id: AttachmentId,
  by: AccountId,
  at: Instant,
): void {
  const { changes } = prepared(
    handle,
    'UPDATE attachment SET removed_by = ?, removed_at = ? WHERE id = ?',
  ).run(by, at, id);
  if (changes !== 1) throw new Error(`Attachment ${String(id)} is not there.`);
}

/** The signed document of a period as it was recorded last. */
export type RecordedDocument = SignedDocument & {
  readonly attachment: AttachmentId;
  readonly recordedBy: string;
  readonly at: Instant;
};

/** The newest record whose PDF is still attached (D97); null when there is none. */
export function findSignedDocument(
  handle: ReadHandle,
  unit: UnitCode,
  period: PeriodCode,
): RecordedDocument | null {
  return (
    prepared<[string, string], RecordedDocument>(
      handle,
      `SELECT number, symbol, day, signer, attachment_id AS attachment,
              display_name AS recordedBy, signed_document.at AS at
       FROM signed_document JOIN account ON account.id = recorded_by
         JOIN attachment ON attachment.id = attachment_id
       WHERE removed_at IS NULL AND signed_document.unit_code = ?
         AND signed_document.period_code = ?
       ORDER BY signed_document.id DESC LIMIT 1`,
    ).get(unit, period) ?? null
  );
}

export function insertSignedDocument(
  handle: WriteHandle,
  document: SignedDocument & {
    readonly unit: UnitCode;
    readonly period: PeriodCode;
    readonly attachment: AttachmentId;
    readonly accountId: AccountId;
    readonly at: Instant;
  },
): void {
  prepared(
    handle,
    `INSERT INTO signed_document (unit_code, period_code, attachment_id, number, symbol, day, signer,
       recorded_by, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    document.unit,
    document.period,
    document.attachment,
    document.number,
    document.symbol,
    document.day,
    document.signer,
    document.accountId,
    document.at,
  );
}
