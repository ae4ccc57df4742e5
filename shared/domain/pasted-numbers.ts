import { parseDecimal, type Decimal } from './decimal.ts';
import { numberParts, type NumberParts } from './number-input.ts';

/**
 * What a pasted block is asked about, once (D17). A text is ambiguous when its one kind of separator
 * can be a decimal sign or can part thousands, and both give a number:
 * - `point-three`: `1.234`, 1234 or 1,234;
 * - `point-other`: `6.2`, `0.765`, `1234.567`: a decimal point of foreign habit, or digits that a
 *   Vietnamese spreadsheet would take for 62;
 * - `comma-three`: `1,234`, 1,234 or the English 1234;
 * - `blanks-and-point`: `1 234.567`, 1234,567 or 1234567.
 */
export const ambiguousShapes = [
  'point-three',
  'point-other',
  'comma-three',
  'blanks-and-point',
] as const;
export type AmbiguousShape = (typeof ambiguousShapes)[number];

/** What the last separator is taken for. */
export type SeparatorReading = 'decimal' | 'thousands';

/** All texts of a block that have one shape: they are answered together. */
export type Ambiguity = {
  readonly shape: AmbiguousShape;
  /** The first of them, as it was pasted, and how many there are. */
  readonly example: string;
  readonly count: number;
  /** What the example is under each answer. */
  readonly readings: Readonly<Record<SeparatorReading, Decimal>>;
  /** The likelier answer, by the rest of the block, else by the rules D12 and D13. */
  readonly suggested: SeparatorReading;
  /** A text of the same block whose separators can be read one way only and which decides; or null. */
  readonly evidence: string | null;
};

/** The answers, by shape; a shape that is left out keeps the reading of `readNumber`. */
export type AmbiguityChoice = Readonly<Partial<Record<AmbiguousShape, SeparatorReading>>>;

const SHAPES: readonly { readonly shape: AmbiguousShape; readonly pattern: RegExp }[] = [
  { shape: 'point-three', pattern: /^[1-9]\d{0,2}\.\d{3}$/ },
  { shape: 'point-other', pattern: /^\d+\.\d+$/ },
  { shape: 'comma-three', pattern: /^[1-9]\d{0,2},\d{3}$/ },
  { shape: 'blanks-and-point', pattern: /^[1-9]\d{0,2}(?: \d{3})+\.\d{3}$/ },
];

/** Shapes that only one habit writes: the comma or the point is the decimal sign, beyond doubt. */
const DECIMAL_COMMA =
  /^(?:\d*,(?!\d{3}$)\d+|0\d*,\d+|\d{4,},\d+|[1-9]\d{0,2}(?:[. ]\d{3})+,\d+|[1-9]\d{0,2}(?:\.\d{3}){2,})$/;
const DECIMAL_POINT = /^[1-9]\d{0,2}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;

/**
 * The ambiguous texts of a pasted block, grouped by shape in the order of `ambiguousShapes`; an empty
 * list when there is nothing to ask. Texts that are no numbers are passed over.
 * @param unitWords see `readNumber`.
 */
export function ambiguitiesOf(
  texts: readonly string[],
  unitWords: readonly string[] = [],
): readonly Ambiguity[] {
  const numbers = texts.flatMap((text) => {
    const parts = numberParts(text, unitWords);
    return parts === null ? [] : [{ text, parts, shape: shapeOf(parts) }];
  });
  const first = (test: RegExp) =>
    numbers.find(({ parts }) => test.test(parts.amount))?.text ?? null;
  const evidence = { comma: first(DECIMAL_COMMA), point: first(DECIMAL_POINT) };
  return ambiguousShapes.flatMap((shape) => {
    const alike = numbers.filter((number) => number.shape === shape);
    const [example] = alike;
    const readings = example === undefined ? null : readingsOf(example.parts);
    return example === undefined || readings === null
      ? []
      : [
          {
            shape,
            example: example.text,
            count: alike.length,
            readings,
            ...weigh(shape, evidence),
          },
        ];
  });
}

/**
 * The block with its ambiguous texts written as `readNumber` reads them, in the answered sense: without
 * groups, with a decimal comma. Sign, percent sign and unit stay; all other texts come back as they are.
 */
export function resolveAmbiguities(
  texts: readonly string[],
  choice: AmbiguityChoice,
  unitWords: readonly string[] = [],
): readonly string[] {
  return texts.map((text) => {
    const parts = numberParts(text, unitWords);
    const shape = parts === null ? null : shapeOf(parts);
    const reading = shape === null ? undefined : choice[shape];
    if (parts === null || reading === undefined) return text;
    const digits = plainDigits(parts.amount, reading).replace('.', ',');
    return parts.sign + digits + parts.tail;
  });
}

function shapeOf({ amount }: NumberParts): AmbiguousShape | null {
  return SHAPES.find(({ pattern }) => pattern.test(amount))?.shape ?? null;
}

function readingsOf({ sign, amount }: NumberParts): Ambiguity['readings'] | null {
  const decimal = parseDecimal(sign + plainDigits(amount, 'decimal'));
  const thousands = parseDecimal(sign + plainDigits(amount, 'thousands'));
  return decimal === null || thousands === null ? null : { decimal, thousands };
}

/** The digits with a point for the decimal sign, if there is one. */
function plainDigits(amount: string, reading: SeparatorReading): string {
  const ungrouped = amount.replaceAll(' ', '');
  return reading === 'thousands' ? ungrouped.replace(/[.,]/, '') : ungrouped.replace(',', '.');
}

/** A block that shows both habits decides nothing. */
function weigh(
  shape: AmbiguousShape,
  { comma, point }: { readonly comma: string | null; readonly point: string | null },
): Pick<Ambiguity, 'suggested' | 'evidence'> {
  const byRule = shape === 'point-three' ? 'thousands' : 'decimal';
  if ((comma === null) === (point === null)) return { suggested: byRule, evidence: null };
  // No habit parts thousands as in `6.2`.
  if (shape === 'point-other') return { suggested: 'decimal', evidence: point };
  const isDecimal = shape === 'comma-three' ? comma !== null : point !== null;
  return { suggested: isDecimal ? 'decimal' : 'thousands', evidence: comma ?? point };
}
