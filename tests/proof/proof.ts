/** One line of what was proven: how much was tried, and what would have been wrong. */
export type Proof = {
  readonly what: string;
  readonly tried: number;
  /** How many of them went otherwise than they must; a proof holds when there are none. */
  readonly wrong: number;
  readonly note: string;
  /** What is said when this proof is asked for alone: exceptions by name. */
  readonly details?: readonly string[];
};

/** The lines as a table for people. */
export function proofTable(proofs: readonly Proof[]): string {
  const rows = [
    ['what', 'tried', 'wrong', ''],
    ...proofs.map(({ what, tried, wrong, note }) => [what, String(tried), String(wrong), note]),
  ];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
