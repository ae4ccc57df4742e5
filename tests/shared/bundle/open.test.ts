import { beforeAll, describe, expect, it } from 'vitest';
import { encryptFor } from '#shared/bundle/age-envelope.ts';
import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { dayField } from '#shared/bundle/fields.ts';
import { signJws } from '#shared/bundle/jws.ts';
import type { JwsType } from '#shared/bundle/jws.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { sealReceipt, sealReport } from '#shared/bundle/seal.ts';
import type { Attachment, SealedReport } from '#shared/bundle/seal.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import type { ReportFacts } from '#shared/bundle/statement.ts';
import { writeStrictZip } from '#shared/bundle/strict-zip.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { REPORT_VERSION, reportUpgradeSteps, upgradePayload } from '#shared/bundle/upgrade.ts';
import {
  codeOf,
  contextOf,
  districtContext,
  granted,
  keyringFacts,
  newOffice,
  otherDistrictCode,
  provinceContext,
  receiptFacts,
  reportFacts,
  reportToSeal,
  someAttachment,
  someCells,
  someDigest,
  someObservations,
  somewhen,
} from './two-offices.ts';
import type { Office } from './two-offices.ts';

/** 32 zero bytes: sound Bech32, and no secret can be shared with it. */
const smallOrderRecipient = `age1${'q'.repeat(52)}5cu47z`;

let province: Office;
let district: Office;
let stranger: Office;
let sealed: SealedReport;

beforeAll(async () => {
  [province, district, stranger] = await Promise.all([newOffice(), newOffice(), newOffice()]);
  sealed = granted(await sealReport(reportToSeal(province, district)));
});

describe('a report on its way', () => {
  it('B1 comes out at the province as it went in at the district', async () => {
    const opened = granted(await openBundle(sealed.bytes, provinceContext(province, district)));
    if (opened.kind !== 'report') throw new Error('a report was sealed');
    expect(opened.observations).toEqual(someObservations);
    expect(opened.cells).toEqual(someCells);
    expect(opened.statement).toEqual(sealed.statement);
    expect(opened.auditSegment).toEqual([
      '{"action":"record","n":1}',
      '{"action":"approve","n":2}',
    ]);
    const { bytes } = someAttachment;
    expect(opened.attachments).toEqual([{ path: `attachments/${sha256Hex(bytes)}.pdf`, bytes }]);
    expect(opened.fileSha256).toBe(sha256Hex(sealed.bytes));
    expect(opened.statementSha256).toBe(sealed.statementSha256);
    expect(opened.checkCode).toBe(sealed.checkCode);
    expect(opened.signedBy).toEqual([district.signing.kid]);
    expect(sealed.fileName).toBe(`SCT1_30_291_2022-08_000007_${sealed.checkCode}.age`);
  });

  it('B2 opens with the escrow key alone, as when the province lost its disk', async () => {
    const context = provinceContext(province, district);
    const identities = [province.escrow.identity];
    expect(codeOf(await openBundle(sealed.bytes, { ...context, identities }))).toBe('accepted');
  });

  it('B2 opens for its sender only when the sender asks for its own bundles', async () => {
    const context = districtContext(province, district);
    expect(codeOf(await openBundle(sealed.bytes, context))).toBe('addressed-to-other');
    expect(codeOf(await openBundle(sealed.bytes, { ...context, acceptOwn: true }))).toBe(
      'accepted',
    );
  });

  it('B12 tells the same contents from the same statement: sealing twice differs outside only', async () => {
    const again = granted(await sealReport(reportToSeal(province, district)));
    expect(again.statementSha256).toBe(sealed.statementSha256);
    expect(again.fileName).toBe(sealed.fileName);
    expect(again.fileSha256).not.toBe(sealed.fileSha256);
  });
});

