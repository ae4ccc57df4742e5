import { describe, expect, it } from 'vitest';
import { nativeX25519 } from '../../../electron/keys/native-x25519.ts';
import {
  ageOpener,
  decryptWith,
  encryptFor,
  generateAgeKey,
  isRecipient,
  measureHeader,
  recipientOf,
} from '#shared/bundle/age-envelope.ts';
import { utf8 } from '#shared/bundle/bytes.ts';
import { writeStrictZip } from '#shared/bundle/strict-zip.ts';
import { ageKit, exceptionOf, judgeAgeVector } from '../../proof/age-kit.ts';
import { codeOf, granted } from './two-offices.ts';

/** The six letters behind Bech32's five-bit values (BIP 173). */
function bech32Checksum(prefix: string, values: readonly number[]): string {
  const expanded = [...prefix].map((letter) => letter.charCodeAt(0));
  const all = [
    ...expanded.map((code) => code >> 5),
    0,
    ...expanded.map((code) => code & 31),
    ...values,
    ...new Array<number>(6).fill(0),
  ];
  const generators = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
  let check = 1;
  for (const value of all) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    generators.forEach((generator, bit) => {
      if ((top >> bit) & 1) check ^= generator;
    });
  }
  check ^= 1;
  return [5, 4, 3, 2, 1, 0]
    .map((place) => 'qpzry9x8gf2tvdw0s3jn54khce6mua7l'.charAt((check >> (5 * place)) & 31))
    .join('');
}

describe('the age test kit of C2SP', () => {
  it('is all there, and most of it is of the kind that bundles use', () => {
    expect(ageKit).toHaveLength(143);
    expect(ageKit.filter((vector) => exceptionOf(vector) === null).length).toBeGreaterThan(60);
  });

  it.each(ageKit.map((vector) => [vector.name, vector] as const))('B3 %s', async (_, vector) => {
    expect(await judgeAgeVector(vector)).toBe(true);
  });
});

describe('the envelope', () => {
  it('B3 opens for each of its recipients and says which key it was', async () => {
    const keys = await Promise.all([generateAgeKey(), generateAgeKey(), generateAgeKey()]);
    const sealed = granted(
      await encryptFor(
        utf8('x'),
        keys.map(({ recipient }) => recipient),
      ),
    );
    const stranger = await generateAgeKey();
    for (const { identity, recipient } of keys) {
      const opened = granted(await decryptWith(sealed, [stranger.identity, identity]));
      expect(new TextDecoder().decode(opened.plaintext)).toBe('x');
      expect(opened.openedBy).toBe(recipient);
    }
    expect(codeOf(await decryptWith(sealed, [stranger.identity]))).toBe(
      'not-addressed-to-this-key',
    );
    expect(codeOf(await decryptWith(sealed, []))).toBe('not-addressed-to-this-key');
  });

  it.each([
    ['the library', undefined, nativeX25519],
    ['the host', nativeX25519, undefined],
  ])('B2 by %s is opened by the other and by itself', async (_, sealer, opener) => {
    const keys = await Promise.all([generateAgeKey(), generateAgeKey()]);
    const recipients = keys.map(({ recipient }) => recipient);
    const sealed = granted(await encryptFor(utf8('x'), recipients, sealer));
    for (const { identity, recipient } of keys) {
      for (const host of [sealer, opener]) {
        const opened = granted(await decryptWith(sealed, [await ageOpener(identity, host)]));
        expect(opened).toEqual({ plaintext: utf8('x'), openedBy: recipient });
      }
    }
    const stranger = await ageOpener((await generateAgeKey()).identity, opener);
    expect(codeOf(await decryptWith(sealed, [stranger]))).toBe('not-addressed-to-this-key');
  });

  it('B2 never seals for a point of small order, whoever computes', async () => {
    // Bech32 of 32 zero bytes, as the identity's base point times zero would be.
    const zero = `age1${'q'.repeat(52)}`;
    const spelled = `${zero}${bech32Checksum('age', new Array<number>(52).fill(0))}`;
    for (const host of [undefined, nativeX25519]) {
      expect(codeOf(await encryptFor(utf8('x'), [spelled], host))).toBe('recipient-malformed');
    }
    expect(isRecipient(spelled)).toBe(true);
  });

  it('B3 refuses a flood of stanzas, an endless header and a huge file before any cryptography', () => {
    const stanza = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
    const flood = utf8(`age-encryption.org/v1\n${stanza.repeat(9)}--- ${'A'.repeat(43)}\n`);
    expect(codeOf(measureHeader(flood))).toBe('not-a-bundle');
    expect(codeOf(measureHeader(utf8(`age-encryption.org/v1\n${'x'.repeat(70_000)}`)))).toBe(
      'not-a-bundle',
    );
    expect(codeOf(measureHeader(utf8(`age-encryption.org/v1\n${'x\n'.repeat(40_000)}`)))).toBe(
      'not-a-bundle',
    );
  });

  it('B3 knows what is none of ours', async () => {
    const { identity } = await generateAgeKey();
    for (const text of [
      '%PDF-1.7',
      'PK\u0003\u0004',
      'age-encryption.org/v2\n',
      '{"payload":""}',
    ]) {
      expect(codeOf(await decryptWith(utf8(text), [identity]))).toBe('not-a-bundle');
    }
  });

  it.each([300, 70_000, 200_000])(
    'B3 tells a cut file from an altered one (%i bytes)',
    async (size) => {
      const { identity, recipient } = await generateAgeKey();
      const noise = Uint8Array.from({ length: size }, (_, at) => (at * 7919 + (at >> 3)) % 251);
      const archive = await writeStrictZip([{ path: 'statement.jws', bytes: noise }]);
      const sealed = granted(await encryptFor(archive, [recipient]));
      expect(codeOf(await decryptWith(sealed, [identity]))).toBe('accepted');
      const chunk = 64 * 1024 + 16;
      const bodyAt = granted(measureHeader(sealed)).bytes + 16;
      const cuts = [
        0,
        1,
        21,
        22,
        100,
        bodyAt - 16,
        bodyAt,
        bodyAt + 16,
        bodyAt + chunk,
        sealed.length - 1,
      ];
      for (const length of cuts.filter((cut) => cut < sealed.length)) {
        expect(codeOf(await decryptWith(sealed.slice(0, length), [identity])), String(length)).toBe(
          'bundle-cut',
        );
      }
      for (const at of [bodyAt - 1, bodyAt, sealed.length - 100, sealed.length - 1]) {
        const altered = sealed.slice();
        altered[at] = (altered[at] ?? 0) ^ 1;
        expect(codeOf(await decryptWith(altered, [identity])), String(at)).toBe('bundle-altered');
      }
    },
  );

  it('reads the recipient of an identity, and nothing from anything else', async () => {
    const { identity, recipient } = await generateAgeKey();
    expect(await recipientOf(identity)).toBe(recipient);
    for (const text of ['', recipient, identity.toLowerCase(), identity.replace(/.$/, '1')]) {
      expect(await recipientOf(text)).toBeNull();
    }
  });
});
