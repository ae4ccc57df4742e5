import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { readEnrolment } from '#shared/bundle/enrolment.ts';
import { fingerprintOf, parseFingerprint } from '#shared/bundle/fingerprint.ts';
import { trustFirstKeyring } from '#shared/bundle/keyring.ts';
import { openBundle } from '#shared/bundle/open.ts';
import type { OpenContext } from '#shared/bundle/open.ts';
import { readShortReceipt } from '#shared/bundle/short-receipt.ts';
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
    readonly openedAs:
      | 'province'
      | 'district'
      | 'paired-computer'
      | 'short-receipt'
      | 'keyring'
      | 'rooted-keyring'
      | 'enrolment';
    readonly verdict: string;
  }[];
};

const folder = new URL('../../vectors/', import.meta.url);
const bytesOf = (file: string) => new Uint8Array(readFileSync(new URL(file, folder)));
const { province, district, stranger } = officesOf(
  readFileSync(new URL('keys.json', folder), 'utf8'),
);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest; // written by hand, every member is used below

/** What the letter of the vectors' province says about its root keys. */
const rootDigits = granted(parseFingerprint('75634106860503841210174240296846'));

/** The district's first computer, which knows the second by the key that somebody compared. */
const pairedContext: OpenContext = {
  ...districtContext(province, district),
  findSenderKey: (_unit, kid) => (kid === stranger.signing.kid ? stranger.signing.jwk : null),
};

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
      case 'paired-computer':
        expect(codeOf(await openBundle(bytes, pairedContext))).toBe(vector.verdict);
        break;
      case 'short-receipt': {
        const { findSenderKey } = districtContext(province, district);
        const text = new TextDecoder().decode(bytes);
        expect(codeOf(readShortReceipt(text, findSenderKey))).toBe(vector.verdict);
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

  it('B19 B26 the report of version 3 still tells who signed, and on which paper', async () => {
    const context = provinceContext(province, district);
    const opened = granted(await openBundle(bytesOf('v3-report-approved-on-paper.age'), context));
    if (opened.kind !== 'report') throw new Error('it is a report');
    const { prepared, approved } = opened.acts ?? {};
    expect(prepared?.act).toMatchObject({ act: 'prepare', name: 'Cán bộ nhập liệu' });
    expect(approved?.act).toMatchObject({ act: 'approve-on-paper', paper: { number: '123' } });
    expect(prepared?.kid).not.toBe(approved?.kid);
  });

  it('B19 B28 receipts of both versions still say what they said', async () => {
    const context = districtContext(province, district);
    const said = async (file: string) => {
      const opened = granted(await openBundle(bytesOf(file), context));
      if (opened.kind !== 'receipt') throw new Error('it is a receipt');
      return opened.receipt;
    };
    expect(await said('v1-receipt.age')).toMatchObject({ outcome: 'accepted', remarks: [] });
    const returned = await said('v2-receipt-returned.age');
    expect(returned).toMatchObject({
      outcome: 'returned',
      note: 'Thiếu thuyết minh.\nBổ sung trước 25/8.',
      remarks: [{ row: 'V.1', column: 'plan' }],
    });
    const text = new TextDecoder().decode(bytesOf('v1-receipt-short.jws'));
    const short = granted(readShortReceipt(text, context.findSenderKey));
    expect(short.about).toBe(returned.about.statement);
  });
});
