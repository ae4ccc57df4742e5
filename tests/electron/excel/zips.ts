import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** One entry to write; what is given besides name and content is written instead of the truth. */
export type Entry = {
  readonly name: string;
  readonly content: Uint8Array | string;
  readonly declaredBytes?: number;
  readonly flags?: number;
  readonly checksum?: number;
  readonly localAt?: number;
};

/** Writes a ZIP as told, be it sound or not. */
export function zip(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const content = Buffer.from(entry.content);
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt16LE(name.length, 26);
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(entry.flags ?? 0, 8);
    head.writeUInt16LE(8, 10);
    head.writeUInt32LE(entry.checksum ?? crc32(content), 16);
    head.writeUInt32LE(packed.length, 20);
    head.writeUInt32LE(entry.declaredBytes ?? content.length, 24);
    head.writeUInt16LE(name.length, 28);
    head.writeUInt32LE(entry.localAt ?? at, 42);
    locals.push(local, name, packed);
    directory.push(head, name);
    at += local.length + name.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...locals, listed, end]));
}

/** The entries of a sound ZIP as text, for a look inside and for changing one of them. */
export function unzip(archive: Uint8Array): Entry[] {
  const bytes = Buffer.from(archive);
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    const [packed, nameLength] = [bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const [extra, comment] = [bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const local = bytes.readUInt32LE(at + 42);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const dataAt = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(dataAt, dataAt + packed);
    const isDeflated = bytes.readUInt16LE(at + 10) === 8;
    at += 46 + nameLength + extra + comment;
    return { name, content: (isDeflated ? inflateRawSync(data) : data).toString('utf8') };
  });
}

/** The archive with the texts of some parts changed. */
export function edited(
  archive: Uint8Array,
  change: (text: string, name: string) => string,
): Uint8Array {
  return zip(
    unzip(archive).map(({ name, content }) => ({ name, content: change(String(content), name) })),
  );
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of one sheet as other programs write it: `sheetData` and the rest are XML. */
export function workbook(
  sheetData: string,
  { styles = '', strings = '', after = '', settings = '' } = {},
): Entry[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  return [
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}">${settings}<sheets><sheet name="Biểu 1" sheetId="7" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships>${relation('rId1', 'worksheet', 'worksheets/bieu.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    {
      name: 'xl/worksheets/bieu.xml',
      content: `<worksheet xmlns="${main}"><sheetData>${sheetData}</sheetData>${after}</worksheet>`,
    },
    {
      name: 'xl/styles.xml',
      content:
        styles === ''
          ? `<styleSheet xmlns="${main}"><fonts><font><name val="Times New Roman"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs></styleSheet>`
          : styles,
    },
    { name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${strings}</sst>` },
  ];
}
