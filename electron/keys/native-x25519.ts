import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

import type { X25519, X25519Pair } from '#shared/bundle/age-x25519.ts';

/** SubjectPublicKeyInfo and PKCS #8 of an X25519 key up to its 32 bytes (RFC 8410). */
const SPKI_START = Uint8Array.from([
  0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x03, 0x21, 0x00,
]);
const PKCS8_START = Uint8Array.from([
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x6e, 0x04, 0x22, 0x04, 0x20,
]);

/** X25519 of Node's own cryptography. */
export const nativeX25519: X25519 = {
  newPair: () => {
    const { publicKey, privateKey } = generateKeyPairSync('x25519');
    return pair(privateKey, publicKey);
  },
  pairOf: (scalar) => {
    const key = Buffer.concat([PKCS8_START, scalar]);
    const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
    key.fill(0);
    return pair(privateKey, createPublicKey(privateKey));
  },
};

function pair(privateKey: KeyObject, publicKey: KeyObject): X25519Pair {
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return {
    share: new Uint8Array(der.subarray(SPKI_START.length)),
    secretWith: (share) => {
      const key = Buffer.concat([SPKI_START, share]);
      const other = createPublicKey({ key, format: 'der', type: 'spki' });
      return new Uint8Array(diffieHellman({ privateKey, publicKey: other }));
    },
  };
}
