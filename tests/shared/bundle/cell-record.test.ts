import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { encryptFor } from '#shared/bundle/age-envelope.ts';
import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { CELLS_PATH, MAX_CELLS, readCells, writeCells } from '#shared/bundle/cell-record.ts';
import type { CellRecord } from '#shared/bundle/cell-record.ts';
import {
  DATA_PACKAGE_PATH,
  OBSERVATIONS_PATH,
  writeDataPackage,
  writeObservations,
} from '#shared/bundle/data-package.ts';
import { signJws } from '#shared/bundle/jws.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import { writeStrictZip } from '#shared/bundle/strict-zip.ts';
import { columnCode, formCode, rowCode } from '#shared/ipc/shapes.ts';
import {
  codeOf,
  granted,
  newOffice,
  provinceContext,
  reportFacts,
  reportToSeal,
  someCells,
  someObservations,
} from './two-offices.ts';
import type { Office } from './two-offices.ts';

const forms = ['B01', 'B02', 'TM'].map((code) => ({ code }));
const context = { period: '2022-08', forms };

const someText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
  .map((text) =>
    text
      .normalize('NFC')
      .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF]/gu, '')
      .trim(),
  )
  .filter((text) => text !== '' && text.normalize('NFC') === text);
const someValue = fc.oneof(
  someText,
  fc.constantFrom('-', '...', '0', '6.2', '-0.5', '2022-08-22', 'estimated', 'ongoing'),
  fc.constantFrom(
    'a,b',
    '"',
    '""',
    '=1+1',
    "'",
    'x\n\n"y",',
    'Đang làm; chưa xong\nsẽ báo cáo sau',
  ),
);
const someRecord: fc.Arbitrary<CellRecord> = fc.record({
  refArea: fc.constantFrom('291', '300'),
  timePeriod: fc.constant('2022-08'),
  form: fc.constantFrom('B01', 'B02', 'TM'),
  row: fc.stringMatching(/^[A-Z0-9][A-Z0-9_.-]{0,63}$/),
  column: fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.-]{0,159}$/),
  value: someValue,
});
const place = ({ form }: CellRecord) => forms.findIndex(({ code }) => code === form);
const someRecords = fc
  .uniqueArray(someRecord, {
    selector: ({ refArea, form, row, column }) => [refArea, form, row, column].join(),
    maxLength: 20,
  })
  .map((records) => [...records].sort((a, b) => place(a) - place(b)));

