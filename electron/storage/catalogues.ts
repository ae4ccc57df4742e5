import type { UnitCode } from '#shared/domain/unit.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';

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

/** A version of the catalogue that the store has or had, as JSON text; null where it never did. */
export function readCatalogueVersion(handle: ReadHandle, version: number): string | null {
  return (
    prepared<[number], { content: string }>(
      handle,
      'SELECT content FROM catalogue WHERE version = ?',
    ).get(version)?.content ?? null
  );
}

/** The version of the newest catalogue; null before the first was loaded. */
export function currentCatalogueVersion(handle: ReadHandle): number | null {
  return (
    prepared<[], { version: number | null }>(
      handle,
      'SELECT MAX(version) AS version FROM catalogue',
    ).get()?.version ?? null
  );
}

/**
 * A unit's name with its type on a day, in the store's newest catalogue; null for a code that it lacks. It does
 * not wait for the catalogue to be read and checked: the sign-in page asks for this alone.
 */
export function readUnitName(handle: ReadHandle, code: UnitCode, day: CalendarDay): string | null {
  return (
    prepared<[UnitCode, CalendarDay], { name: string }>(
      handle,
      `SELECT unit.value ->> 'nameWithType' AS name
       FROM (SELECT content FROM catalogue ORDER BY version DESC LIMIT 1) AS newest,
         json_each(newest.content, '$.units') AS unit
       WHERE unit.value ->> 'code' = ?
         AND COALESCE(unit.value ->> 'validFrom', '') <= ?
       ORDER BY COALESCE(unit.value ->> 'validFrom', '') DESC LIMIT 1`,
    ).get(code, day)?.name ?? null
  );
}

/** Where a version came from: the program, a file at first run, the desk here, or the province. */
export type CatalogueOrigin = 'program' | 'file' | 'published' | 'taken';

/** Where the newest version came from; null before the first was loaded. */
export function currentCatalogueOrigin(handle: ReadHandle): CatalogueOrigin | null {
  return (
    prepared<[], { origin: CatalogueOrigin }>(
      handle,
      'SELECT origin FROM catalogue ORDER BY version DESC LIMIT 1',
    ).get()?.origin ?? null
  );
}

export function insertCatalogue(
  handle: WriteHandle,
  version: number,
  content: string,
  at: Instant,
  origin: CatalogueOrigin = 'program',
): void {
  prepared(
    handle,
    'INSERT INTO catalogue (version, content, loaded_at, origin) VALUES (?, ?, ?, ?)',
  ).run(version, content, at, origin);
}
