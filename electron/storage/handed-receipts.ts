import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** A receipt that says what the province says now, and that nobody wrote anywhere yet. */
export type UnhandedReceipt = {
  readonly sequence: number;
  readonly fileName: string;
};

/** The answers in force that were never handed over, oldest first. */
export function listUnhanded(handle: ReadHandle): readonly UnhandedReceipt[] {
  return prepared<[], UnhandedReceipt>(
    handle,
    `SELECT sequence, file_name AS fileName FROM issued_receipt
     WHERE sequence IN (SELECT MAX(sequence) FROM issued_receipt GROUP BY answered_statement)
       AND sequence NOT IN (SELECT sequence FROM handed_receipt)
     ORDER BY sequence`,
  ).all();
}

/** When a receipt was first written out, by whom and how; null for one that nobody wrote anywhere. */
export type HandedReceipt = {
  readonly way: 'folder' | 'outbox';
  readonly by: string;
  readonly at: Instant;
};

export function findHanded(handle: ReadHandle, sequence: number): HandedReceipt | null {
  const handed = prepared<[number], HandedReceipt>(
    handle,
    `SELECT way, handed_by AS "by", handed_at AS "at" FROM handed_receipt
     WHERE sequence = ? ORDER BY id LIMIT 1`,
  ).get(sequence);
  return handed ?? null;
}

/** Keeps that a receipt was written somewhere; the first time counts. */
export function insertHanded(
  handle: WriteHandle,
  sequence: number,
  way: 'folder' | 'outbox',
  by: { readonly name: string; readonly at: Instant },
): void {
  prepared(
    handle,
    `INSERT INTO handed_receipt (sequence, way, handed_by, handed_at)
     SELECT $sequence, $way, $name, $at
     WHERE NOT EXISTS (SELECT 1 FROM handed_receipt WHERE sequence = $sequence)`,
  ).run({ sequence, way, ...by });
}
