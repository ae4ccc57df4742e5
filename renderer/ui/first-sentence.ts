/** The end of a sentence before another one that begins with a capital letter. */
const SENTENCE_END = /[.:](?= +[“"(]?\p{Lu})/u;

/**
 * What happened, apart from what is safe and what to do: the first sentence of a message and the
 * others, which are empty when there are none.
 */
export function splitSentence(text: string): { readonly first: string; readonly rest: string } {
  const end = SENTENCE_END.exec(text)?.index;
  return end === undefined
    ? { first: text, rest: '' }
    : { first: text.slice(0, end + 1), rest: text.slice(end + 1).trim() };
}