describe('a receipt on its way back', () => {
  it('B14 comes out at the district and names the bundle that it answers', async () => {
    const facts = receiptFacts(province, district, sealed);
    const receipt = granted(
      await sealReceipt({
        facts,
        signer: province.signing,
        ownRecipient: province.working.recipient,
      }),
    );
    expect(receipt.fileName).toBe(`SCT1_291_30_2022-08_000003_${receipt.checkCode}.age`);
    const opened = granted(await openBundle(receipt.bytes, districtContext(province, district)));
    if (opened.kind !== 'receipt') throw new Error('a receipt was sealed');
    expect(opened.receipt).toEqual({ ...facts, v: 2, type: 'sct.receipt' });
  });

  it('B14 counts only when the province signed it', async () => {
    const forged = granted(
      await sealReceipt({
        facts: receiptFacts(province, district, sealed),
        signer: district.signing,
        ownRecipient: district.working.recipient,
      }),
    );
    expect(codeOf(await openBundle(forged.bytes, districtContext(province, district)))).toBe(
      'sender-not-enrolled',
    );
  });

  it('B14 says why when it rejects, and says nothing when it accepts', async () => {
    const facts = receiptFacts(province, district, sealed);
    const keys = { signer: province.signing, ownRecipient: province.working.recipient };
    const silent = await sealReceipt({ facts: { ...facts, outcome: 'refused' }, ...keys });
    expect(codeOf(silent)).toBe('statement-malformed');
    const talking = await sealReceipt({ facts: { ...facts, code: 'sequence-fork' }, ...keys });
    expect(codeOf(talking)).toBe('statement-malformed');
  });
});

describe('who may send to whom', () => {
  it('B5 refuses a sender whom the province did not enrol', async () => {
    const foreign = granted(await sealReport(reportToSeal(province, stranger)));
    const opened = await openBundle(foreign.bytes, provinceContext(province, district));
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'sender-not-enrolled' } });
  });

  it('B5 refuses an enrolled key that signs for another unit', async () => {
    const facts = { from: { unit: otherDistrictCode, series: district.series } };
    const lying = granted(await sealReport(reportToSeal(province, district, facts)));
    expect(codeOf(await openBundle(lying.bytes, provinceContext(province, district)))).toBe(
      'sender-not-enrolled',
    );
  });

  it('B5 refuses a revoked key after its last valid number, and accepts it up to there', async () => {
    const facts = keyringFacts(province, district);
    const revokedAt = (revokedSeq: number) =>
      contextOf('30', province, {
        ...facts,
        units: facts.units.map((unit) => ({ ...unit, status: 'revoked', revokedSeq })),
      });
    expect(codeOf(await openBundle(sealed.bytes, revokedAt(6)))).toBe('sender-not-enrolled');
    expect(codeOf(await openBundle(sealed.bytes, revokedAt(7)))).toBe('accepted');
  });

  it('B6 refuses a bundle for another unit, though its key opens it', async () => {
    const facts = { to: { unit: otherDistrictCode, recipients: [province.working.recipient] } };
    const misaddressed = granted(await sealReport(reportToSeal(province, district, facts)));
    expect(codeOf(await openBundle(misaddressed.bytes, provinceContext(province, district)))).toBe(
      'addressed-to-other',
    );
  });

  it('B6 refuses a signed statement that somebody encrypted on to another reader', async () => {
    const facts = {
      to: {
        unit: reportFacts(province, district).to.unit,
        recipients: [stranger.working.recipient],
      },
    };
    const own = reportToSeal(province, district, facts);
    const forwarded = granted(
      await sealReport({ ...own, ownRecipient: province.working.recipient }),
    );
    expect(codeOf(await openBundle(forwarded.bytes, provinceContext(province, district)))).toBe(
      'addressed-to-other',
    );
  });

  it('B3 refuses what none of our keys opens', async () => {
    const context = {
      ...provinceContext(province, district),
      identities: [stranger.working.identity],
    };
    expect(codeOf(await openBundle(sealed.bytes, context))).toBe('not-addressed-to-this-key');
  });
});

const csv: ZipContent = { path: 'data/observations.csv', bytes: utf8('x\r\n') };
const listed = { path: csv.path, bytes: csv.bytes.length, sha256: sha256Hex(csv.bytes) };

/** A bundle made by hand: whatever statement and entries, signed and encrypted as they are. */
async function handmade(
  payload: unknown,
  contents: readonly ZipContent[],
  typ: JwsType = 'sct-bundle+jws',
  signer: SigningKey = district.signing,
): Promise<string> {
  const { bytes } = signJws(payload, typ, [signer]);
  const archive = await writeStrictZip([{ path: 'statement.jws', bytes }, ...contents]);
  const file = granted(await encryptFor(archive, [province.working.recipient]));
  return codeOf(await openBundle(file, provinceContext(province, district)));
}

