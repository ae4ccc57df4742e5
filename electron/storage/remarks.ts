import type { Receipt } from '#shared/bundle/receipt.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

type Remark = Receipt['remarks'][number];

/**
 * What the office has to say of the cells of a received report, in their order: of each the last that
 * was written, whether an answer carried it already or not; an empty text took it back.
 */
export function listRemarks(handle: ReadHandle, bundle: number): readonly Remark[] {
  return prepared<[number], Remark>(
    handle,
    `SELECT form_code AS form, row_code AS row, NULLIF(column_code, '') AS "column", text
     FROM remark WHERE id IN (
       SELECT MAX(id) FROM remark WHERE bundle_id = ? GROUP BY form_code, row_code, column_code
     ) AND text <> '' ORDER BY form_code, row_code, column_code`,
  ).all(bundle);
}

/** Keeps a remark; what was said of that cell before stays in the history of the table. */
export function insertRemark(
  handle: WriteHandle,
  bundle: number,
  { form, row, column, text }: Remark,
  by: { readonly name: string; readonly at: Instant },
): void {
  prepared(
    handle,
    `INSERT INTO remark (bundle_id, form_code, row_code, column_code, text, written_by, written_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(bundle, form, row, column ?? '', text, by.name, by.at);
}
