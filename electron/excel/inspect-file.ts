import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { inflateEntry, listArchive } from './archive.ts';
import type { ArchiveEntry, ArchiveRefusal } from './archive.ts';
import { columnNumber } from './table.ts';
import { attributesOfTags } from './xml.ts';

export type InspectRefusal =
  ArchiveRefusal | 'excel-too-large' | 'excel-has-macros' | 'excel-not-a-workbook';

/** A range of merged cells; rows and columns count from 1, ends included. */
export type Merge = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** The parts of a workbook that hold figures and texts, as XML; nothing else of the file is read. */
export type WorkbookParts = {
  readonly sheets: readonly SheetPart[];
  readonly styles: string | null;
  readonly sharedStrings: string | null;
  /** Days count from 1904 instead of 1900, as old Macs did. */
  readonly startsIn1904: boolean;
};

export type SheetPart = {
  readonly name: string;
  readonly isHidden: boolean;
  readonly xml: string;
  readonly merges: readonly Merge[];
};

const MEGABYTE = 1024 * 1024;
/** Nothing larger needs to be read from the disk. */
export const largestFileBytes = 20 * MEGABYTE;
const MAX_PART_BYTES = 64 * MEGABYTE;
/** The parts that only tell which other parts there are. */
const MAX_DIRECTORY_BYTES = 4 * MEGABYTE;
const MAX_READ_BYTES = 96 * MEGABYTE;
const MAX_SHEETS = 100;
const MAX_CELLS = 400_000;
const MAX_ROW = 1_048_576;
const MAX_MERGES = 20_000;
/** Microsoft's compound file: .xls, and any Office file with a password (MS-OFFCRYPTO 1.3.2). */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const MACRO_PART = /(?:^|\/)vbaproject[^/]*\.bin$|^xl\/macrosheets\/|^xl\/intlmacrosheets\//;
const MACRO_TYPE = /macroenabled|vbaproject|excel\.intlmacrosheet|macrosheet/i;
const ROOT_PREFIX = /<(\w+):(?:workbook|worksheet|sst|styleSheet|Relationships|Types)[\s>]/;
const REFERENCE = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/;

/**
 * Looks at the bytes of a file before the spreadsheet library does, and takes out the parts that hold
 * figures. Links to other files, pictures, drawings, comments, pivot tables and all else stay behind.
 *
 * Refuses `excel-too-large` {megabytes, most}; `excel-encrypted-or-old` for a password or the format
 * before 2007; `excel-damaged` {reason}; `excel-has-macros`; `excel-not-a-workbook`; and
 * `excel-too-large-inside` {reason} for what would unpack to more than an office's table ever is.
 */
export function inspectFile(bytes: Uint8Array): Result<WorkbookParts, InspectRefusal> {
  if (bytes.length > largestFileBytes) {
    return refuse('excel-too-large', {
      megabytes: Math.ceil(bytes.length / MEGABYTE),
      most: largestFileBytes / MEGABYTE,
    });
  }
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    return refuse('excel-encrypted-or-old');
  }
  const entries = listArchive(bytes);
  if (!entries.ok) return entries;
  if ([...entries.value.keys()].some((name) => MACRO_PART.test(name))) {
    return refuse('excel-has-macros');
  }
  const reader = partReader(bytes, entries.value);
  const types = reader('[content_types].xml', MAX_DIRECTORY_BYTES);
  if (!types.ok) return types;
  if (MACRO_TYPE.test(types.value ?? '')) return refuse('excel-has-macros');
  return readParts(reader);
}

type PartReader = (name: string, limit?: number) => Result<string | null, InspectRefusal>;

/** Reads parts by name as text, null for a part that is not there, within one budget for all. */
function partReader(archive: Uint8Array, entries: ReadonlyMap<string, ArchiveEntry>): PartReader {
  let left = MAX_READ_BYTES;
  return (name, limit = MAX_PART_BYTES) => {
    const entry = entries.get(name);
    if (entry === undefined) return ok(null);
    const content = inflateEntry(archive, entry, Math.min(left, limit));
    if (!content.ok) return content;
    left -= content.value.length;
    const { buffer, byteOffset, byteLength } = content.value;
    return ok(withoutPrefix(Buffer.from(buffer, byteOffset, byteLength).toString('utf8')));
  };
}

