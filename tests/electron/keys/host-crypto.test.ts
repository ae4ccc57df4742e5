import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { sha256Hex } from '#shared/bundle/bytes.ts';
import { libraryAead, libraryCrypto } from '#shared/bundle/host-crypto.ts';
import type { Aead } from '#shared/bundle/host-crypto.ts';
import { crc32 } from '#shared/bundle/crc32.ts';
import { hostCrypto, hostCryptoWith } from '../../../electron/keys/host-crypto.ts';
import { nodeAead } from '../../../electron/keys/node-aead.ts';
import { sodiumAead } from '../../../electron/keys/sodium.ts';

/** OpenSSL's, which these tests run with and the program's own runtime has not. */
function openSslAead(): Aead {
  const found = nodeAead();
  if (found === null) throw new Error('This Node has no ChaCha20-Poly1305.');
  return found;
}
const aeads = [libraryAead, openSslAead(), await sodiumAead()];

/** Around every border of blocks and chunks. */
const lengths = [0, 1, 15, 16, 17, 63, 64, 65, 255, 256, 1000, 65_535, 65_536];
const someBytes = fc.uint8Array({ maxLength: 5000 });
const someSize = fc.oneof(
  someBytes,
  fc.constantFrom(...lengths).map((length) => new Uint8Array(randomBytes(length))),
);
const someKey = fc.uint8Array({ minLength: 32, maxLength: 32 });
const someNonce = fc.uint8Array({ minLength: 12, maxLength: 12 });

/** A view in the midst of a larger buffer, as chunks are. */
function within(bytes: Uint8Array, before: number): Uint8Array {
  const larger = new Uint8Array(before + bytes.length + 7).fill(0xaa);
  larger.set(bytes, before);
  return larger.subarray(before, before + bytes.length);
}

describe('the host’s ciphers', () => {
  it('seal to the same bytes as the library and open one another’s', () => {
    fc.assert(
      fc.property(someKey, someNonce, someSize, fc.nat(40), (key, nonce, plain, before) => {
        const sealed = aeads.map((aead) => {
          const target = within(new Uint8Array(plain.length + 16), before);
          aead.seal(key, nonce, within(plain, before), target);
          return Buffer.from(target);
        });
        const [wanted = Buffer.alloc(0)] = sealed;
        for (const [at, aead] of aeads.entries()) {
          expect(sealed[at]?.equals(wanted)).toBe(true);
          const opened = within(new Uint8Array(plain.length), before);
          expect(aead.open(key, nonce, within(wanted, before), opened)).toBe(true);
          expect(Buffer.from(opened).equals(plain)).toBe(true);
        }
      }),
    );
  });

  it('seal over the text that they read, as a whole file is sealed', () => {
    fc.assert(
      fc.property(someKey, someNonce, someSize, fc.nat(80), (key, nonce, plain, ahead) => {
        const wanted = new Uint8Array(plain.length + 16);
        libraryAead.seal(key, nonce, plain, wanted);
        for (const aead of aeads) {
          const both = new Uint8Array(16 + ahead + plain.length);
          both.set(plain, 16 + ahead);
          const target = both.subarray(0, plain.length + 16);
          aead.seal(key, nonce, both.subarray(16 + ahead), target);
          expect(Buffer.from(target).equals(wanted)).toBe(true);
        }
      }),
    );
  });

  it('give out nothing of a text with a wrong tag, key, nonce or length', () => {
    const [key, nonce, plain] = [randomBytes(32), randomBytes(12), randomBytes(100)];
    const sealed = Buffer.alloc(plain.length + 16);
    libraryAead.seal(key, nonce, plain, sealed);
    const flipped = Array.from({ length: sealed.length }, (_, at) => {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      return [key, nonce, changed] as const;
    });
    for (const aead of aeads) {
      for (const [usedKey, usedNonce, text] of [
        ...flipped,
        [randomBytes(32), nonce, sealed] as const,
        [key, randomBytes(12), sealed] as const,
        [key, nonce, sealed.subarray(0, 115)] as const,
        [key, nonce, sealed.subarray(0, 16)] as const,
      ]) {
        const opened = Buffer.alloc(text.length - 16);
        expect(aead.open(usedKey, usedNonce, text, opened)).toBe(false);
        expect(opened.every((byte) => byte === 0)).toBe(true);
      }
    }
  });

  it('are Node’s where it has one, else libsodium for large payloads and the library', async () => {
    const withoutOne = hostCryptoWith(null);
    expect(await withoutOne.aeadFor(20_000)).toBe(libraryAead);
    expect(await withoutOne.aeadFor(1_000_000)).toBe(await sodiumAead());
    expect(await hostCrypto.aeadFor(20_000)).toBe(openSslAead());
    expect(await hostCrypto.aeadFor(1_000_000)).toBe(openSslAead());
    expect(await libraryCrypto.aeadFor(1_000_000)).toBe(libraryAead);
  });
});

describe('the host’s digests and checksums', () => {
  it('agree with the library’s, whatever buffer the bytes are a part of', () => {
    fc.assert(
      fc.property(someSize, fc.nat(40), (bytes, before) => {
        const part = within(bytes, before);
        expect(hostCrypto.sha256(part)).toBe(sha256Hex(bytes));
        expect(hostCrypto.crc32(part)).toBe(crc32(bytes));
        expect(crc32(part)).toBe(crc32(bytes));
      }),
    );
  });
});
