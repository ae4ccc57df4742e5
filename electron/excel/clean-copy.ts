import { TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

import type { WorkbookParts } from './inspect-file.ts';
import { attributeText } from './xml.ts';

const ENGINE = { useWebWorkers: false, useCompressionStream: false, level: 0 } as const;
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const EMPTY_STYLES = `<styleSheet xmlns="${SPREADSHEET}"/>`;
/** Cells that have a look and nothing else; most of a form that nobody has filled in. */
const EMPTY_CELL = /<c\s[^<>]*\/>/g;
/** `\m` and `_m` in a number format are a letter and a blank; the library takes them for minutes. */
const FORMAT_CODE = /formatCode="[^"]*"/g;
const LITERAL = /\\(&\w+;|[^"])/gu;
const FILLER = /[_*](?:&\w+;|[^"])/gu;

/** The name of a sheet in a clean copy; counted from 0. */
export function cleanSheetName(index: number): string {
  return `s${index}`;
}

/**
 * A workbook of the inspected parts alone, for the library to read: it never sees the archive that
 * came from outside, and a part that was not inspected does not exist for it.
 */
export async function cleanCopy(parts: WorkbookParts): Promise<Uint8Array> {
  const target = new Uint8ArrayWriter();
  const writer = new ZipWriter(target, ENGINE);
  const files: [path: string, xml: string][] = [
    ['xl/workbook.xml', workbookXml(parts)],
    ['xl/_rels/workbook.xml.rels', relationsXml(parts)],
    ['xl/styles.xml', cleanStyles(parts.styles ?? EMPTY_STYLES)],
    ...parts.sheets.map(({ xml }, index): [string, string] => [
      partPath(index),
      xml.replace(EMPTY_CELL, ''),
    ]),
  ];
  if (parts.sharedStrings !== null) files.push(['xl/sharedStrings.xml', parts.sharedStrings]);
  for (const [path, xml] of files) await writer.add(path, new TextReader(xml));
  await writer.close();
  return await target.getData();
}

function workbookXml(parts: WorkbookParts): string {
  const sheets = parts.sheets.map((_, index) => {
    const name = attributeText(cleanSheetName(index));
    return `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index + 1}"/>`;
  });
  const settings = parts.startsIn1904 ? '<workbookPr date1904="1"/>' : '';
  return `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE}">${settings}<sheets>${sheets.join('')}</sheets></workbook>`;
}

function relationsXml(parts: WorkbookParts): string {
  const relations = parts.sheets.map(
    (_, index) =>
      `<Relationship Id="r${index + 1}" Type="${OFFICE}/worksheet" Target="${partPath(index).slice('xl/'.length)}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${relations.join('')}</Relationships>`;
}

function partPath(index: number): string {
  return `xl/worksheets/sheet${index + 1}.xml`;
}

function cleanStyles(xml: string): string {
  return xml.replace(FORMAT_CODE, (code) =>
    code.replace(LITERAL, '&quot;$1&quot;').replace(FILLER, ''),
  );
}
