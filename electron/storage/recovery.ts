import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** The office's key under its recovery code, and since when; null while there is no code. */
export function readRecovery(
  handle: ReadHandle,
): { readonly wrappedKey: string; readonly madeAt: Instant } | null {
  return (
    prepared<[], { wrappedKey: string; madeAt: Instant }>(
      handle,
      'SELECT wrapped_key AS wrappedKey, made_at AS madeAt FROM recovery',
    ).get() ?? null
  );
}

export function replaceRecovery(handle: WriteHandle, wrappedKey: string, at: Instant): void {
  prepared(
    handle,
    `INSERT INTO recovery (id, wrapped_key, made_at) VALUES (1, ?, ?)
     ON CONFLICT DO UPDATE SET wrapped_key = excluded.wrapped_key, made_at = excluded.made_at`,
  ).run(wrappedKey, at);
}
