import { beforeAll, describe, expect, it } from 'vitest';

import { openBundle } from '#shared/bundle/open.ts';
import { MAX_REMARK_BYTES, remarkBytes } from '#shared/bundle/receipt.ts';
import type { ReceiptFacts } from '#shared/bundle/receipt.ts';
import { sealReceipt, sealReport } from '#shared/bundle/seal.ts';
import type { SealedReceipt, SealedReport } from '#shared/bundle/seal.ts';
import { readShortReceipt } from '#shared/bundle/short-receipt.ts';
import { RECEIPT_VERSION, receiptUpgradeSteps, upgradePayload } from '#shared/bundle/upgrade.ts';
import { longestNote } from '#shared/domain/answer-limits.ts';
import type { Result } from '#shared/kit/result.ts';
import {
  codeOf,
  districtContext,
  granted,
  newOffice,
  provinceContext,
  receiptFacts,
  reportToSeal,
  someDigest,
} from './two-offices.ts';
import type { Office } from './two-offices.ts';

let province: Office;
let district: Office;
let report: SealedReport;

beforeAll(async () => {
  [province, district] = await Promise.all([newOffice(), newOffice()]);
  report = granted(await sealReport(reportToSeal(province, district)));
});

function answer(facts: Partial<ReceiptFacts>): Promise<Result<SealedReceipt>> {
  return sealReceipt({
    facts: { ...receiptFacts(province, district, report), ...facts },
    signer: province.signing,
    ownRecipient: province.working.recipient,
  });
}

const remark = { form: 'B03', row: 'V.1', column: 'plan', text: 'Đề nghị rà soát lại.' } as const;

describe('what the province answers', () => {
  it.each<[string, Partial<ReceiptFacts>]>([
    ['taken', {}],
    ['taken with remarks', { outcome: 'accepted-with-notes', remarks: [remark] }],
    ['taken with a note', { outcome: 'accepted-with-notes', note: 'Lần sau gửi trước ngày 20.' }],
    ['returned', { outcome: 'returned', note: 'Thiếu thuyết minh.', remarks: [remark] }],
    ['refused', { outcome: 'refused', code: 'sequence-fork' }],
    ['answered anew', { previous: someDigest('first answer') }],
  ])('B28 arrives as it was given: %s', async (_what, facts) => {
    const sealed = granted(await answer(facts));
    const opened = granted(await openBundle(sealed.bytes, districtContext(province, district)));
    expect(opened).toMatchObject({ kind: 'receipt', receipt: facts });
  });

  it.each<[string, Partial<ReceiptFacts>]>([
    ['returned without a word why', { outcome: 'returned' }],
    ['notes that say nothing', { outcome: 'accepted-with-notes' }],
    ['accepted, and remarks nobody is told of', { remarks: [remark] }],
    ['refused without a code', { outcome: 'refused' }],
    ['a code without refusal', { outcome: 'returned', note: 'x', code: 'sequence-fork' }],
    [
      'a remark about no row',
      { outcome: 'returned', note: 'x', remarks: [{ ...remark, row: '' }] },
    ],
    [
      'a remark without words',
      { outcome: 'returned', note: 'x', remarks: [{ ...remark, text: '' }] },
    ],
    ['501 remarks', { outcome: 'returned', note: 'x', remarks: Array(501).fill(remark) }],
  ])('B28 is not signed when it contradicts itself: %s', async (_what, facts) => {
    expect(codeOf(await answer(facts))).toBe('statement-malformed');
  });

  it('B28 B1 is not signed longer than units read, and fits as long as its remarks may be', async () => {
    const remarks = (count: number) =>
      Array.from({ length: count }, () => ({ ...remark, text: 'ệ'.repeat(1000) }));
    const said = { outcome: 'returned', note: 'ệ'.repeat(longestNote) } as const;
    expect(codeOf(await answer({ ...said, remarks: remarks(200) }))).toBe('statement-too-large');
    const most = Math.floor(MAX_REMARK_BYTES / remarkBytes(remarks(1)));
    const sealed = granted(await answer({ ...said, remarks: remarks(most) }));
    granted(await openBundle(sealed.bytes, districtContext(province, district)));
  });

  it('B28 B7 of version 1 is read as the answer that it was', () => {
    const { note, remarks, answeredBy, previous, ...members } = receiptFacts(
      province,
      district,
      report,
    );
    expect([note, remarks, answeredBy, previous]).toEqual([null, [], 'Cán bộ tiếp nhận', null]);
    const first = { ...members, v: 1, type: 'sct.receipt', counts: { rows: 3 } };
    const upgraded = (outcome: string, code: string | null) =>
      granted(upgradePayload({ ...first, outcome, code }, receiptUpgradeSteps, RECEIPT_VERSION));
    expect(upgraded('accepted', null)).toMatchObject({ outcome: 'accepted', answeredBy: null });
    expect(upgraded('rejected', 'sequence-fork')).toMatchObject({
      outcome: 'refused',
      counts: { rows: 3, cells: 0 },
    });
  });
});

describe('the short form on paper', () => {
  it('B28 says the same and names the whole receipt, in one QR code', async () => {
    const remarks = Array.from({ length: 500 }, () => remark);
    const sealed = granted(await answer({ outcome: 'returned', note: 'Thiếu', remarks }));
    const { findSenderKey } = districtContext(province, district);
    const read = granted(readShortReceipt(sealed.shortForm, findSenderKey));
    expect(read).toMatchObject({
      receipt: sealed.statementSha256,
      about: report.statementSha256,
      outcome: 'returned',
      revision: 1,
      auditHeadSeen: report.statement.audit.head,
    });
    // Version 40 with level M holds 2331 bytes; a code that a phone reads easily holds fewer.
    expect(sealed.shortForm.length).toBeLessThan(1100);
    expect(sealed.shortForm).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
  });

  it('B28 counts as it was typed, with blanks and line breaks', async () => {
    const { shortForm } = granted(await answer({}));
    const typed = ` ${shortForm.slice(0, 90)}\r\n${shortForm.slice(90)}\n`;
    const { findSenderKey } = districtContext(province, district);
    expect(granted(readShortReceipt(typed, findSenderKey)).outcome).toBe('accepted');
  });

  it('B28 counts only when the province signed it, letter by letter', async () => {
    const { shortForm } = granted(await answer({}));
    const { findSenderKey } = districtContext(province, district);
    const letters = [...shortForm];
    for (const at of letters.keys()) {
      const other = letters.map((letter, place) =>
        place === at ? (letter === 'A' ? 'B' : 'A') : letter,
      );
      expect([at, codeOf(readShortReceipt(other.join(''), findSenderKey))]).not.toEqual([
        at,
        'accepted',
      ]);
    }
    const ofOther = provinceContext(await newOffice(), district).findSenderKey;
    expect(codeOf(readShortReceipt(shortForm, ofOther))).toBe('sender-not-enrolled');
  });

  it.each(['', 'a.b', 'a.b.c', 'a.b.c.d', '{"payload":1}'])(
    'B28 is no receipt when it is %j, and nothing throws',
    (text) => {
      const { findSenderKey } = districtContext(province, district);
      expect(codeOf(readShortReceipt(text, findSenderKey))).toBe('statement-malformed');
    },
  );

  it('B28 B27 is no receipt bundle, and a receipt bundle is no short form', async () => {
    const { bytes } = granted(await answer({}));
    const { findSenderKey } = districtContext(province, district);
    const asText = new TextDecoder('latin1').decode(bytes);
    expect(codeOf(readShortReceipt(asText, findSenderKey))).toBe('statement-malformed');
  });
});
