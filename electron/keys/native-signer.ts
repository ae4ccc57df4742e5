import { createPrivateKey, sign } from 'node:crypto';

/** PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410, section 7). */
const PKCS8_START = Uint8Array.from([
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
]);

/**
 * Signs with Node's own Ed25519 and a seed of 32 bytes: RFC 8032 leaves no choice, so these are the
 * bytes that the bundle's signer would make. Keep the function no longer than the seed.
 */
export function nativeSigner(seed: Uint8Array): (message: Uint8Array) => Uint8Array {
  const der = Buffer.concat([PKCS8_START, seed]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  der.fill(0);
  return (message) => new Uint8Array(sign(null, message, key));
}
