import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { Receipt } from '#shared/bundle/receipt.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** An answer that this province signed. `statement` and what follows are null before they were kept. */
export type IssuedReceipt = {
  readonly sequence: number;
  /** The bundle that it answers; null for one that was refused and therefore is not here. */
  readonly bundle: number | null;
  readonly answered: Sha256;
  readonly outcome: Receipt['outcome'];
  readonly code: string | null;
  readonly note: string | null;
  readonly remarks: Receipt['remarks'];
  readonly statement: Sha256 | null;
  readonly shortForm: string | null;
  /** Key that signed, and the unit's key that it is sealed for. */
  readonly kid: string | null;
  readonly recipient: string | null;
  readonly fileName: string;
  readonly answeredBy: string;
  readonly answeredAt: Instant;
};

type Row = Omit<IssuedReceipt, 'remarks'> & { readonly remarks: string };

const columns = `sequence, bundle_id AS bundle, answered_statement AS answered, outcome, code, note,
  remarks, statement_sha256 AS statement, short_form AS shortForm, kid, recipient,
  file_name AS fileName, answered_by AS answeredBy, answered_at AS answeredAt`;

/** Every answer to one statement, newest first: that one is what the province says now. */
export function listIssuedReceipts(handle: ReadHandle, answered: string): readonly IssuedReceipt[] {
  return prepared<[string], Row>(
    handle,
    `SELECT ${columns} FROM issued_receipt WHERE answered_statement = ? ORDER BY sequence DESC`,
  )
    .all(answered)
    .map(fromRow);
}

export function findIssuedReceipt(handle: ReadHandle, sequence: number): IssuedReceipt | null {
  const row = prepared<[number], Row>(
    handle,
    `SELECT ${columns} FROM issued_receipt WHERE sequence = ?`,
  ).get(sequence);
  return row === undefined ? null : fromRow(row);
}

/** What the province says now of the bundles that it took in: of all, or of those that are asked for. */
export function listCurrentOutcomes(
  handle: ReadHandle,
  bundles: readonly number[] | null = null,
): ReadonlyMap<number, { readonly sequence: number; readonly outcome: Receipt['outcome'] }> {
  const rows = prepared<
    [string | null],
    { readonly bundle: number; readonly sequence: number; readonly outcome: Receipt['outcome'] }
  >(
    handle,
    // Of a bare column beside MAX, SQLite takes the row of the maximum.
    `SELECT bundle_id AS bundle, MAX(sequence) AS sequence, outcome FROM issued_receipt
     WHERE ${bundles === null ? 'bundle_id IS NOT ?' : 'bundle_id IN (SELECT value FROM json_each(?))'}
     GROUP BY bundle_id`,
  ).all(bundles === null ? null : JSON.stringify(bundles));
  return new Map(rows.map(({ bundle, ...current }) => [bundle, current]));
}

export function readReceiptContent(handle: ReadHandle, sequence: number): Uint8Array {
  const row = prepared<[number], { content: Uint8Array }>(
    handle,
    'SELECT content FROM issued_receipt WHERE sequence = ?',
  ).get(sequence);
  if (row === undefined) throw new Error(`Receipt ${String(sequence)} is not there.`);
  return row.content;
}

/** The number that the next receipt or catalogue of this store takes: they share one series. */
export function nextReceiptSequence(handle: ReadHandle): number {
  const row = prepared<[], { last: number | null }>(
    handle,
    `SELECT MAX(last) AS last FROM (
       SELECT MAX(sequence) AS last FROM issued_receipt
       UNION ALL SELECT MAX(sequence) FROM issued_catalogue
     )`,
  ).get();
  return (row?.last ?? 0) + 1;
}

export function insertIssuedReceipt(
  handle: WriteHandle,
  receipt: IssuedReceipt,
  content: Uint8Array,
): void {
  prepared(
    handle,
    `INSERT INTO issued_receipt (sequence, bundle_id, answered_statement, outcome, code, note, remarks,
       statement_sha256, short_form, kid, recipient, file_name, content, answered_by, answered_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    receipt.sequence,
    receipt.bundle,
    receipt.answered,
    receipt.outcome,
    receipt.code,
    receipt.note,
    JSON.stringify(receipt.remarks),
    receipt.statement,
    receipt.shortForm,
    receipt.kid,
    receipt.recipient,
    receipt.fileName,
    Buffer.from(content),
    receipt.answeredBy,
    receipt.answeredAt,
  );
}

function fromRow({ remarks, ...row }: Row): IssuedReceipt {
  // Written by `insertIssuedReceipt`.
  return { ...row, remarks: JSON.parse(remarks) as Receipt['remarks'] };
}
