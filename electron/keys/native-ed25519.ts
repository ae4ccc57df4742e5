import { createPublicKey, verify } from 'node:crypto';

/** SubjectPublicKeyInfo of an Ed25519 key up to its 32 bytes (RFC 8410). */
const SPKI_START = Uint8Array.from([
  0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
]);

/**
 * Whether Node's own Ed25519 accepts a signature. OpenSSL and BoringSSL both refuse an s that is not
 * below the order, compute R and compare its bytes, without the cofactor. May throw.
 */
export function nativeVerify(
  signature: Uint8Array,
  message: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  const key = Buffer.concat([SPKI_START, publicKey]);
  return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), signature);
}
