import type { Receipt } from '#shared/bundle/receipt.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

type Remark = Receipt['remarks'][number];

/** What somebody wants to say of a received report, in the order of its cells; not answered yet. */
export function listRemarks(handle: ReadHandle, bundle: number): readonly Remark[] {
  return prepared<[number], Remark>(
    handle,
    `SELECT form_code AS form, row_code AS row, NULLIF(column_code, '') AS "column", text
     FROM remark WHERE bundle_id = ? ORDER BY form_code, row_code, column_code`,
  ).all(bundle);
}

/** Keeps a remark in place of what was said of that cell before; an empty text takes it back. */
export function saveRemark(
  handle: WriteHandle,
  bundle: number,
  { form, row, column, text }: Remark,
  by: { readonly name: string; readonly at: Instant },
): void {
  if (text === '') {
    prepared(
      handle,
      `DELETE FROM remark
       WHERE bundle_id = ? AND form_code = ? AND row_code = ? AND column_code = ?`,
    ).run(bundle, form, row, column ?? '');
    return;
  }
  prepared(
    handle,
    `INSERT INTO remark
       (bundle_id, form_code, row_code, column_code, text, written_by, written_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET text = excluded.text, written_by = excluded.written_by,
       written_at = excluded.written_at`,
  ).run(bundle, form, row, column ?? '', text, by.name, by.at);
}