describe('cells as CSV', () => {
  it('B23 reads back every cell that it writes', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const bytes = granted(writeCells(records, context));
        expect(granted(readCells(bytes, context))).toEqual(records);
      }),
      { numRuns: 300 },
    );
  });

  it('B23 is a header alone for a period without cells, and no empty file', () => {
    const bytes = granted(writeCells([], context));
    expect(new TextDecoder().decode(bytes)).toBe('REF_AREA,TIME_PERIOD,FORM,ROW,COLUMN,VALUE\r\n');
    expect(granted(readCells(bytes, context))).toEqual([]);
    expect(granted(writeObservations([])).length).toBeGreaterThan(0);
  });

  const header = 'REF_AREA,TIME_PERIOD,FORM,ROW,COLUMN,VALUE';
  const cell = '291,2022-08,B02,IV.1.1,progress,45';
  it.each<[string, string]>([
    ['nothing', ''],
    ['a byte order mark', `\uFEFF${header}\r\n`],
    ['line feeds alone', `${header}\n${cell}\n`],
    ['no last line end', `${header}\r\n${cell}`],
    ['an empty line', `${header}\r\n\r\n${cell}\r\n`],
    ['needless quotes', `${header}\r\n"291",2022-08,B02,IV.1.1,progress,45\r\n`],
    ['an open quote', `${header}\r\n291,2022-08,B02,IV.1.1,result,"x\r\n`],
    ['another header', `${header.replace('ROW', 'LINE')}\r\n${cell}\r\n`],
    ['another column order', `${header.replace('FORM,ROW', 'ROW,FORM')}\r\n`],
    ['a column too many', `${header}\r\n${cell},\r\n`],
    ['a column too few', `${header}\r\n291,2022-08,B02,IV.1.1,45\r\n`],
    ['a unit that is none', `${header}\r\n${cell.replace('291', 'X')}\r\n`],
    ['another period', `${header}\r\n${cell.replace('2022-08', '2022-07')}\r\n`],
    ['a form that the statement does not list', `${header}\r\n${cell.replace('B02', 'B03')}\r\n`],
    ['a form in lower case', `${header}\r\n${cell.replace('B02', 'b02')}\r\n`],
    ['a row in lower case', `${header}\r\n${cell.replace('IV', 'iv')}\r\n`],
    ['a row with a path', `${header}\r\n${cell.replace('IV.1.1', '../X')}\r\n`],
    ['a column with a blank', `${header}\r\n${cell.replace('progress', 'pro gress')}\r\n`],
    ['a cell twice', `${header}\r\n${cell}\r\n${cell.replace('45', '46')}\r\n`],
    ['forms in another order', `${header}\r\n291,2022-08,TM,I,text,x\r\n${cell}\r\n`],
    ['an empty value', `${header}\r\n${cell.replace('45', '')}\r\n`],
    ['a blank before a value', `${header}\r\n${cell.replace('45', '" 45"')}\r\n`],
    ['a carriage return in a text', `${header}\r\n${cell.replace('45', '"a\r\nb"')}\r\n`],
    ['a line separator in a text', `${header}\r\n${cell.replace('45', 'a\u2028b')}\r\n`],
    ['a control character', `${header}\r\n${cell.replace('45', 'a\u0000b')}\r\n`],
    ['decomposed letters', `${header}\r\n${cell.replace('45', 'ế'.normalize('NFD'))}\r\n`],
    ['a text without end', `${header}\r\n${cell.replace('45', 'x'.repeat(20_001))}\r\n`],
  ])('B23 refuses %s', (_, text) => {
    expect(codeOf(readCells(utf8(text), context))).toBe('data-malformed');
  });

  it('B23 refuses bytes that are no UTF-8, and more cells than forms can have', () => {
    expect(codeOf(readCells(Uint8Array.of(0xff, 0x0d, 0x0a), context))).toBe('data-malformed');
    const [first] = someCells;
    if (first === undefined) throw new Error('there are cells');
    const many = Array.from({ length: MAX_CELLS + 1 }, (_, at) => ({
      ...first,
      row: `R.${String(at)}`,
    }));
    expect(codeOf(writeCells(many.slice(1), context))).toBe('accepted');
    expect(codeOf(writeCells(many, context))).toBe('data-malformed');
  });

  it('B23 knows the codes of forms, rows and columns as the calls of the program do', () => {
    const [first] = someCells;
    if (first === undefined) throw new Error('there are cells');
    const isWritten = (record: CellRecord) =>
      writeCells([record], { ...context, forms: [{ code: record.form }] }).ok;
    const someCode = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9_. -]{0,12}$/),
      fc.string({ maxLength: 8 }),
      fc.integer({ min: 1, max: 170 }).map((length) => 'A'.repeat(length)),
    );
    fc.assert(
      fc.property(someCode, (code) => {
        expect(isWritten({ ...first, form: code })).toBe(formCode.safeParse(code).success);
        expect(isWritten({ ...first, row: code })).toBe(rowCode.safeParse(code).success);
        expect(isWritten({ ...first, column: code })).toBe(columnCode.safeParse(code).success);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the cells of a sealed report', () => {
  let province: Office;
  let district: Office;

  beforeAll(async () => {
    [province, district] = await Promise.all([newOffice(), newOffice()]);
  });

  /** A signed and listed `data/cells.csv` of whatever bytes; null leaves it out. */
  async function opened(cells: Uint8Array | null, version = 2): Promise<string> {
    const { statement } = granted(await sealReport(reportToSeal(province, district)));
    const observations = granted(writeObservations(someObservations));
    const described = writeDataPackage({
      ...reportFacts(province, district),
      observations,
      cells: cells ?? new Uint8Array(),
    });
    const contents = [
      { path: DATA_PACKAGE_PATH, bytes: described },
      { path: OBSERVATIONS_PATH, bytes: observations },
      ...(cells === null ? [] : [{ path: CELLS_PATH, bytes: cells }]),
    ];
    const files = contents.map(({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      sha256: sha256Hex(bytes),
    }));
    const { attachments: _none, document: _neither, ...first } = statement;
    const { name, at } = statement.approved;
    const named = { name, at };
    const payload =
      version === 1
        ? { ...first, v: 1, files, prepared: null, approved: named }
        : { ...statement, attachments: [], document: null, files };
    const { bytes } = signJws(payload, 'sct-bundle+jws', [district.signing]);
    const archive = await writeStrictZip([{ path: 'statement.jws', bytes }, ...contents]);
    const file = granted(await encryptFor(archive, [province.working.recipient]));
    const result = await openBundle(file, provinceContext(province, district));
    if (!result.ok) return result.refusal.code;
    return result.value.kind === 'report'
      ? `${String(result.value.cells.length)} cells`
      : 'receipt';
  }

  const good = granted(
    writeCells(someCells, { period: '2022-08', forms: [...forms, { code: 'B03' }] }),
  );

  it('B23 are read in version 2 and must be there', async () => {
    expect(await opened(good)).toBe(`${String(someCells.length)} cells`);
    expect(await opened(null)).toBe('data-malformed');
    expect(await opened(utf8('x\r\n'))).toBe('data-malformed');
    const unlisted = new TextDecoder().decode(good).replaceAll('B03', 'B04');
    expect(await opened(utf8(unlisted))).toBe('data-malformed');
  });

  it('B23 B7 are none in version 1, whatever lies under their name', async () => {
    expect(await opened(good, 1)).toBe('0 cells');
    expect(await opened(utf8('x\r\n'), 1)).toBe('0 cells');
  });

  it('B23 are not sealed when they could not be read again, and it says where', async () => {
    const report = reportToSeal(province, district);
    const [first] = someCells;
    if (first === undefined) throw new Error('there are cells');
    const cells = [first, { ...first, row: 'OTHER', value: ' 1' }];
    expect(await sealReport({ ...report, cells })).toEqual({
      ok: false,
      refusal: { code: 'data-malformed', facts: { line: 3, column: 'VALUE' } },
    });
    const foreign = [{ ...first, form: 'B02' }];
    expect(codeOf(await sealReport({ ...report, cells: foreign }))).toBe('data-malformed');
  });

  it('B23 travel without any observation, as a yearly plan does', async () => {
    const facts = { forms: [{ code: 'KH', version: 1 }] };
    const cells = [{ ...someCells[1], form: 'KH' } as CellRecord]; // the second of the samples
    const report = reportToSeal(province, district, facts, { observations: [], cells });
    const sealed = granted(await sealReport({ ...report, attachments: [] }));
    const result = granted(await openBundle(sealed.bytes, provinceContext(province, district)));
    expect(result).toMatchObject({ observations: [], cells });
  });
});
