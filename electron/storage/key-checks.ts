import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

export type KeyCheckKind = 'printed' | 'tested';

/** When a key, named by its public half, was last printed or tested; null when it never was. */
export function readKeyCheck(handle: ReadHandle, key: string, kind: KeyCheckKind): Instant | null {
  return (
    prepared<[string, string], { at: Instant }>(
      handle,
      'SELECT at FROM key_check WHERE key = ? AND kind = ?',
    ).get(key, kind)?.at ?? null
  );
}

export function keepKeyCheck(
  handle: WriteHandle,
  key: string,
  kind: KeyCheckKind,
  at: Instant,
): void {
  prepared(
    handle,
    `INSERT INTO key_check (key, kind, at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET at = excluded.at`,
  ).run(key, kind, at);
}
