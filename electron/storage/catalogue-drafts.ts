import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** The draft of the next version as JSON text, with who touched it last. */
export type StoredDraft = {
  readonly content: string;
  readonly changedBy: string;
  readonly changedAt: Instant;
};

/** The draft; null while nothing was edited since the last version. */
export function readDraft(handle: ReadHandle): StoredDraft | null {
  return (
    prepared<[], StoredDraft>(
      handle,
      `SELECT content, changed_by AS changedBy, changed_at AS changedAt FROM catalogue_draft`,
    ).get() ?? null
  );
}

/** Keeps the draft in place of the one before. */
export function keepDraft(handle: WriteHandle, draft: StoredDraft): void {
  prepared(
    handle,
    `INSERT INTO catalogue_draft (id, content, changed_by, changed_at) VALUES (1, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET content = excluded.content,
       changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  ).run(draft.content, draft.changedBy, draft.changedAt);
}

export function deleteDraft(handle: WriteHandle): void {
  prepared(handle, 'DELETE FROM catalogue_draft').run();
}
