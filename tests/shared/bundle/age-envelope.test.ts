import { Decrypter, Encrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { hostCrypto } from '../../../electron/keys/host-crypto.ts';
import {
  addressEnvelope,
  ageOpener,
  decryptWith,
  encryptFor,
  generateAgeKey,
  isRecipient,
  measureHeader,
  recipientOf,
} from '#shared/bundle/age-envelope.ts';
import { utf8 } from '#shared/bundle/bytes.ts';
import { libraryCrypto } from '#shared/bundle/host-crypto.ts';
import { writeStrictZip } from '#shared/bundle/strict-zip.ts';
import { ageKit, exceptionOf, hostOfAnySize, judgeAgeVector } from '../../proof/age-kit.ts';
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
    ['the library', libraryCrypto, hostOfAnySize],
    ['the host', hostOfAnySize, libraryCrypto],
  ])('B2 by %s is opened by the other and by itself', async (_, sealer, opener) => {
    const keys = await Promise.all([generateAgeKey(), generateAgeKey()]);
    const recipients = keys.map(({ recipient }) => recipient);
    const sealed = granted(await encryptFor(utf8('x'), recipients, sealer));
    for (const { identity, recipient } of keys) {
      for (const host of [sealer, opener]) {
        const opened = granted(await decryptWith(sealed, [await ageOpener(identity, host)], host));
        expect(opened).toEqual({ plaintext: utf8('x'), openedBy: recipient });
      }
    }
    const stranger = await ageOpener((await generateAgeKey()).identity, opener);
    expect(codeOf(await decryptWith(sealed, [stranger]))).toBe('not-addressed-to-this-key');
  });

  it.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])(
    'B2 B3 is a file of the age library, and the other way round (%i bytes)',
    async (size) => {
      const { identity, recipient } = await generateAgeKey();
      const plain = Uint8Array.from({ length: size }, (_, at) => (at * 7919 + (at >> 3)) % 251);
      const encrypter = new Encrypter();
      encrypter.addRecipient(recipient);
      const theirs = await encrypter.encrypt(plain);
      const decrypter = new Decrypter();
      decrypter.addIdentity(identity);
      const isPlain = (bytes: Uint8Array): boolean => Buffer.compare(bytes, plain) === 0;
      for (const host of [libraryCrypto, hostOfAnySize]) {
        const opened = granted(await decryptWith(theirs, [identity], host));
        expect(isPlain(opened.plaintext)).toBe(true);
        const ours = granted(await encryptFor(plain, [recipient], host));
        expect(isPlain(await decrypter.decrypt(ours))).toBe(true);
        expect(ours).toHaveLength(theirs.length);
      }
    },
  );

  it.each([0, 1, 65_536, 65_537, 200_000])(
    'B2 seals %i bytes where they stand, and leaves nothing of them there',
    async (size) => {
      const { identity, recipient } = await generateAgeKey();
      const plain = Uint8Array.from({ length: size }, (_, at) => (at * 7919 + (at >> 3)) % 251);
      for (const host of [libraryCrypto, hostCrypto, hostOfAnySize]) {
        const { roomBefore, sealInPlace } = granted(await addressEnvelope([recipient], host));
        const room = roomBefore(size);
        const buffer = new Uint8Array(room + size);
        buffer.set(plain, room);
        const file = await sealInPlace(buffer.subarray(room));
        expect(file.buffer).toBe(buffer.buffer);
        expect(file).toHaveLength(room + size);
        const opened = granted(await decryptWith(file, [identity]));
        expect(Buffer.compare(opened.plaintext, plain)).toBe(0);
      }
    },
  );

  it('B2 seals one content per file key, and none that is a part of something else', async () => {
    const { recipient } = await generateAgeKey();
    const { roomBefore, sealInPlace } = granted(await addressEnvelope([recipient]));
    const room = roomBefore(4);
    const content = (before: number, behind: number): Uint8Array =>
      new Uint8Array(before + 4 + behind).subarray(before, before + 4);
    for (const wrong of [content(room, 1), content(room - 1, 0), content(room + 1, 0)]) {
      await expect(sealInPlace(wrong)).rejects.toThrow('buffer');
    }
    await sealInPlace(content(room, 0));
    await expect(sealInPlace(content(room, 0))).rejects.toThrow('one content');
  });

  it('B2 never uses a payload nonce twice', async () => {
    const { recipient } = await generateAgeKey();
    const seal = async () => granted(await encryptFor(utf8('x'), [recipient], hostOfAnySize));
    const nonces = await Promise.all(
      Array.from({ length: 50 }, async () => {
        const sealed = await seal();
        const at = granted(measureHeader(sealed)).bytes;
        return Buffer.from(sealed.subarray(at, at + 16)).toString('hex');
      }),
    );
    expect(new Set(nonces).size).toBe(50);
  });

  it('B2 never seals for a point of small order, whoever computes', async () => {
    // Bech32 of 32 zero bytes, as the identity's base point times zero would be.
    const zero = `age1${'q'.repeat(52)}`;
    const spelled = `${zero}${bech32Checksum('age', new Array<number>(52).fill(0))}`;
    for (const host of [libraryCrypto, hostOfAnySize]) {
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

  it.each([
    [300, 'the library', libraryCrypto],
    [70_000, 'the library', libraryCrypto],
    [200_000, 'the library', libraryCrypto],
    [70_000, 'the host', hostOfAnySize],
    [200_000, 'the host', hostOfAnySize],
  ])('B3 tells a cut file from an altered one (%i bytes, by %s)', async (size, _, host) => {
    const { identity, recipient } = await generateAgeKey();
    const noise = Uint8Array.from({ length: size }, (__, at) => (at * 7919 + (at >> 3)) % 251);
    const archive = await writeStrictZip([{ path: 'statement.jws', bytes: noise }]);
    const sealed = granted(await encryptFor(archive, [recipient], host));
    expect(codeOf(await decryptWith(sealed, [identity], host))).toBe('accepted');
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
      expect(
        codeOf(await decryptWith(sealed.slice(0, length), [identity], host)),
        String(length),
      ).toBe('bundle-cut');
    }
    for (const at of [bodyAt - 1, bodyAt, sealed.length - 100, sealed.length - 1]) {
      const altered = sealed.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(codeOf(await decryptWith(altered, [identity], host)), String(at)).toBe(
        'bundle-altered',
      );
    }
  });

  it('reads the recipient of an identity, and nothing from anything else', async () => {
    const { identity, recipient } = await generateAgeKey();
    expect(await recipientOf(identity)).toBe(recipient);
    for (const text of ['', recipient, identity.toLowerCase(), identity.replace(/.$/, '1')]) {
      expect(await recipientOf(text)).toBeNull();
    }
  });
});