describe('what a signed statement must say', () => {
  it('B7 refuses a version that is newer than the program, and says which', async () => {
    const { bytes } = signJws({ ...sealed.statement, v: 4 }, 'sct-bundle+jws', [district.signing]);
    const archive = await writeStrictZip([{ path: 'statement.jws', bytes }]);
    const file = granted(await encryptFor(archive, [province.working.recipient]));
    expect(await openBundle(file, provinceContext(province, district))).toEqual({
      ok: false,
      refusal: { code: 'bundle-newer-than-program', facts: { version: 4, supported: 3 } },
    });
  });

  it('B7 refuses an unknown member, since it might mean something', async () => {
    expect(await handmade({ ...sealed.statement, urgent: true }, [])).toBe('statement-malformed');
  });

  it('B4 refuses a statement of one kind that is signed as another', async () => {
    const statement = { ...sealed.statement, v: 1 };
    expect(await handmade(statement, [], 'sct-receipt+jws')).toBe('statement-malformed');
    expect(await handmade(statement, [], 'sct-keyring+jws')).toBe('statement-of-other-kind');
  });

  it('B4 refuses a signature by another key under the name of an enrolled one', async () => {
    const disguised = { ...stranger.signing, kid: district.signing.kid };
    expect(await handmade(sealed.statement, [], 'sct-bundle+jws', disguised)).toBe(
      'signature-invalid',
    );
  });

  it('B8 refuses an entry that was added, taken away, renamed or put elsewhere', async () => {
    const statement = { ...sealed.statement, files: [listed], attachments: [] };
    const extra: ZipContent = { path: 'data/extra.csv', bytes: utf8('y') };
    const renamed: ZipContent = { ...csv, path: 'data/other.csv' };
    for (const contents of [[], [csv, extra], [extra, csv], [renamed]]) {
      expect(await handmade(statement, contents)).toBe('contents-differ-from-statement');
    }
    const twoListed = { ...statement, files: [listed, { ...listed, path: 'data/two.csv' }] };
    expect(await handmade(twoListed, [{ ...csv, path: 'data/two.csv' }, csv])).toBe(
      'contents-differ-from-statement',
    );
  });

  it('B8 refuses an entry of another size, or of the same size with another content', async () => {
    const statement = { ...sealed.statement, files: [listed], attachments: [] };
    expect(await handmade(statement, [{ ...csv, bytes: utf8('xx\r\n') }])).toBe(
      'contents-differ-from-statement',
    );
    expect(await handmade(statement, [{ ...csv, bytes: utf8('y\r\n') }])).toBe('bundle-altered');
  });

  it('B9 refuses data that are signed and make no sense', async () => {
    expect(await handmade({ ...sealed.statement, files: [listed], attachments: [] }, [csv])).toBe(
      'data-malformed',
    );
  });

  it('B8 refuses a receipt that carries more than its statement', async () => {
    const facts = receiptFacts(province, district, sealed);
    const receipt = { ...facts, v: 2, type: 'sct.receipt', to: reportFacts(province, district).to };
    expect(await handmade(receipt, [csv], 'sct-receipt+jws', province.signing)).toBe(
      'contents-differ-from-statement',
    );
  });
});

