import { cellOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetFinding, SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { findingWords } from '#shared/domain/finding-words.ts';
import type { FindingWords } from '#shared/domain/finding-words.ts';
import type { Text } from './text.ts';

/**
 * What a finding says to a person, and how it was computed.
 * @param row the finding's row, where it is known.
 */
export function wordsOf(
  finding: SheetFinding,
  row: SheetRow | undefined,
  { language }: Text,
): FindingWords {
  const { column } = finding;
  const typed = column === null || row === undefined ? '' : cellOf(row, column).typed;
  return findingWords(finding, typed, language);
}

/** The finding's place among others: errors first, then what must be explained, then warnings. */
export function severityRank({ severity }: SheetFinding): number {
  return ['error', 'explain', 'warning'].indexOf(severity);
}
