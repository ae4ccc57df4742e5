import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { decimalOfDouble } from '../../../electron/excel/raw-cell.ts';
import type { RawCell } from '../../../electron/excel/raw-cell.ts';
import { readWorkbook } from '../../../electron/excel/read-workbook.ts';
import type { Workbook } from '../../../electron/excel/read-workbook.ts';
import { template } from './tables.ts';
import { edited, workbook, zip } from './zips.ts';

const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
  <numFmts><numFmt numFmtId="170" formatCode="#,##0\\ \\m"/><numFmt numFmtId="171" formatCode="0.0%"/><numFmt numFmtId="172" formatCode="dd/mm/yyyy"/><numFmt numFmtId="173" formatCode="_-* #,##0\\ &quot;người&quot;_-"/></numFmts>
  <fonts><font><name val=".VnTime"/></font><font><name val="Times New Roman"/></font><font><name val="VNI-Times"/></font></fonts>
  <cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="170" fontId="1"/><xf numFmtId="171" fontId="1"/><xf numFmtId="172" fontId="1"/><xf numFmtId="0" fontId="1"/><xf numFmtId="0" fontId="2"/><xf numFmtId="173" fontId="1"/></cellXfs>
</styleSheet>`;

async function opened(bytes: Uint8Array): Promise<Workbook> {
  const read = await readWorkbook(bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

/** The cells of the first row of a sheet made of `cells`. */
async function rowOf(
  cells: string,
  parts: Parameters<typeof workbook>[1] = { styles },
): Promise<readonly (RawCell | null)[]> {
  const book = await opened(zip(workbook(`<row r="1">${cells}</row>`, parts)));
  return book.sheets[0]?.rows[0]?.cells ?? [];
}

describe('what is read of a cell', () => {
  it('is a number as Excel shows it, whatever its format is', async () => {
    const cells = await rowOf(
      '<c r="A1" s="4"><v>0.30000000000000004</v></c><c r="B1" s="1"><v>1234.5</v></c><c r="C1" s="2"><v>0.062</v></c><c r="E1" s="6"><v>45678</v></c><c r="F1" s="4"><v>1E-7</v></c>',
    );
    expect(cells.map((cell) => cell?.text)).toEqual([
      '0.3',
      '1234.5',
      '0.062',
      undefined,
      '45678',
      '0.0000001',
    ]);
    expect(cells.map((cell) => cell?.kind)).toEqual([
      'number',
      'number',
      'number',
      undefined,
      'number',
      'number',
    ]);
    expect(cells[2]).toMatchObject({ isPercent: true, isFormula: false });
  });

  it('is a day of either calendar, a truth, an error', async () => {
    const day = '<c r="A1" s="3"><v>44788</v></c><c r="B1" s="3"><v>44788.5</v></c>';
    const others = '<c r="C1" s="4" t="b"><v>1</v></c><c r="D1" s="4" t="e"><v>#DIV/0!</v></c>';
    const cells = await rowOf(day + others);
    expect(cells.map((cell) => [cell?.kind, cell?.text])).toEqual([
      ['date', '2022-08-15'],
      ['date', '2022-08-15T12:00'],
      ['boolean', 'TRUE'],
      ['error', '#DIV/0!'],
    ]);
    const old = await rowOf('<c r="A1" s="3"><v>43326</v></c>', {
      styles,
      settings: '<workbookPr date1904="1"/>',
    });
    expect(old[0]?.text).toBe('2022-08-15');
  });

  it('is the saved value of a formula, which is never calculated', async () => {
    const cells = await rowOf(
      '<c r="A1" s="4"><f>1+1</f><v>99</v></c><c r="B1" s="4"><f>WEBSERVICE("http://x")</f></c><c r="C1" s="4" t="str"><f>A1&amp;"x"</f><v>cũ</v></c><c r="D1" s="4" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" s="4"><f>0</f><v>0</v></c>',
    );
    expect(cells.map((cell) => [cell?.kind, cell?.text, cell?.isFormula])).toEqual([
      ['number', '99', true],
      ['empty', '', true],
      ['text', 'cũ', true],
      ['error', '#DIV/0!', true],
      ['number', '0', true],
    ]);
  });

  it('is text in NFC, converted by the font of each run, with what stood there before', async () => {
    const strings =
      '<si><t>Tû lÖ hé nghÌo</t></si><si><r><rPr><rFont val="VNI-Times"/></rPr><t>huyeän </t></r><r><rPr><rFont val="Times New Roman"/></rPr><t>Nam Sách</t></r><r><t> x· Hång Phong</t></r></si><si><t>Tỷ lệ</t></si>';
    const cells = await rowOf(
      '<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" s="4" t="s"><v>2</v></c><c r="D1" s="5" t="inlineStr"><is><t>xaõ</t></is></c><c r="E1" s="0"><v>5</v></c>',
      { styles, strings },
    );
    expect(cells.map((cell) => cell?.text)).toEqual([
      'Tỷ lệ hộ nghèo',
      'huyện Nam Sách xã Hồng Phong',
      'Tỷ lệ',
      'xã',
      '5',
    ]);
    expect(cells[0]?.legacy).toEqual({
      encoding: 'tcvn3',
      before: 'Tû lÖ hé nghÌo',
      after: 'Tỷ lệ hộ nghèo',
    });
    expect(cells[2]?.legacy).toBeNull();
    expect(cells[3]).toMatchObject({ font: 'VNI-Times', legacy: { encoding: 'vni' } });
    expect(cells[4]?.legacy).toBeNull();
  });

  it('is only the first of merged cells', async () => {
    const book = await opened(
      zip(
        workbook(
          '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>',
          { after: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' },
        ),
      ),
    );
    expect(
      book.sheets[0]?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? null)),
    ).toEqual([
      ['1', null],
      [null, null, '4'],
    ]);
  });

  it('is the same in a file that puts a prefix before every name', async () => {
    const bytes = edited(zip(workbook('<row r="1"><c r="A1" t="str"><v>a</v></c></row>')), (text) =>
      text.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:'),
    );
    expect((await opened(bytes)).sheets[0]?.rows[0]?.cells[0]?.text).toBe('a');
  });
});

describe('numbers of a spreadsheet', () => {
  it('give back every decimal of up to 15 digits', () => {
    const decimals = fc
      .tuple(
        fc.bigInt({ min: 1n, max: 999_999_999_999_999n }),
        fc.integer({ min: 0, max: 14 }),
        fc.boolean(),
      )
      .map(([digits, decimals_, isNegative]) => {
        const padded = String(digits).padStart(decimals_ + 1, '0');
        const whole = padded.slice(0, padded.length - decimals_);
        const fraction = padded.slice(padded.length - decimals_).replace(/0+$/, '');
        return `${isNegative ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
      });
    fc.assert(
      fc.property(decimals, (text) => {
        expect(decimalOfDouble(Number(text))).toBe(text);
      }),
    );
  });

  it('hold no more than they can: nothing is no number, too long is none', () => {
    expect(decimalOfDouble(Number.NaN)).toBeNull();
    expect(decimalOfDouble(Number.POSITIVE_INFINITY)).toBeNull();
    expect(decimalOfDouble(1e300)).toBeNull();
    expect(decimalOfDouble(-0)).toBe('0');
    expect(decimalOfDouble(0.1 + 0.2)).toBe('0.3');
  });
});

describe('the identity of a template', () => {
  it('is read and is no sheet of the workbook', async () => {
    const book = await opened(await template());
    expect(book.sheets.map(({ name }) => name)).toEqual(['B01']);
    expect(book.identity).toMatchObject({ form: 'B01', unit: '291', period: '2022-08' });
    expect(book.isIdentityDamaged).toBe(false);
  });

  it('is known to be damaged when a word of it was changed', async () => {
    const bytes = edited(await template(), (text, name) =>
      name.endsWith('sharedStrings.xml') ? text.replace('2022-08&quot;]', '2022-09&quot;]') : text,
    );
    const book = await opened(bytes);
    expect(book).toMatchObject({ identity: null, isIdentityDamaged: true });
  });
});
