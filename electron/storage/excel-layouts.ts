import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** The mapping that was last used for a layout and form, as it was written; null for a new layout. */
export function readExcelLayout(
  handle: ReadHandle,
  fingerprint: string,
  form: string,
): string | null {
  return (
    prepared<[string, string], { mapping: string }>(
      handle,
      'SELECT mapping FROM excel_layout WHERE fingerprint = ? AND form_code = ?',
    ).get(fingerprint, form)?.mapping ?? null
  );
}

/** Remembers a mapping for a layout and form, in place of an earlier one. */
export function upsertExcelLayout(
  handle: WriteHandle,
  layout: {
    readonly fingerprint: string;
    readonly form: string;
    readonly mapping: string;
    readonly at: Instant;
  },
): void {
  prepared(
    handle,
    `INSERT INTO excel_layout (fingerprint, form_code, mapping, used_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (fingerprint, form_code) DO UPDATE SET
       mapping = excluded.mapping, used_at = excluded.used_at`,
  ).run(layout.fingerprint, layout.form, layout.mapping, layout.at);
}
