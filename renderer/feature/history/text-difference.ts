type TextPair = {
  readonly before: string;
  readonly after: string;
  /** Whether something that both have in common was left out. */
  readonly isCut: boolean;
};

/** Shorter texts are shown whole: they are read at one look. */
const SHORT = 64;
/** So many letters of what both have in common stay beside the difference. */
const CONTEXT = 18;
/** What is left may still be a long text: its beginning says enough. */
const LONG = 120;
const CUT = '…';

/** Two texts as they fit a table: where they differ, and of that no more than its beginning. */
export function shownParts(before: string, after: string): TextPair {
  const parts = differingParts(before, after);
  const shown = { before: beginning(parts.before), after: beginning(parts.after) };
  const isShortened = shown.before !== parts.before || shown.after !== parts.after;
  return { ...shown, isCut: parts.isCut || isShortened };
}

/**
 * The parts in which two texts differ, each with a few words around it; both whole where one of them
 * is short. Cuts fall between words.
 */
export function differingParts(before: string, after: string): TextPair {
  const shorter = Math.min(before.length, after.length);
  if (shorter <= SHORT || before === after) return { before, after, isCut: false };
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const from = wordBegin(before, head - CONTEXT);
  const keptTail = tail - wordEnd(before.slice(before.length - tail), CONTEXT);
  if (from === 0 && keptTail === 0) return { before, after, isCut: false };
  const part = (text: string) =>
    (from > 0 ? CUT : '') + text.slice(from, text.length - keptTail) + (keptTail > 0 ? CUT : '');
  return { before: part(before), after: part(after), isCut: true };
}

function beginning(text: string): string {
  if (text.length <= LONG) return text;
  // A text of one endless word is cut inside of it.
  return text.slice(0, wordBegin(text, LONG) || LONG).trimEnd() + CUT;
}

/** Where the word at a place begins; 0 for a place before the text. */
function wordBegin(text: string, at: number): number {
  return at <= 0 ? 0 : text.lastIndexOf(' ', at) + 1;
}

/** Where the word at a place of the common end is over. */
function wordEnd(tail: string, at: number): number {
  const blank = tail.indexOf(' ', at);
  return at >= tail.length || blank < 0 ? tail.length : blank;
}
