import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bundleFileName,
  enrolmentFileName,
  keyringFileName,
  looksLikeBundleName,
  looksLikeSignedName,
  parseBundleFileName,
  reportByName,
  senderByName,
} from '#shared/bundle/names.ts';
import type { KeyId } from '#shared/bundle/signing-key.ts';

const someName = fc.record({
  to: fc.stringMatching(/^\d{2,5}$/),
  from: fc.stringMatching(/^\d{2,5}$/),
  period: fc.stringMatching(/^20\d\d-(?:KH|0[1-9]|1[0-2])$/),
  seq: fc.integer({ min: 1, max: 999_999 }),
  code8: fc.stringMatching(/^\d{8}$/),
});

describe('file names', () => {
  it('B15 say to whom, from whom, which period, which number', () => {
    const name = { to: '30', from: '291', period: '2022-08', seq: 7, code8: '71667789' };
    expect(bundleFileName(name)).toBe('SCT1_30_291_2022-08_000007_71667789.age');
    expect(parseBundleFileName('SCT1_30_291_2022-08_000007_71667789-2.age')).toEqual(name);
  });

  it('B15 are ASCII of at most 64 letters and read back', () => {
    fc.assert(
      fc.property(someName, (name) => {
        const fileName = bundleFileName(name);
        expect(fileName).toMatch(/^[A-Za-z0-9_.-]{1,64}$/);
        expect(parseBundleFileName(fileName)).toEqual(name);
        expect(looksLikeBundleName(fileName)).toBe(true);
      }),
    );
  });

  it('hint at their sender, also where somebody renamed them', () => {
    expect(senderByName('SCT1_30_291_2022-08_000007_71667789 - Copy.age')).toBe('291');
    expect(senderByName('SCT1_30_291_Báo cáo tháng 8.age')).toBe('291');
    expect(senderByName('Báo cáo tháng 8.age')).toBeNull();
    expect(senderByName('SCT1_keyring_30_v000002.jws')).toBeNull();
    const report = { unit: '291', period: '2022-08' };
    expect(reportByName('SCT1_30_291_2022-08_000007_71667789 - Copy.age')).toEqual(report);
    expect(reportByName('SCT1_30_291_2022-KH_x.age')).toEqual({ ...report, period: '2022-KH' });
    expect(reportByName('SCT1_30_291_Báo cáo tháng 8.age')).toBeNull();
  });

  it('B15 pass over everything else in a folder', () => {
    for (const fileName of [
      'SCT1_30_291_2022-08_000007_71667789.age.part',
      'SCT1_30_291_2022-08_000007_71667789.lnk',
      '._SCT1_30_291_2022-08_000007_71667789.age',
      '~$SCT1_30_291_2022-08_000007_71667789.age',
      '../SCT1_30_291_2022-08_000007_71667789.age',
      'autorun.inf',
      'bao cao.xlsx',
      '',
    ]) {
      expect(looksLikeBundleName(fileName)).toBe(false);
      expect(parseBundleFileName(fileName)).toBeNull();
    }
  });

  it('B15 are never trusted: a bundle that somebody renamed is opened all the same', () => {
    for (const fileName of [
      'SCT1_30_291_2022-08_000007_71667789 - Copy.age',
      'SCT1_30_291_2022-08_000007_71667789 (1).AGE',
      'Báo cáo tháng 8 của huyện.age',
    ]) {
      expect(looksLikeBundleName(fileName)).toBe(true);
      expect(parseBundleFileName(fileName)).toBeNull();
    }
  });

  it('B15 tell requests and keyrings apart', () => {
    const kid = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k' as KeyId; // RFC 8037, appendix A.3
    expect(enrolmentFileName({ unit: '300', kid })).toBe('SCT1_enrol_300_90facafe.jws');
    expect(keyringFileName({ province: '30', version: 2 })).toBe('SCT1_keyring_30_v000002.jws');
    expect(looksLikeSignedName('SCT1_enrol_300_90facafe.jws')).toBe(true);
    expect(looksLikeSignedName('SCT1_keyring_30_v000002.jws')).toBe(true);
    expect(looksLikeSignedName('SCT1_30_291_2022-08_000007_71667789.age')).toBe(false);
  });
});