describe('what travels beside the figures', () => {
  const pdf = someAttachment.bytes;
  const sha256 = sha256Hex(pdf);
  const path = `attachments/${sha256}.pdf`;
  const file = { path, bytes: pdf.length, sha256 };
  const described = { path, name: 'a.pdf', form: null, row: null, column: null };
  const document = {
    number: '123',
    symbol: 'BC-UBND',
    day: dayField.parse('2022-08-22'),
    signer: 'Chủ tịch UBND',
    sha256,
  };

  async function sealedWith(
    document: ReportFacts['document'],
    attachments: readonly Attachment[] = [someAttachment],
  ): Promise<string> {
    const report = reportToSeal(province, district, { document });
    return codeOf(await sealReport({ ...report, attachments }));
  }

  it('B22 the signed document is cited and each attachment described, a shared file once', async () => {
    const second = { ...someAttachment, name: 'Bản khác.pdf', form: null, row: null };
    const report = reportToSeal(province, district, { document });
    const bundle = granted(await sealReport({ ...report, attachments: [someAttachment, second] }));
    const opened = granted(await openBundle(bundle.bytes, provinceContext(province, district)));
    if (opened.kind !== 'report') throw new Error('it is a report');
    expect(opened.attachments).toEqual([{ path, bytes: pdf }]);
    expect(opened.statement.document).toEqual(document);
    expect(opened.statement.attachments).toEqual([
      { path, name: 'Báo cáo tháng 8.pdf', form: 'B01', row: 'HI_COVERAGE', column: null },
      { path, name: 'Bản khác.pdf', form: null, row: null, column: null },
    ]);
  });

  it('B22 a document is sealed only with its own PDF', async () => {
    expect(await sealedWith(document)).toBe('accepted');
    expect(await sealedWith(document, [])).toBe('statement-malformed');
    expect(await sealedWith({ ...document, sha256: someDigest('other') })).toBe(
      'statement-malformed',
    );
    expect(await sealedWith(document, [{ ...someAttachment, kind: 'png', name: 'a.png' }])).toBe(
      'statement-malformed',
    );
    expect(await sealedWith({ ...document, number: 'một' })).toBe('statement-malformed');
  });

  it.each([
    ['an ending of another kind', { name: 'a.exe' }],
    ['a name that turns', { name: 'a\u202e.pdf' }],
    ['a name with a path', { name: '../a.pdf' }],
    ['a cell without its row', { form: 'B01', row: null, column: 'value' }],
    ['a row that is none', { form: 'B01', row: '../../x' }],
  ])('B22 an attachment with %s is not sealed', async (_what, differently) => {
    expect(await sealedWith(null, [{ ...someAttachment, ...differently }])).toBe(
      'statement-malformed',
    );
  });

  it.each([
    ['is not described', { files: [file], attachments: [] }],
    ['is described and not there', { files: [listed], attachments: [described] }],
    ['is not called by its digest', { files: [{ ...file, sha256: someDigest('x') }] }],
  ])('B22 a statement whose file %s is refused', async (_what, differently) => {
    const statement = { ...sealed.statement, attachments: [described], ...differently };
    expect(await handmade(statement, [{ path, bytes: pdf }])).toBe('statement-malformed');
  });

  it('B22 B7 a report of version 1 has nameless attachments and no document', async () => {
    const { attachments: _described, document: _none, ...first } = sealed.statement;
    const at = somewhen;
    const old = { ...first, v: 1, prepared: null, approved: { name: 'Lãnh đạo duyệt', at } };
    expect(granted(upgradePayload(old, reportUpgradeSteps, REPORT_VERSION))).toMatchObject({
      v: 3,
      document: null,
      prepared: null,
      approved: { name: 'Lãnh đạo duyệt', at, act: null },
      attachments: [{ path, name: `${sha256}.pdf`, form: null, row: null, column: null }],
    });
    expect(await handmade({ ...old, document: null }, [])).toBe('statement-malformed');
    expect(await handmade({ ...old, attachments: [] }, [])).toBe('statement-malformed');
  });
});

describe('sealing', () => {
  it('B9 refuses a figure or a note that could not be read again, and says where', async () => {
    const report = reportToSeal(province, district);
    const [first] = someObservations;
    if (first === undefined) throw new Error('there are observations');
    const observations = [first, { ...first, indicator: 'OTHER', value: '92,13' }];
    expect(await sealReport({ ...report, observations })).toEqual({
      ok: false,
      refusal: { code: 'data-malformed', facts: { line: 3, column: 'OBS_VALUE' } },
    });
  });

  it('B7 refuses facts out of their shape, and says where', async () => {
    const report = reportToSeal(province, district, { seq: 0 });
    expect(await sealReport(report)).toEqual({
      ok: false,
      refusal: { code: 'statement-malformed', facts: { at: 'seq' } },
    });
  });

  it('B1 B9 refuses contents that no reader would open', async () => {
    const report = reportToSeal(province, district);
    const [first] = someObservations;
    if (first === undefined) throw new Error('there are observations');
    const later = [first, { ...first, indicator: 'OTHER', timePeriod: '2022-09' }];
    expect(await sealReport({ ...report, observations: later })).toMatchObject({
      refusal: { code: 'data-malformed', facts: { line: 3, column: 'TIME_PERIOD' } },
    });
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
    const huge = { ...report, attachments: [{ ...someAttachment, bytes }] };
    expect(codeOf(await sealReport(huge))).toBe('contents-too-large');
  });

  it('B2 refuses a recipient that is none', async () => {
    const report = { ...reportToSeal(province, district), ownRecipient: `age1${'q'.repeat(58)}` };
    expect(codeOf(await sealReport(report))).toBe('recipient-malformed');
    const pointless = { ...report, ownRecipient: smallOrderRecipient };
    expect(codeOf(await sealReport(pointless))).toBe('recipient-malformed');
  });
});
