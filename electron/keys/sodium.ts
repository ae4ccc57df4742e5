import sodium from 'libsodium-wrappers';

import type { Aead } from '#shared/bundle/host-crypto.ts';

const WRONG_TAG = 'ciphertext cannot be decrypted using that key';

/** ChaCha20-Poly1305 of libsodium, compiled to WebAssembly: the same in every runtime. */
export async function sodiumAead(): Promise<Aead> {
  await sodium.ready;
  return aead;
}

const aead: Aead = {
  seal: (key, nonce, plain, target) => {
    target.set(sodium.crypto_aead_chacha20poly1305_ietf_encrypt(plain, null, null, nonce, key));
  },
  open: (key, nonce, sealed, target) => {
    try {
      const plain = sodium.crypto_aead_chacha20poly1305_ietf_decrypt(
        null,
        sealed,
        null,
        nonce,
        key,
      );
      target.set(plain);
      return true;
    } catch (cause) {
      // The library tells its refusals apart by their text alone.
      if (cause instanceof Error && cause.message === WRONG_TAG) return false;
      throw cause;
    }
  },
};
