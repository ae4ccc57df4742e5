import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { readEnrolment } from '#shared/bundle/enrolment.ts';
import { fingerprintOf, parseFingerprint } from '#shared/bundle/fingerprint.ts';
import { trustFirstKeyring } from '#shared/bundle/keyring.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { officesOf } from '../../vectors/keys.ts';
import {
  codeOf,
  districtContext,
  granted,
  provinceContext,
  someCells,
  someObservations,
} from './two-offices.ts';

type Manifest = {
  readonly vectors: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly openedAs: 'province' | 'district' | 'keyring' | 'rooted-keyring' | 'enrolment';
    readonly verdict: string;
  }[];
};

const folder = new URL('../../vectors/', import.meta.url);
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, folder)));
const { province, district } = officesOf(readFileSync(new URL('keys.json', folder), 'utf8'));
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest; // written by hand, every member is used below

/** What the letter of the vectors' province says about its root keys. */
const rootDigits = granted(parseFingerprint('75634106860503841210174240296846'));

describe('frozen vectors: what was sealed once opens for ever', () => {
  it('B19 every file of the folder is in the manifest', () => {
    const files = readdirSync(folder).filter((name) => /\.(?:age|jws)$/.test(name));
    expect(new Set(manifest.vectors.map(({ file }) => file))).toEqual(new Set(files));
  });

  it.each(manifest.vectors)('B19 $file as $openedAs: $verdict', async (vector) => {
    const bytes = bytesOf(vector.file);
    expect(sha256Hex(bytes)).toBe(vector.sha256);
    switch (vector.openedAs) {
      case 'province':
      case 'district': {
        const contextFor = vector.openedAs === 'province' ? provinceContext : districtContext;
        expect(codeOf(await openBundle(bytes, contextFor(province, district)))).toBe(
          vector.verdict,
        );
        break;
      }
      case 'keyring':
        expect(codeOf(trustFirstKeyring(bytes, fingerprintOf(province.signing.kid)))).toBe(
          vector.verdict,
        );
        break;
      case 'rooted-keyring':
        expect(codeOf(trustFirstKeyring(bytes, rootDigits))).toBe(vector.verdict);
        break;
      case 'enrolment':
        expect(codeOf(readEnrolment(bytes))).toBe(vector.verdict);
        break;
    }
  });

  it('B19 the report of version 1 still says what it said', async () => {
    const context = provinceContext(province, district);
    const opened = granted(await openBundle(bytesOf('v1-report.age'), context));
    if (opened.kind !== 'report') throw new Error('it is a report');
    expect(opened.observations).toEqual(someObservations);
    expect(opened.cells).toEqual([]);
    expect(opened.checkCode).toBe('33548551');
    expect(opened.statement.document).toBeNull();
    expect(opened.statement.attachments.map(({ name }) => name)).toEqual(
      opened.attachments.map(({ path }) => path.replace('attachments/', '')),
    );
    expect(fingerprintOf(province.signing.kid)).toBe('31142462495726911233367128201414');
  });

  it('B19 B23 the report of version 2 still has its cells and cites its signed document', async () => {
    const context = provinceContext(province, district);
    const opened = granted(await openBundle(bytesOf('v2-report-with-document.age'), context));
    if (opened.kind !== 'report') throw new Error('it is a report');
    expect(opened.cells).toEqual(someCells);
    expect(opened.statement.document).toMatchObject({ number: '123', symbol: 'BC-UBND' });
    expect(opened.statement.attachments).toMatchObject([
      { name: 'Báo cáo tháng 8.pdf', form: 'B01', row: 'HI_COVERAGE' },
    ]);
  });
});
