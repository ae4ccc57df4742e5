import type { Instant } from '#shared/kit/clock.ts';

import { prepared } from './handle.ts';
import type { ReadHandle, WriteHandle } from './handle.ts';

/** The newest catalogue of the store as JSON text; null before the first was loaded. */
export function readCurrentCatalogue(handle: ReadHandle): string | null {
  return (
    prepared<[], { content: string }>(
      handle,
      'SELECT content FROM catalogue ORDER BY version DESC LIMIT 1',
    ).get()?.content ?? null
  );
}

export function insertCatalogue(
  handle: WriteHandle,
  version: number,
  content: string,
  at: Instant,
): void {
  prepared(handle, 'INSERT INTO catalogue (version, content, loaded_at) VALUES (?, ?, ?)').run(
    version,
    content,
    at,
  );
}
