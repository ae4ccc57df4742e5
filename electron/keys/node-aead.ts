import { createCipheriv, createDecipheriv, getCiphers } from 'node:crypto';

import type { Aead } from '#shared/bundle/host-crypto.ts';

const CIPHER = 'chacha20-poly1305';
const TAG_BYTES = 16;

/** ChaCha20-Poly1305 of Node's own cryptography; null in Electron, whose BoringSSL has none for it. */
export function nodeAead(): Aead | null {
  return getCiphers().includes(CIPHER) ? aead : null;
}

const aead: Aead = {
  seal: (key, nonce, plain, target) => {
    const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    target.set(cipher.update(plain));
    cipher.final();
    target.set(cipher.getAuthTag(), plain.length);
  },
  open: (key, nonce, sealed, target) => {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
    const plainBytes = sealed.length - TAG_BYTES;
    decipher.setAuthTag(sealed.subarray(plainBytes));
    const plain = decipher.update(sealed.subarray(0, plainBytes));
    try {
      decipher.final();
    } catch {
      // With key, nonce and tag of their lengths, only a tag that does not fit is left to fail.
      return false;
    }
    target.set(plain);
    return true;
  },
};
