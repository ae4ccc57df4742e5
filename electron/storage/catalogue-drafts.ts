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
  readonly action: 'edit' | 'load' | 'discard' | 'undo';
  /** As JSON; null for another action. */
  readonly edit: string | null;
  /**
   * What it took away, as JSON text; null where there was no draft. Of an edit the parts that it changed,
   * as they were; of undoing an edit null, since the edit stands above; else the whole draft.
   */
  readonly replaced: string | null;
  /** The version on which the draft that it took away had begun; null where there was none. */
  readonly replacedBase: number | null;
  /** The step that it undoes; null for another action. */
  readonly undoes: number | null;
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
    `INSERT INTO catalogue_draft_step (action, edit, replaced, replaced_base, undoes, before_sha256,
       after_sha256, changed_by, changed_at)
     VALUES ($action, $edit, $replaced, $replacedBase, $undoes, $before, $after, $by, $at)`,
  ).run(step);
}

/** The last step that was not undone, with its number; null where there is none. */
export function readLastStep(handle: ReadHandle): (DraftStep & { readonly id: number }) | null {
  return (
    prepared<[], DraftStep & { readonly id: number }>(
      handle,
      `SELECT id, action, edit, replaced, replaced_base AS replacedBase, undoes,
         before_sha256 AS before, after_sha256 AS after, changed_by AS by, changed_at AS at
       FROM catalogue_draft_step
       WHERE action <> 'undo'
         AND id NOT IN (SELECT undoes FROM catalogue_draft_step WHERE undoes IS NOT NULL)
       ORDER BY id DESC LIMIT 1`,
    ).get() ?? null
  );
}
