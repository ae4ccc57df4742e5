import { SaxesParser } from 'saxes';

/** An element with its attributes and the elements inside it; text between them is not kept. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
};

type Open = XmlElement & { readonly children: XmlElement[] };

/**
 * Reads an XML document with a real parser: namespaces resolved, entities of its own refused. Null for
 * what is not well-formed, has a document type, or holds text beside elements.
 */
export function readElements(text: string): XmlElement | null {
  const parser = new SaxesParser({ xmlns: true, fragment: false });
  const open: Open[] = [];
  const read: { root: XmlElement | null; isSound: boolean } = { root: null, isSound: true };
  const spoil = () => {
    read.isSound = false;
  };
  parser.on('error', spoil);
  parser.on('doctype', spoil);
  parser.on('cdata', spoil);
  parser.on('processinginstruction', spoil);
  parser.on('text', (content) => {
    if (content.trim() !== '') spoil();
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const values = Object.entries(attributes)
      .filter(([key]) => key !== 'xmlns')
      .map(([key, { value }]) => [key, value] as const);
    const element: Open = {
      name: local,
      namespace: uri,
      attributes: Object.fromEntries(values),
      children: [],
    };
    open[open.length - 1]?.children.push(element);
    read.root ??= element;
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return read.isSound ? read.root : null;
}
