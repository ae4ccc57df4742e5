/**
 * The little XML that has to be looked at before a file is given to the library: the attributes of
 * tags. Nothing here follows entities of a file's own or anything outside, and no expression looks
 * past the next `<`, so that the time stays in proportion to the length.
 */
const ATTRIBUTE = /([\w.:-]{1,60})\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITY = /&(?:#x([\da-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g;
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
/** What XML 1.0 cannot hold at all. */
const NO_XML_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The attributes of every tag with a name, in order; `name` is ASCII letters. */
export function* attributesOfTags(
  xml: string,
  name: string,
): Generator<ReadonlyMap<string, string>, void> {
  const tag = new RegExp(`<${name}(?=[\\s/>])((?:"[^"]*"|'[^']*'|[^<>"'])*)>`, 'g');
  for (const [, attributes = ''] of xml.matchAll(tag)) yield attributesOf(attributes);
}

/** A text as it stands in an attribute. */
export function attributeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

/** A text without the characters that XML cannot hold. */
export function xmlText(text: string): string {
  return text.replace(NO_XML_CHARACTER, '');
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', double, single]) => [
      name,
      decode(double ?? single ?? ''),
    ]),
  );
}

function decode(text: string): string {
  return text.replace(ENTITY, (entity, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED.get(name) ?? entity;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : entity;
  });
}
