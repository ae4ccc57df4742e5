import type { Finding } from './check.ts';

/** What a person wrote to settle findings, by the findings' keys. */
export type Explanations = ReadonlyMap<string, string>;

/** A finding with what was written about it, and whether it still keeps the submission back. */
export type SettledFinding = {
  readonly finding: Finding;
  readonly explanation: string | null;
  readonly isBlocking: boolean;
};

/** The key under which a finding's explanation is kept: `code|row|column`. */
export function findingKey({
  code,
  row,
  column,
}: Pick<Finding, 'code' | 'row' | 'column'>): string {
  return `${code}|${row}|${column ?? ''}`;
}

/**
 * Holds findings against the explanations (D102): an error always blocks, a warning never, and what must
 * be explained blocks until something is written. Explanations without a finding settle nothing.
 */
export function settledBy(
  findings: readonly Finding[],
  explanations: Explanations,
): readonly SettledFinding[] {
  return findings.map((finding) => {
    const explanation = (explanations.get(findingKey(finding)) ?? '').trim() || null;
    const isBlocking =
      finding.severity === 'error' || (finding.severity === 'explain' && explanation === null);
    return { finding, explanation, isBlocking };
  });
}

/** Whether anything still keeps the submission back. */
export function isSettled(settled: readonly SettledFinding[]): boolean {
  return settled.every(({ isBlocking }) => !isBlocking);
}

/** The explanations that still belong to a finding: only these travel with a bundle. */
export function explanationsInUse(
  findings: readonly Finding[],
  explanations: Explanations,
): Explanations {
  return new Map(
    settledBy(findings, explanations).flatMap(({ finding, explanation }) =>
      explanation === null ? [] : [[findingKey(finding), explanation] as const],
    ),
  );
}
