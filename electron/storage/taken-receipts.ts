import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { Receipt } from '#shared/bundle/receipt.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** An answer of the province that this office verified. */
export type TakenReceipt = {
  /** The sealed bundle that it answers. */
  readonly bundle: number;
  readonly statement: Sha256;
  readonly series: string;
  readonly sequence: number;
  readonly outcome: Receipt['outcome'];
  readonly code: string | null;
  readonly note: string | null;
  readonly remarks: Receipt['remarks'];
  readonly answeredBy: string | null;
  readonly answeredAt: Instant;
  /** The answer that it replaces, by its digest; null for a first one and for a short form. */
  readonly previous: Sha256 | null;
  /** The head of this office's audit log that the province has seen with the bundle. */
  readonly auditHead: Sha256 | null;
  /** Whether only the short form came, from paper: what else was said is not known here yet. */
  readonly isShort: boolean;
};

type Row = Omit<TakenReceipt, 'remarks' | 'isShort'> & {
  readonly remarks: string;
  readonly isShort: 0 | 1;
};

const columns = `bundle_id AS bundle, statement_sha256 AS statement, series, sequence, outcome, code,
  note, remarks, answered_by AS answeredBy, answered_at AS answeredAt, previous,
  audit_head AS auditHead, is_short AS isShort`;

/**
 * What the province says now of a bundle: its newest answer, in whatever order they arrived. None that
 * another one replaces; within one series the highest number; of two series, as after a province was
 * restored, the one in which the province wrote last.
 */
export function currentReceipt(handle: ReadHandle, bundle: number): TakenReceipt | null {
  const row = prepared<[number], Row>(
    handle,
    `SELECT ${columns} FROM taken_receipt AS receipt WHERE bundle_id = ?
     ORDER BY EXISTS (
       SELECT 1 FROM taken_receipt AS later WHERE later.previous = receipt.statement_sha256
     ), (
       SELECT MAX(other.answered_at) FROM taken_receipt AS other WHERE other.series = receipt.series
     ) DESC, sequence DESC LIMIT 1`,
  ).get(bundle);
  return row === undefined ? null : fromRow(row);
}

export function findTakenReceipt(handle: ReadHandle, statement: string): TakenReceipt | null {
  const row = prepared<[string], Row>(
    handle,
    `SELECT ${columns} FROM taken_receipt WHERE statement_sha256 = ?`,
  ).get(statement);
  return row === undefined ? null : fromRow(row);
}

export function insertTakenReceipt(handle: WriteHandle, receipt: TakenReceipt): void {
  prepared(
    handle,
    `INSERT INTO taken_receipt (bundle_id, statement_sha256, series, sequence, outcome, code, note,
       remarks, answered_by, answered_at, previous, audit_head, is_short)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    receipt.bundle,
    receipt.statement,
    receipt.series,
    receipt.sequence,
    receipt.outcome,
    receipt.code,
    receipt.note,
    JSON.stringify(receipt.remarks),
    receipt.answeredBy,
    receipt.answeredAt,
    receipt.previous,
    receipt.auditHead,
    receipt.isShort ? 1 : 0,
  );
}

/** Adds what the short form left out, once the whole receipt came. */
export function completeTakenReceipt(
  handle: WriteHandle,
  { statement, note, remarks, answeredBy, previous }: TakenReceipt,
): void {
  prepared(
    handle,
    `UPDATE taken_receipt SET note = ?, remarks = ?, answered_by = ?, previous = ?, is_short = 0
     WHERE statement_sha256 = ?`,
  ).run(note, JSON.stringify(remarks), answeredBy, previous, statement);
}

function fromRow({ remarks, isShort, ...row }: Row): TakenReceipt {
  // Written by the two functions above.
  return { ...row, remarks: JSON.parse(remarks) as Receipt['remarks'], isShort: isShort === 1 };
}
