import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** The draft of the next version as JSON text, with who touched it last. */
export type StoredDraft = {
  readonly content: string;
  /** The version in force when it was begun: of a newer one it knows nothing. */
  readonly baseVersion: number;
  readonly changedBy: string;
  readonly changedAt: Instant;
};

/** What was done to the draft. An edit is kept as itself: with the draft before it, it makes the one after. */
export type DraftStep = {
  readonly action: 'edit' | 'load' | 'discard';
  /** As JSON; null for another action. */
  readonly edit: string | null;
  /** The draft that it took away, as JSON text; null for an edit, and where there was none. */
  readonly replaced: string | null;
  /** Digests of the draft's JSON text as it is kept; null where there is none. */
  readonly before: Sha256 | null;
  readonly after: Sha256 | null;
  readonly by: string;
  readonly at: Instant;
};

/** The draft; null while nothing was edited since the last version. */
export function readDraft(handle: ReadHandle): StoredDraft | null {
  return (
    prepared<[], StoredDraft>(
      handle,
      `SELECT content, base_version AS baseVersion, changed_by AS changedBy,
         changed_at AS changedAt
       FROM catalogue_draft`,
    ).get() ?? null
  );
}

/** Keeps the draft in place of the one before. */
export function keepDraft(handle: WriteHandle, draft: StoredDraft): void {
  prepared(
    handle,
    `INSERT INTO catalogue_draft (id, content, base_version, changed_by, changed_at)
     VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET content = excluded.content,
       base_version = excluded.base_version, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
  ).run(draft.content, draft.baseVersion, draft.changedBy, draft.changedAt);
}

export function deleteDraft(handle: WriteHandle): void {
  prepared(handle, 'DELETE FROM catalogue_draft').run();
}

export function insertDraftStep(handle: WriteHandle, step: DraftStep): void {
  prepared(
    handle,
    `INSERT INTO catalogue_draft_step (action, edit, replaced, before_sha256, after_sha256,
       changed_by, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(step.action, step.edit, step.replaced, step.before, step.after, step.by, step.at);
}
