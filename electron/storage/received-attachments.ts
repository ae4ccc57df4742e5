import type { SignedDocument } from '#shared/domain/signed-document.ts';

import { keepFile } from './attachments.ts';
import type { AttachedFile } from './attachments.ts';
import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** An attachment that came with a bundle. */
export type ReceivedAttachment = AttachedFile & { readonly id: number; readonly bundle: number };

/** The signed document that a bundle cites; `sha256` is of its PDF. */
export type ReceivedDocument = SignedDocument & { readonly sha256: string };

/** What came beside a bundle's figures, with the contents by their digests. */
export type ReceivedFiles = {
  readonly attachments: readonly AttachedFile[];
  readonly contents: ReadonlyMap<string, Uint8Array>;
  readonly document: ReceivedDocument | null;
};

const columns = `id, bundle_id AS bundle, form_code AS form, row_code AS "row",
  column_code AS "column", sha256, bytes, media_type AS mediaType, file_name AS fileName`;

/** Keeps the files of a bundle, equal ones once (D94), in the transaction that stores it. */
export function insertReceivedFiles(
  handle: WriteHandle,
  bundle: number,
  { attachments, contents, document }: ReceivedFiles,
): void {
  for (const [sha256, content] of contents) keepFile(handle, sha256, content);
  const insert = prepared(
    handle,
    `INSERT INTO received_attachment (bundle_id, form_code, row_code, column_code, sha256, bytes,
       media_type, file_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { form, row, column, sha256, bytes, mediaType, fileName } of attachments) {
    insert.run(bundle, form, row, column, sha256, bytes, mediaType, fileName);
  }
  if (document === null) return;
  const { number, symbol, day, signer, sha256 } = document;
  prepared(
    handle,
    `INSERT INTO received_document (bundle_id, number, symbol, day, signer, sha256)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(bundle, number, symbol, day, signer, sha256);
}

/** The attachments of a received bundle, in the order of its statement. */
export function listReceivedAttachments(
  handle: ReadHandle,
  bundle: number,
): readonly ReceivedAttachment[] {
  return prepared<[number], ReceivedAttachment>(
    handle,
    `SELECT ${columns} FROM received_attachment WHERE bundle_id = ? ORDER BY id`,
  ).all(bundle);
}

export function findReceivedAttachment(handle: ReadHandle, id: number): ReceivedAttachment | null {
  return (
    prepared<[number], ReceivedAttachment>(
      handle,
      `SELECT ${columns} FROM received_attachment WHERE id = ?`,
    ).get(id) ?? null
  );
}

export function findReceivedDocument(handle: ReadHandle, bundle: number): ReceivedDocument | null {
  return (
    prepared<[number], ReceivedDocument>(
      handle,
      'SELECT number, symbol, day, signer, sha256 FROM received_document WHERE bundle_id = ?',
    ).get(bundle) ?? null
  );
}
