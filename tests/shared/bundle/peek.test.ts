import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from '#shared/bundle/bytes.ts';
import { sealEnrolment } from '#shared/bundle/enrolment.ts';
import { sealKeyring } from '#shared/bundle/keyring.ts';
import { peek } from '#shared/bundle/peek.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import type { SealedReport } from '#shared/bundle/seal.ts';
import {
  districtCode,
  districtContext,
  granted,
  keyringFacts,
  newOffice,
  provinceContext,
  reportToSeal,
  someCells,
  someObservations,
  somewhen,
} from './two-offices.ts';
import type { Office } from './two-offices.ts';

let province: Office;
let district: Office;
let stranger: Office;
let sealed: SealedReport;

beforeAll(async () => {
  [province, district, stranger] = await Promise.all([newOffice(), newOffice(), newOffice()]);
  sealed = granted(await sealReport(reportToSeal(province, district)));
});

describe('what a file is, without importing it', () => {
  it('B20 a good report, at the province and at its sender', async () => {
    for (const context of [
      provinceContext(province, district),
      districtContext(province, district),
    ]) {
      expect(await peek(sealed.bytes, context)).toMatchObject({
        kind: 'report',
        refusal: null,
        from: { unit: '291' },
        to: '30',
        period: '2022-08',
        seq: 7,
        checkCode: sealed.checkCode,
        forms: ['B01', 'B03'],
        opened: {
          observations: someObservations,
          cells: someCells,
          acts: { prepared: { act: { act: 'prepare' } }, approved: { act: { act: 'approve' } } },
        },
        statementSha256: sealed.statementSha256,
      });
    }
  });

  it('B20 a report whose sender is not enrolled: what it claims, and why it is refused', async () => {
    const foreign = granted(await sealReport(reportToSeal(province, stranger)));
    expect(await peek(foreign.bytes, provinceContext(province, district))).toMatchObject({
      kind: 'report',
      seq: 7,
      forms: ['B01', 'B03'],
      opened: null,
      refusal: { code: 'sender-not-enrolled' },
    });
  });

  it('B20 a file for others stays closed and says for how many keys it is', async () => {
    const context = { ...provinceContext(province, district), identities: [] };
    expect(await peek(sealed.bytes, context)).toMatchObject({
      kind: 'closed',
      recipients: 3,
      refusal: { code: 'not-addressed-to-this-key' },
    });
  });

  it('B20 an enrolment request and a keyring show their fingerprints', async () => {
    const context = provinceContext(province, district);
    const { series, working } = district;
    const request = sealEnrolment(
      { unit: districtCode, series, recipient: working.recipient, created: somewhen, app: '0.1.0' },
      district.signing,
    );
    expect(await peek(request.bytes, context)).toMatchObject({
      kind: 'enrolment',
      opened: { fingerprint: request.fingerprint },
    });
    const keyring = sealKeyring(keyringFacts(province, district), province.signing);
    expect(await peek(keyring.bytes, context)).toMatchObject({
      kind: 'keyring',
      opened: { fingerprint: keyring.fingerprint },
    });
  });

  it.each([
    ['', 'bundle-cut'],
    ['%PDF-1.7', 'not-a-bundle'],
    ['{"payload":""}', 'statement-malformed'],
  ])('B20 %j is none of ours', async (text, code) => {
    expect(await peek(utf8(text), provinceContext(province, district))).toMatchObject({
      kind: 'other',
      refusal: { code },
    });
  });
});
