import { beforeAll, describe, expect, it } from 'vitest';
import { readEnrolment, sealEnrolment } from '#shared/bundle/enrolment.ts';
import type { EnrolmentFacts } from '#shared/bundle/enrolment.ts';
import { fingerprintOf } from '#shared/bundle/fingerprint.ts';
import { signJws } from '#shared/bundle/jws.ts';
import { codeOf, districtCode, granted, newOffice, somewhen } from './two-offices.ts';
import type { Office } from './two-offices.ts';

let district: Office;
let impostor: Office;
let facts: EnrolmentFacts;

beforeAll(async () => {
  [district, impostor] = await Promise.all([newOffice(), newOffice()]);
  const { series, working } = district;
  facts = {
    unit: districtCode,
    series,
    recipient: working.recipient,
    created: somewhen,
    app: '0.1.0',
  };
});

describe('a request to be enrolled', () => {
  it('B18 proves that its maker holds the key, and shows the fingerprint to compare', () => {
    const sealed = sealEnrolment(facts, district.signing);
    const opened = granted(readEnrolment(sealed.bytes));
    expect(opened.enrolment).toEqual({
      ...facts,
      v: 1,
      type: 'sct.enrol',
      signing: district.signing.jwk,
    });
    expect(opened.fingerprint).toBe(fingerprintOf(district.signing.kid));
    expect(opened.fingerprint).toBe(sealed.fingerprint);
    expect(sealed.fileName).toMatch(/^SCT1_enrol_291_[0-9a-f]{8}\.jws$/);
  });

  it('B18 is refused when another key signed it', () => {
    const { enrolment } = sealEnrolment(facts, district.signing);
    for (const signer of [impostor.signing, { ...impostor.signing, kid: district.signing.kid }]) {
      const { bytes } = signJws(enrolment, 'sct-enrol+jws', [signer]);
      expect(codeOf(readEnrolment(bytes))).toBe('signature-invalid');
    }
  });

  it('B18 is refused out of its shape, newer than the program, or for another purpose', () => {
    const { enrolment } = sealEnrolment(facts, district.signing);
    const verdict = (payload: unknown) =>
      codeOf(readEnrolment(signJws(payload, 'sct-enrol+jws', [district.signing]).bytes));
    expect(verdict({ ...enrolment, recipient: 'age1nobody' })).toBe('statement-malformed');
    expect(verdict({ ...enrolment, unit: '../30' })).toBe('statement-malformed');
    expect(verdict({ ...enrolment, v: 2 })).toBe('bundle-newer-than-program');
    const keyring = signJws(enrolment, 'sct-keyring+jws', [district.signing]);
    expect(codeOf(readEnrolment(keyring.bytes))).toBe('statement-of-other-kind');
    expect(codeOf(readEnrolment(new Uint8Array()))).toBe('statement-malformed');
  });
});
