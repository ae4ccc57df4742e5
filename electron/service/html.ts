/** HTML that is safe to put into a page: made by `html` alone. */
export type Html = { readonly markup: string };

type Content = string | number | Html | readonly Html[];

/**
 * Writes HTML with everything between the literal parts as text: what people typed can never become
 * markup. Parts that are `Html` themselves, or lists of it, are put in as they are.
 */
export function html(literals: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const markup = literals.reduce((written, literal, at) => {
    const content = contents[at - 1];
    return written + (content === undefined ? '' : markupOf(content)) + literal;
  });
  return { markup };
}

function markupOf(content: Content): string {
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  return 'markup' in content ? content.markup : content.map((part) => part.markup).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => entities[letter] ?? letter);
}
