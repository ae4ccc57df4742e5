import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { CELLS_PATH, writeCells } from '#shared/bundle/cell-record.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import {
  OBSERVATIONS_PATH,
  checkDataPackage,
  readObservations,
  writeDataPackage,
  writeObservations,
} from '#shared/bundle/data-package.ts';
import { obsStatusOf, qualityOf } from '#shared/bundle/observation.ts';
import type { ObservationRecord } from '#shared/bundle/observation.ts';
import {
  august2022,
  codeOf,
  districtCode,
  granted,
  someCells,
  someObservations,
  somewhen,
} from './two-offices.ts';
import { newSeries } from '#shared/bundle/series.ts';

const [first] = someObservations;
if (first === undefined) throw new Error('there are observations');

const someAmount = fc.oneof(
  fc.constantFrom('-', '0', '6.2', '-0.5', '123456789012345678901234567890.5'),
  fc.integer().map(String),
);
const someComment = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.normalize('NFC').replace(/(?!\n)[\p{Cc}\p{Cs}\uFEFF]/gu, ''))
  .filter((text) => text !== '' && text.normalize('NFC') === text);
const someRecord: fc.Arbitrary<ObservationRecord> = fc.record({
  refArea: fc.stringMatching(/^\d{2,5}$/),
  timePeriod: fc.constant('2022-08'),
  indicator: fc.stringMatching(/^[A-Z][A-Z0-9_]{1,20}$/),
  numerator: fc.option(someAmount),
  denominator: fc.option(someAmount),
  value: someAmount,
  status: fc.constantFrom('A', 'E', 'P'),
  comment: fc.option(
    fc.oneof(
      someComment,
      fc.constantFrom('a,b', '"', '\n', ' x ', '=1+1', "'", ',', '""', 'é\n"x",'),
    ),
  ),
});
const someRecords = fc.uniqueArray(someRecord, {
  selector: (record) => `${record.refArea},${record.indicator}`,
  maxLength: 12,
});

describe('observations as CSV', () => {
  it('B9 reads back every record that it writes', () => {
    fc.assert(
      fc.property(someRecords, (records) => {
        const bytes = granted(writeObservations(records));
        expect(granted(readObservations(bytes, '2022-08'))).toEqual(records);
      }),
      { numRuns: 300 },
    );
  });

  it('B9 is RFC 4180 with CRLF, UTF-8 and no byte order mark', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      granted(writeObservations(someObservations)),
    );
    expect(text).toBe(
      'REF_AREA,TIME_PERIOD,INDICATOR,NUMERATOR,DENOMINATOR,OBS_VALUE,OBS_STATUS,COMMENT\r\n' +
        '291,2022-08,HI_COVERAGE,123456,134000,92.13,E,"Số liệu Bảo hiểm xã hội, ""ước"" đến 15/8;\nsẽ rà soát, đối chiếu"\r\n' +
        '291,2022-08,POVERTY_RATE,,,...,L,\r\n' +
        '291,2022-08,CHILD_LABOUR,,,-,A,\r\n',
    );
  });

  const header =
    'REF_AREA,TIME_PERIOD,INDICATOR,NUMERATOR,DENOMINATOR,OBS_VALUE,OBS_STATUS,COMMENT';
  it.each<[string, string]>([
    ['nothing', ''],
    ['a byte order mark', `\uFEFF${header}\r\n`],
    ['line feeds alone', `${header}\n291,2022-08,AB,,,1,A,\n`],
    ['no last line end', `${header}\r\n291,2022-08,AB,,,1,A,`],
    ['an empty line', `${header}\r\n\r\n291,2022-08,AB,,,1,A,\r\n`],
    ['needless quotes', `${header}\r\n"291",2022-08,AB,,,1,A,\r\n`],
    ['a quote inside', `${header}\r\n291,2022-08,AB,,,1,A,x"y\r\n`],
    ['an open quote', `${header}\r\n291,2022-08,AB,,,1,A,"x\r\n`],
    ['semicolons', `${header.replaceAll(',', ';')}\r\n`],
    ['another column order', 'TIME_PERIOD,REF_AREA\r\n'],
    ['a column too many', `${header}\r\n291,2022-08,AB,,,1,A,,\r\n`],
    ['a column too few', `${header}\r\n291,2022-08,AB,,,1,A\r\n`],
    ['a decimal comma', `${header}\r\n291,2022-08,AB,,,"6,2",A,\r\n`],
    ['a trailing zero', `${header}\r\n291,2022-08,AB,,,6.20,A,\r\n`],
    ['an exponent', `${header}\r\n291,2022-08,AB,,,1e3,A,\r\n`],
    ['a space before a number', `${header}\r\n291,2022-08,AB,,, 1,A,\r\n`],
    ['an unknown status', `${header}\r\n291,2022-08,AB,,,1,X,\r\n`],
    ['a missing value called official', `${header}\r\n291,2022-08,AB,,,...,A,\r\n`],
    ['a value called missing', `${header}\r\n291,2022-08,AB,,,1,L,\r\n`],
    ['another period', `${header}\r\n291,2022-07,AB,,,1,A,\r\n`],
    ['a key twice', `${header}\r\n291,2022-08,AB,,,1,A,\r\n291,2022-08,AB,,,2,A,\r\n`],
    ['an indicator in lower case', `${header}\r\n291,2022-08,ab,,,1,A,\r\n`],
    ['decomposed letters', `${header}\r\n291,2022-08,AB,,,1,A,${'ế'.normalize('NFD')}\r\n`],
    ['a control character', `${header}\r\n291,2022-08,AB,,,1,A,a\u0000b\r\n`],
  ])('B9 refuses %s', (_, text) => {
    expect(codeOf(readObservations(utf8(text), '2022-08'))).toBe('data-malformed');
  });

  it('B9 refuses bytes that are no UTF-8', () => {
    expect(codeOf(readObservations(Uint8Array.of(0xff, 0x0d, 0x0a), '2022-08'))).toBe(
      'data-malformed',
    );
  });

  it('B9 keeps apart what is not there, what did not occur and what could not be collected', () => {
    expect(obsStatusOf(null, 'official')).toBe('O');
    expect(obsStatusOf('...', 'estimated')).toBe('L');
    expect(obsStatusOf('-', 'estimated')).toBe('E');
    expect(qualityOf(obsStatusOf('6.2', 'provisional'))).toBe('provisional');
    expect(qualityOf('L')).toBeNull();
  });
});

