/** The five characters that XML gives a meaning, and the white space that an attribute would lose. */
const SPECIAL = /[&<>"\t\n\r]/g;
const REPLACEMENTS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** An element's opening with attributes in their order; those that are null are left out. */
export function openTag(
  name: string,
  attributes: readonly (readonly [name: string, value: string | null])[],
): string {
  const written = attributes.flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${escaped(value)}"`],
  );
  return `${name}${written.join('')}`;
}

function escaped(text: string): string {
  return text.replace(SPECIAL, (character) => REPLACEMENTS[character] ?? character);
}
