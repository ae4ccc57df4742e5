import type { Comparison, Spread } from './rounds.ts';

/** The bench's lines as a table for people: medians, with the ends of the series behind them. */
export function table(lines: readonly Comparison[]): string {
  const rows = [
    ['what', 'ours', 'reference', 'ratio', 'aim'],
    ...lines.map(({ what, unit, ours, reference, ratio, aim }) => [
      what,
      `${show(ours, 2)} ${unit}`,
      `${show(reference, 2)} ${unit}`,
      ratio === null ? 'not measurable' : show(ratio, 2),
      aim === null ? '' : `≤ ${String(aim)}`,
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const notes = lines.map(({ what, note }) => `${what}: ${note}`);
  return [
    ...rows.map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
    '',
    ...notes,
  ].join('\n');
}

function show({ median, min, max }: Spread, decimals: number): string {
  const [middle, low, high] = [median, min, max].map((value) => value.toFixed(decimals));
  return `${String(middle)} (${String(low)}–${String(high)})`;
}
