import type { SheetRow } from '#shared/ipc/calls/sheet.ts';
import type { FindingView } from '#shared/ipc/shapes.ts';
import { viFindings } from '#shared/text/vi/findings.ts';
import type { Text } from './text.ts';

type FindingCode = keyof typeof viFindings;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
const MISSING = '...';

/**
 * What a finding says to a person; one that this program has no words for says its code.
 * @param typed what stands in the finding's cell, see `typedOf`.
 */
export function findingText(finding: FindingView, text: Text, typed: string): string {
  const code = isKnown(finding.code) ? finding.code : 'other';
  const facts = Object.fromEntries(
    Object.entries(finding.facts).map(([name, fact]) => [name, shownFact(fact, text)]),
  );
  return text.t(`findings.${code}`, { ...facts, code: finding.code, typed });
}

/** The finding's place among others: errors first, then what must be explained, then warnings. */
export function severityRank({ severity }: FindingView): number {
  return ['error', 'explain', 'warning'].indexOf(severity);
}

/** What stands in the cell that a finding is about. */
export function typedOf({ column }: FindingView, row: SheetRow | undefined): string {
  return column === null ? '' : (row?.cells[column].typed ?? '');
}

function isKnown(code: string): code is FindingCode {
  return Object.hasOwn(viFindings, code);
}

function shownFact(fact: string | number, { formatDecimal }: Text): string {
  const plain = String(fact);
  // A range may be open at one end.
  if (plain === '') return MISSING;
  return PLAIN_NUMBER.test(plain) ? formatDecimal(plain) : plain;
}
