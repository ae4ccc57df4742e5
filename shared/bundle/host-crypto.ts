/**
 * What a host may compute sooner than the libraries of `shared`: key agreement, signatures that hold,
 * digests, checksums and the cipher of large payloads. Formats and every check stay here; a host only computes.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import type { X25519 } from './age-x25519.ts';
import { sha256Hex } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import { crc32 } from './crc32.ts';

/** ChaCha20-Poly1305 (RFC 8439) without associated data; keys of 32 bytes, nonces of 12. */
export type Aead = {
  /**
   * Writes the sealed text and behind it its tag: 16 bytes more than the plain text has. Target and
   * plain text may overlap.
   */
  readonly seal: (
    key: Uint8Array,
    nonce: Uint8Array,
    plain: Uint8Array,
    target: Uint8Array,
  ) => void;
  /** Whether the tag fits; the plain text, 16 bytes shorter, is written to the target's start only then. */
  readonly open: (
    key: Uint8Array,
    nonce: Uint8Array,
    sealed: Uint8Array,
    target: Uint8Array,
  ) => boolean;
};

export type HostCrypto = {
  /** Absent where the age library's own agreement is used. */
  readonly x25519?: X25519;
  /**
   * Whether the host's own Ed25519 accepts a signature; absent where it is not asked. Only its yes is
   * believed (`signatureHolds`), so it must refuse an s that is not below the order, and compare the
   * bytes of R with those that it computes, without the cofactor.
   */
  readonly verifyEd25519?: (
    signature: Uint8Array,
    message: Uint8Array,
    publicKey: Uint8Array,
  ) => boolean;
  readonly sha256: (bytes: Uint8Array) => Sha256;
  /** CRC-32 as ZIP has it: 0 to 2^32-1. */
  readonly crc32: (bytes: Uint8Array) => number;
  /** The cipher for a payload of so many bytes. */
  readonly aeadFor: (bytes: number) => Promise<Aead>;
};

/** The cipher of the library, there at once. */
export const libraryAead: Aead = {
  seal: (key, nonce, plain, target) => {
    target.set(chacha20poly1305(key, nonce).encrypt(plain));
  },
  open: (key, nonce, sealed, target) => {
    const plain = openedByLibrary(key, nonce, sealed);
    if (plain !== null) target.set(plain);
    return plain !== null;
  },
};

function openedByLibrary(
  key: Uint8Array,
  nonce: Uint8Array,
  sealed: Uint8Array,
): Uint8Array | null {
  try {
    return chacha20poly1305(key, nonce).decrypt(sealed);
  } catch {
    return null;
  }
}

/** All by the libraries, in any runtime. */
export const libraryCrypto: HostCrypto = {
  sha256: sha256Hex,
  crc32,
  aeadFor: () => Promise.resolve(libraryAead),
};
