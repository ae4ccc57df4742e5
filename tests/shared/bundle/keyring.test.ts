import { beforeAll, describe, expect, it } from 'vitest';
import { parseFingerprint } from '#shared/bundle/fingerprint.ts';
import { signJws } from '#shared/bundle/jws.ts';
import {
  readKeyring,
  sealKeyring,
  senderKeyIn,
  trustFirstKeyring,
  trustNextKeyring,
} from '#shared/bundle/keyring.ts';
import type { KeyringFacts, SealedKeyring } from '#shared/bundle/keyring.ts';
import {
  codeOf,
  districtCode,
  granted,
  keyringFacts,
  newOffice,
  otherDistrictCode,
} from './two-offices.ts';
import type { Office } from './two-offices.ts';

let province: Office;
let district: Office;
let impostor: Office;
let facts: KeyringFacts;
let second: SealedKeyring;

beforeAll(async () => {
  [province, district, impostor] = await Promise.all([newOffice(), newOffice(), newOffice()]);
  facts = keyringFacts(province, district);
  second = sealKeyring(facts, province.signing);
});

describe('the first trust in a province', () => {
  it('B16 comes with the printed fingerprint typed in', () => {
    const typed = granted(parseFingerprint(second.fingerprint));
    const opened = granted(trustFirstKeyring(second.bytes, typed));
    expect(opened.keyring).toEqual(second.keyring);
    expect(opened.keyringSha256).toBe(second.keyringSha256);
    expect(second.fileName).toBe('SCT1_keyring_30_v000002.jws');
  });

  it('B16 is refused to a keyring of another key', () => {
    const forged = sealKeyring({ ...facts, signing: [impostor.signing.jwk] }, impostor.signing);
    expect(codeOf(trustFirstKeyring(forged.bytes, second.fingerprint))).toBe('fingerprint-differs');
  });

  it('B16 is refused when the listed key did not sign', () => {
    const forged = sealKeyring(facts, impostor.signing);
    expect(codeOf(readKeyring(forged.bytes))).toBe('keyring-signature-invalid');
    const disguised = { ...impostor.signing, kid: province.signing.kid };
    expect(codeOf(trustFirstKeyring(sealKeyring(facts, disguised).bytes, second.fingerprint))).toBe(
      'keyring-signature-invalid',
    );
  });
});

describe('later keyrings', () => {
  const next = (changes: Partial<KeyringFacts>, signer = province.signing) =>
    sealKeyring({ ...facts, ...changes }, signer).bytes;
  const verdict = (bytes: Uint8Array) => codeOf(trustNextKeyring(bytes, second));

  it('B17 a newer one, signed by a trusted key, is accepted, and so is the same again', () => {
    expect(verdict(next({ version: 3 }))).toBe('accepted');
    expect(verdict(next({ version: 9, units: [] }))).toBe('accepted');
    expect(verdict(second.bytes)).toBe('accepted');
  });

  it('B17 the province may move to a new key when the old one signs the move', () => {
    const signing = [impostor.signing.jwk, province.signing.jwk];
    expect(verdict(next({ version: 3, signing }))).toBe('accepted');
    expect(verdict(next({ version: 3, signing }, impostor.signing))).toBe(
      'keyring-key-not-trusted',
    );
  });

  it('B17 refuses an older one, another of the same version, and another province', () => {
    expect(trustNextKeyring(next({ version: 1 }), second)).toEqual({
      ok: false,
      refusal: { code: 'keyring-older', facts: { version: 1, current: 2 } },
    });
    expect(verdict(next({ units: [] }))).toBe('keyring-fork');
    expect(verdict(next({ version: 3, province: otherDistrictCode }))).toBe(
      'keyring-of-other-province',
    );
  });

  it('B17 refuses a changed one and one of another shape', () => {
    const text = new TextDecoder().decode(next({ version: 3 }));
    const broken = text.replace(
      /"signature":"(.)/,
      (_, letter: string) => `"signature":"${letter === 'A' ? 'B' : 'A'}`,
    );
    expect(verdict(new TextEncoder().encode(broken))).toBe('keyring-signature-invalid');
    const odd = { ...second.keyring, note: 'x' };
    expect(verdict(signJws(odd, 'sct-keyring+jws', [province.signing]).bytes)).toBe(
      'statement-malformed',
    );
    const newer = { ...second.keyring, v: 3 };
    expect(verdict(signJws(newer, 'sct-keyring+jws', [province.signing]).bytes)).toBe(
      'bundle-newer-than-program',
    );
    const enrol = signJws(second.keyring, 'sct-enrol+jws', [province.signing]);
    expect(verdict(enrol.bytes)).toBe('statement-of-other-kind');
  });
});

describe('whose key it is', () => {
  it('B5 answers for the unit and the province that the keyring names, and for nobody else', () => {
    const find = senderKeyIn(second.keyring);
    expect(find('291', district.signing.kid, 1)).toEqual(district.signing.jwk);
    expect(find('30', province.signing.kid, 1)).toEqual(province.signing.jwk);
    expect(find('292', district.signing.kid, 1)).toBeNull();
    expect(find('30', district.signing.kid, 1)).toBeNull();
    expect(find(districtCode, province.signing.kid, 1)).toBeNull();
  });
});
