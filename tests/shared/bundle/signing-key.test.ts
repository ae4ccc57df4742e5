import { createPublicKey, verify } from 'node:crypto';
import { ED25519_TORSION_SUBGROUP } from '@noble/curves/ed25519.js';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, it } from 'vitest';
import { base64url, hexBytes, utf8 } from '#shared/bundle/bytes.ts';
import { libraryCrypto } from '#shared/bundle/host-crypto.ts';
import type { HostCrypto } from '#shared/bundle/host-crypto.ts';
import {
  generateSigningSeed,
  keyIdOf,
  publicKeyOf,
  sign,
  signatureHolds,
  signingKeyFromSeed,
} from '#shared/bundle/signing-key.ts';
import { codeOf, granted } from './two-offices.ts';

const key = signingKeyFromSeed(generateSigningSeed());

describe('signing keys', () => {
  it('B4 makes the key and the signature of the first vector of RFC 8032', () => {
    const seed = hexBytes('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60');
    if (seed === null) throw new Error('hexadecimal');
    const vector = signingKeyFromSeed(seed);
    expect(Buffer.from(vector.publicKey).toString('hex')).toBe(
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    );
    expect(Buffer.from(sign(new Uint8Array(), vector)).toString('hex')).toBe(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
    );
    // RFC 8037, appendix A.3.
    expect(vector.kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('B4 names keys as jose does, whatever the order of members', async () => {
    expect(await calculateJwkThumbprint(key.jwk)).toBe(key.kid);
    expect(keyIdOf({ x: key.jwk.x, kty: 'OKP', crv: 'Ed25519' })).toBe(key.kid);
  });

  it('B4 signs so that Node verifies, and refuses another message, key or length', () => {
    const message = utf8('a statement');
    const signature = sign(message, key);
    const nodeKey = createPublicKey({ key: { ...key.jwk }, format: 'jwk' });
    expect(verify(null, message, nodeKey, signature)).toBe(true);
    expect(signatureHolds(signature, message, key.publicKey)).toBe(true);
    expect(signatureHolds(signature, utf8('another'), key.publicKey)).toBe(false);
    expect(signatureHolds(signature.subarray(0, 63), message, key.publicKey)).toBe(false);
    expect(
      signatureHolds(signature, message, signingKeyFromSeed(generateSigningSeed()).publicKey),
    ).toBe(false);
  });

  it('B4 refuses every public key of small order, for which anybody could sign', () => {
    expect(ED25519_TORSION_SUBGROUP).toHaveLength(8);
    for (const point of ED25519_TORSION_SUBGROUP) {
      const bytes = hexBytes(point);
      if (bytes === null) throw new Error('hexadecimal');
      const x = base64url(bytes);
      expect(codeOf(publicKeyOf({ kty: 'OKP', crv: 'Ed25519', x }))).toBe('public-key-unusable');
    }
  });

  it('B4 refuses public keys that are no canonical point', () => {
    for (const bytes of [
      new Uint8Array(32).fill(255),
      new Uint8Array(31),
      Uint8Array.of(2, ...new Uint8Array(31)),
    ]) {
      const jwk = { kty: 'OKP', crv: 'Ed25519', x: base64url(bytes) } as const;
      expect(codeOf(publicKeyOf(jwk))).toBe('public-key-unusable');
    }
    expect(granted(publicKeyOf(key.jwk))).toEqual(key.publicKey);
  });

  it('B4 refuses a signature whose s is not reduced, which would be a second spelling', () => {
    const message = utf8('a statement');
    const signature = sign(message, key);
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    let s = 0n;
    for (let at = 63; at >= 32; at -= 1) s = s * 256n + BigInt(signature[at] ?? 0);
    let malleable = s + order;
    const second = signature.slice();
    for (let at = 32; at < 64; at += 1) {
      second[at] = Number(malleable % 256n);
      malleable /= 256n;
    }
    expect(signatureHolds(second, message, key.publicKey)).toBe(false);
  });

  it('B4 asks a host only for a yes: one that says no or throws changes no verdict', () => {
    const message = utf8('a statement');
    const signature = sign(message, key);
    const asked: string[] = [];
    const hosts = {
      'says no': () => false,
      throws: () => {
        throw new Error('No Ed25519 here.');
      },
    };
    for (const [name, answer] of Object.entries(hosts)) {
      const host: HostCrypto = {
        ...libraryCrypto,
        verifyEd25519: () => {
          asked.push(name);
          return answer();
        },
      };
      expect(signatureHolds(signature, message, key.publicKey, host)).toBe(true);
      expect(signatureHolds(signature, utf8('another'), key.publicKey, host)).toBe(false);
    }
    expect(asked).toEqual(['says no', 'says no', 'throws', 'throws']);
  });

  it('B4 asks no host about bytes that are no signature', () => {
    const host: HostCrypto = { ...libraryCrypto, verifyEd25519: () => true };
    expect(signatureHolds(new Uint8Array(63), utf8(''), key.publicKey, host)).toBe(false);
  });

  it('B4 looks at a key again after many others, with the same outcome', () => {
    const others = Array.from({ length: 300 }, () => signingKeyFromSeed(generateSigningSeed()));
    for (const one of [key, ...others, key]) {
      expect(granted(publicKeyOf(one.jwk))).toEqual(one.publicKey);
    }
  });
});
