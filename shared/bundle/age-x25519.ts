/**
 * X25519 recipients of age (C2SP age.md, "The X25519 recipient type") for hosts whose own key
 * agreement is sooner done than the library's. Any age program opens what is wrapped here, and the
 * other way round.
 */
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { Stanza } from 'age-encryption';
import type { Identity, Recipient } from 'age-encryption';
import { base64url, base64urlBytes, concatBytes, utf8 } from './bytes.ts';

/** A key pair: its 32 public bytes, and the secret (RFC 7748) that it shares with another's. */
export type X25519Pair = {
  readonly share: Uint8Array;
  /** Throws for a point of small order. */
  readonly secretWith: (share: Uint8Array) => Uint8Array;
};

/** A host's own X25519. */
export type X25519 = {
  /** A new pair for one message, of 32 random bytes. */
  readonly newPair: () => X25519Pair;
  /** The pair of a scalar of 32 bytes. */
  readonly pairOf: (scalar: Uint8Array) => X25519Pair;
};

const STANZA = 'X25519';
const LABEL = utf8('age-encryption.org/v1/X25519');
/** Every wrapping key is used once, so its nonce is zero. */
const NONCE = new Uint8Array(12);
const WRAPPED_BYTES = 32;
const BECH32_LETTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const CHECKSUM_LETTERS = 6;
const BASE64 = /^[A-Za-z0-9+/]{43}$/;

/** Wraps file keys for a recipient `age1…` whose spelling and checksum were checked. */
export function x25519Recipient(recipient: string, host: X25519): Recipient {
  const publicKey = bech32Bytes(recipient);
  return {
    wrapFileKey: (fileKey) => {
      const { share, secretWith } = host.newPair();
      const key = wrappingKey(secretWith(publicKey), share, publicKey);
      const body = chacha20poly1305(key, NONCE).encrypt(fileKey);
      return [new Stanza([STANZA, base64(share)], body)];
    },
  };
}

/**
 * Unwraps file keys with an identity `AGE-SECRET-KEY-1…` whose spelling and checksum were checked.
 * Throws for a stanza that is malformed, as the library does.
 */
export function x25519Identity(identity: string, host: X25519): Identity {
  const scalar = bech32Bytes(identity.toLowerCase());
  const { share: publicKey, secretWith } = host.pairOf(scalar);
  scalar.fill(0);
  return {
    unwrapFileKey: (stanzas) => {
      for (const { args, body } of stanzas) {
        if (args[0] !== STANZA) continue;
        const share = shareIn(args);
        if (share === null || body.length !== WRAPPED_BYTES) throw new Error('invalid stanza');
        const fileKey = openOnce(wrappingKey(secretWith(share), share, publicKey), body);
        if (fileKey !== null) return fileKey;
      }
      return null;
    },
  };
}

function wrappingKey(secret: Uint8Array, share: Uint8Array, publicKey: Uint8Array): Uint8Array {
  if (secret.every((byte) => byte === 0)) throw new Error('A share is of small order.');
  return hkdf(sha256, secret, concatBytes(share, publicKey), LABEL, 32);
}

/** Null when the stanza is for another key. */
function openOnce(key: Uint8Array, body: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(key, NONCE).decrypt(body);
  } catch {
    return null;
  }
}

function shareIn([, text = '', ...more]: readonly string[]): Uint8Array | null {
  if (more.length > 0 || !BASE64.test(text)) return null;
  return base64urlBytes(text.replaceAll('+', '-').replaceAll('/', '_'));
}

/** Standard base64 without padding, as age headers have it. */
function base64(bytes: Uint8Array): string {
  return base64url(bytes).replaceAll('-', '+').replaceAll('_', '/');
}

/** The 32 bytes behind the last `1` in Bech32 (BIP 173): five bits a letter, then a checksum. */
function bech32Bytes(text: string): Uint8Array {
  const bytes = new Uint8Array(32);
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const letter of text.slice(text.lastIndexOf('1') + 1, -CHECKSUM_LETTERS)) {
    buffer = ((buffer << 5) | BECH32_LETTERS.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[at] = (buffer >> bits) & 0xff;
      at += 1;
    }
  }
  return bytes;
}
