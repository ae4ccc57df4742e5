import { observationStatuses } from '#shared/domain/cell.ts';
import type { ObservationStatus } from '#shared/domain/cell.ts';
import { searchKey } from '#shared/text/fold.ts';

/** How people write each status, without accents; the code itself and English are understood too. */
const words: Readonly<Record<ObservationStatus, readonly string[]>> = {
  estimated: ['uoc tinh', 'so lieu uoc tinh', 'uoc thuc hien', 'estimated'],
  provisional: ['so bo', 'so lieu so bo', 'provisional'],
  official: ['chinh thuc', 'so lieu chinh thuc', 'official'],
};

/**
 * The status that a typed text means: "ước", "so bo", "Chính thức"; null when it fits none or more
 * than one. A beginning of two letters is enough.
 */
export function readStatus(text: string): ObservationStatus | null {
  const key = searchKey(text);
  if (key.length < 2) return null;
  const fitting = observationStatuses.filter((status) =>
    words[status].some((word) => word.startsWith(key)),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
