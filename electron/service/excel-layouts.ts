import type { Form } from '#shared/catalogue/forms/form.ts';
import { ownRowNumber } from '#shared/catalogue/forms/layout.ts';
import { layoutMapping } from '#shared/ipc/calls/excel.ts';
import type { LayoutMapping } from '#shared/ipc/calls/excel.ts';
import type { Instant } from '#shared/kit/clock.ts';

import type { RawSheet } from '../excel/read-workbook.ts';
import { fingerprintLayout } from '../excel/sheet-header.ts';
import { readExcelLayout, upsertExcelLayout } from '../storage/excel-layouts.ts';
import type { ReadHandle, WriteHandle } from '../storage/handle.ts';

/** The mapping that was last used for sheets like this one; null for a layout that is new here. */
export function rememberedMapping(
  handle: ReadHandle,
  form: Form,
  sheet: RawSheet,
): LayoutMapping | null {
  const fingerprint = fingerprintLayout(sheet);
  const text = fingerprint === null ? null : readExcelLayout(handle, fingerprint, form.code);
  if (text === null) return null;
  const read = layoutMapping.safeParse(parsed(text));
  return read.success ? read.data : null;
}

/**
 * Remembers a mapping for sheets like this one, in a transaction of the caller. Rows of the unit's own
 * are left out: their codes mean other things in another period.
 */
export function rememberMapping(
  handle: WriteHandle,
  form: Form,
  sheet: RawSheet,
  mapping: LayoutMapping,
  at: Instant,
): void {
  const fingerprint = fingerprintLayout(sheet);
  if (fingerprint === null) return;
  const rows = mapping.rows.filter(({ row }) => row === null || !isOwnRow(form, row));
  const text = JSON.stringify({ ...mapping, rows });
  upsertExcelLayout(handle, { fingerprint, form: form.code, mapping: text, at });
}

function isOwnRow(form: Form, row: string): boolean {
  return form.rows.some((rows) => rows.from === 'own' && ownRowNumber(rows.prefix, row) > 0);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
