import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import type { Instant } from '#shared/kit/clock.ts';
import type { Role } from '#shared/domain/role.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/**
 * Who did what to which object; `detail` never holds a figure or a secret, at most its digest, but for
 * the reason of a revision, which its writer addresses to the province (B32). Actor and role are empty
 * where nobody is signed in: opening a backup.
 */
export type AuditAct = {
  readonly at: Instant;
  readonly actor: string;
  readonly role: Role | '';
  readonly action: string;
  readonly object: string;
  readonly detail: string;
};

export type AuditEntry = AuditAct & { readonly n: number; readonly hash: string };

/** The head of an empty log. */
const emptyAuditHead = '0'.repeat(64);

const columns = 'n, at, actor, role, action, object, detail, hash';

/** The number and hash of the newest entry: what a bundle anchors outside this store. */
export function auditHead(handle: ReadHandle): { readonly n: number; readonly head: string } {
  const last = prepared<[], { n: number; hash: string }>(
    handle,
    'SELECT n, hash FROM audit_entry ORDER BY n DESC LIMIT 1',
  ).get();
  return { n: last?.n ?? 0, head: last?.hash ?? emptyAuditHead };
}

/** Appends an entry whose hash covers the one before: h(n) = SHA-256(JCS{entry, prev: h(n-1)}). */
export function appendAudit(handle: WriteHandle, act: AuditAct): void {
  const { n, head } = auditHead(handle);
  prepared(
    handle,
    'INSERT INTO audit_entry (n, at, actor, role, action, object, detail, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  ).run(
    n + 1,
    act.at,
    act.actor,
    act.role,
    act.action,
    act.object,
    act.detail,
    chain(n + 1, head, act),
  );
}

/** The entries after number `after`, oldest first. */
export function listAudit(handle: ReadHandle, after: number): readonly AuditEntry[] {
  return prepared<[number], AuditEntry>(
    handle,
    `SELECT ${columns} FROM audit_entry WHERE n > ? ORDER BY n`,
  ).all(after);
}

/** The hash of entry `n`; null when there is none. The head of the empty log for 0. */
export function auditHashAt(handle: ReadHandle, n: number): string | null {
  if (n === 0) return emptyAuditHead;
  return (
    prepared<[number], { hash: string }>(handle, 'SELECT hash FROM audit_entry WHERE n = ?').get(n)
      ?.hash ?? null
  );
}

/** When an act was last done to an object; null when it never was. */
export function lastActAt(handle: ReadHandle, action: string, object: string): Instant | null {
  return (
    prepared<[string, string], { at: Instant }>(
      handle,
      'SELECT at FROM audit_entry WHERE action = ? AND object = ? ORDER BY n DESC LIMIT 1',
    ).get(action, object)?.at ?? null
  );
}

/** The number of the first entry whose hash does not follow from the one before; null when all do. */
export function firstBrokenLink(handle: ReadHandle): number | null {
  let head = emptyAuditHead;
  let expected = 1;
  for (const entry of prepared<[], AuditEntry>(
    handle,
    `SELECT ${columns} FROM audit_entry ORDER BY n`,
  ).iterate()) {
    if (entry.n !== expected || entry.hash !== chain(entry.n, head, entry)) return entry.n;
    head = entry.hash;
    expected += 1;
  }
  return null;
}

function chain(n: number, prev: string, act: AuditAct): string {
  const { at, actor, role, action, object, detail } = act;
  return sha256Hex(canonicalJsonBytes({ n, prev, at, actor, role, action, object, detail }));
}
