import { base64url, base64urlBytes, utf8 } from '#shared/bundle/bytes.ts';
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { randomBytes } from '@noble/hashes/utils.js';

const nonceBytes = 24;
const boxKeyBytes = 32;

/** A new random key for a box. */
export function newBoxKey(): Uint8Array {
  return randomBytes(boxKeyBytes);
}

/**
 * Encrypts a secret under a key of 32 bytes (XChaCha20-Poly1305, random nonce). `purpose` is bound
 * in: a box that is moved to another place, person or unit does not open there.
 */
export function closeBox(secret: Uint8Array, key: Uint8Array, purpose: string): string {
  const nonce = randomBytes(nonceBytes);
  const sealed = xchacha20poly1305(key, nonce, utf8(purpose)).encrypt(secret);
  return `x1.${base64url(nonce)}.${base64url(sealed)}`;
}

/** The secret of a box; null when key, purpose or bytes are not those it was closed with. */
export function openBox(box: string, key: Uint8Array, purpose: string): Uint8Array | null {
  const [version, nonceText = '', sealedText = ''] = box.split('.');
  const nonce = base64urlBytes(nonceText);
  const sealed = base64urlBytes(sealedText);
  if (version !== 'x1' || nonce?.length !== nonceBytes || sealed === null) return null;
  try {
    return xchacha20poly1305(key, nonce, utf8(purpose)).decrypt(sealed);
  } catch {
    return null;
  }
}