function readParts(read: PartReader): Result<WorkbookParts, InspectRefusal> {
  const workbook = read('xl/workbook.xml', MAX_DIRECTORY_BYTES);
  if (!workbook.ok) return workbook;
  const relations = read('xl/_rels/workbook.xml.rels', MAX_DIRECTORY_BYTES);
  if (!relations.ok) return relations;
  if (workbook.value === null || relations.value === null) return refuse('excel-not-a-workbook');
  const targets = readRelations(relations.value);
  const sheets: SheetPart[] = [];
  let cells = 0;
  for (const tag of attributesOfTags(workbook.value, 'sheet')) {
    const reference = [...tag].find(([name]) => name.endsWith(':id'));
    const part = targets.get(reference?.[1] ?? '');
    if (part?.type !== 'worksheet') continue;
    const xml = read(part.path);
    if (!xml.ok) return xml;
    if (xml.value === null) return refuse('excel-damaged', { reason: 'absent', part: part.path });
    const merges = measureSheet(xml.value);
    if (!merges.ok) return merges;
    cells += merges.value.cells;
    if (cells > MAX_CELLS) return refuse('excel-too-large-inside', { reason: 'cells' });
    const state = tag.get('state') ?? 'visible';
    sheets.push({
      name: tag.get('name') ?? '',
      isHidden: state !== 'visible',
      xml: xml.value,
      merges: merges.value.merges,
    });
    if (sheets.length > MAX_SHEETS) return refuse('excel-too-large-inside', { reason: 'sheets' });
  }
  if (sheets.length === 0) return refuse('excel-not-a-workbook');
  const styles = readByType(read, targets, 'styles');
  if (!styles.ok) return styles;
  const sharedStrings = readByType(read, targets, 'sharedStrings');
  if (!sharedStrings.ok) return sharedStrings;
  const [settings] = attributesOfTags(workbook.value, 'workbookPr');
  return ok({
    sheets,
    styles: styles.value,
    sharedStrings: sharedStrings.value,
    startsIn1904: ['1', 'true'].includes(settings?.get('date1904') ?? ''),
  });
}

/** Some writers put a prefix before every name (`<x:row>`), which the library does not understand. */
function withoutPrefix(xml: string): string {
  const prefix = ROOT_PREFIX.exec(xml.slice(0, 2_000))?.[1];
  return prefix === undefined ? xml : xml.replace(new RegExp(`<(/?)${prefix}:`, 'g'), '<$1');
}

type Target = { readonly type: string; readonly path: string };

function readByType(
  read: PartReader,
  targets: ReadonlyMap<string, Target>,
  type: string,
): Result<string | null, InspectRefusal> {
  const target = [...targets.values()].find((each) => each.type === type);
  return target === undefined ? ok(null) : read(target.path);
}

/** What the workbook refers to inside the file, by the id of the reference. */
function readRelations(xml: string): ReadonlyMap<string, Target> {
  const inside = [...attributesOfTags(xml, 'Relationship')].filter(
    (tag) => tag.get('TargetMode')?.toLowerCase() !== 'external',
  );
  return new Map(
    inside.map((tag) => {
      const target = (tag.get('Target') ?? '').toLowerCase().replaceAll('\\', '/');
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
      const type = tag.get('Type') ?? '';
      return [tag.get('Id') ?? '', { type: type.slice(type.lastIndexOf('/') + 1), path }];
    }),
  );
}

/** Counts cells before the library makes objects of them, and reads which cells are merged. */
function measureSheet(
  xml: string,
): Result<{ readonly cells: number; readonly merges: readonly Merge[] }, InspectRefusal> {
  let cells = 0;
  for (let at = xml.indexOf('<c '); at >= 0; at = xml.indexOf('<c ', at + 3)) cells += 1;
  for (const [, row] of xml.matchAll(/<row\s[^<>]*?\br="(\d+)"/g)) {
    cells += 1;
    if (Number(row) > MAX_ROW) return refuse('excel-damaged', { reason: 'row' });
  }
  const tail = xml.slice(Math.max(0, xml.lastIndexOf('</sheetData>')));
  const merges: Merge[] = [];
  for (const tag of attributesOfTags(tail, 'mergeCell')) {
    const merge = readMerge(tag.get('ref') ?? '');
    if (merge !== null) merges.push(merge);
    if (merges.length > MAX_MERGES) return refuse('excel-too-large-inside', { reason: 'merges' });
  }
  return ok({ cells, merges });
}

function readMerge(reference: string): Merge | null {
  const [, left = '', top, right, bottom] = REFERENCE.exec(reference) ?? [];
  if (top === undefined) return null;
  return {
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom ?? top),
    right: columnNumber(right ?? left),
  };
}