describe('the description of the data', () => {
  const observations = granted(writeObservations(someObservations));
  const forms = [{ code: 'B01' }, { code: 'B03' }];
  const cells = granted(writeCells(someCells, { period: august2022, forms }));
  const described = writeDataPackage({
    from: { unit: districtCode, series: newSeries() },
    period: august2022,
    revision: 2,
    seq: 7,
    created: somewhen,
    observations,
    cells,
  });
  const entry = (path: string, bytes: Uint8Array) => ({
    path,
    bytes: bytes.length,
    sha256: sha256Hex(bytes),
  });
  const listed = entry(OBSERVATIONS_PATH, observations);
  const listedCells = entry(CELLS_PATH, cells);

  it('B9 names its digest with the algorithm, since a bare one means MD5', () => {
    const json = JSON.parse(new TextDecoder().decode(described)) as Record<string, unknown>;
    expect(json).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      resources: [
        { path: OBSERVATIONS_PATH, hash: `sha256:${listed.sha256}` },
        {
          path: CELLS_PATH,
          hash: `sha256:${listedCells.sha256}`,
          schema: { primaryKey: ['REF_AREA', 'TIME_PERIOD', 'FORM', 'ROW', 'COLUMN'] },
        },
      ],
    });
    expect(codeOf(checkDataPackage(described, [listed, listedCells]))).toBe('accepted');
  });

  it('B9 is refused when it says otherwise than the signed list, or points elsewhere', () => {
    const other = { ...listed, bytes: listed.bytes + 1 };
    expect(codeOf(checkDataPackage(described, [other, listedCells]))).toBe('data-malformed');
    expect(codeOf(checkDataPackage(described, [listed]))).toBe('data-malformed');
    expect(codeOf(checkDataPackage(described, []))).toBe('data-malformed');
    expect(codeOf(checkDataPackage(undefined, [listed]))).toBe('data-malformed');
    const hash = `sha256:${listed.sha256}`;
    for (const resource of [
      { path: 'https://example.org/data.csv', bytes: listed.bytes, hash },
      { path: '../data.csv', bytes: listed.bytes, hash },
      { path: OBSERVATIONS_PATH, bytes: listed.bytes, hash: listed.sha256 },
      { path: OBSERVATIONS_PATH, bytes: listed.bytes, hash: `md5:${'0'.repeat(32)}` },
    ]) {
      const bytes = canonicalJsonBytes({ resources: [resource] });
      expect(codeOf(checkDataPackage(bytes, [listed]))).toBe('data-malformed');
    }
  });

  it('B9 B23 is refused when it leaves a table out', () => {
    const [resource] = (JSON.parse(new TextDecoder().decode(described)) as { resources: unknown[] })
      .resources; // what was just written
    const alone = canonicalJsonBytes({ resources: [resource] });
    expect(codeOf(checkDataPackage(alone, [listed]))).toBe('accepted');
    expect(codeOf(checkDataPackage(alone, [listed, listedCells]))).toBe('data-malformed');
  });
});
