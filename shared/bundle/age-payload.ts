/**
 * The payload of an age v1 file (C2SP age.md, "Payload"): chunks of 64 KiB, each with its
 * ChaCha20-Poly1305 tag, the last one marked. Opened here and not by the library because an office
 * must be told whether its file was cut, as when a USB stick was pulled, or altered.
 */
import { chacha20, chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { concatBytes, utf8 } from './bytes.ts';

const NONCE_BYTES = 16;
const TAG_BYTES = 16;
const CHUNK_BYTES = 64 * 1024 + TAG_BYTES;
const ZIP_END_RECORD_BYTES = 22;
const ZIP_START_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const ZIP_END_SIGNATURE = [0x50, 0x4b, 0x05, 0x06];

/**
 * Opens what follows the header of an age file: a 16-byte nonce and the chunks. Nothing is released
 * unless all of it is authentic. Refuses `bundle-cut` and `bundle-altered`.
 */
export function openAgePayload(
  fileKey: Uint8Array,
  payload: Uint8Array,
): Result<Uint8Array, 'bundle-cut' | 'bundle-altered'> {
  if (payload.length < NONCE_BYTES + TAG_BYTES) return refuse('bundle-cut');
  const key = hkdf(sha256, fileKey, payload.subarray(0, NONCE_BYTES), utf8('payload'), 32);
  const sealed = payload.subarray(NONCE_BYTES);
  const chunkCount = Math.ceil(sealed.length / CHUNK_BYTES);
  const opened: Uint8Array[] = [];
  for (let index = 0; index < chunkCount; index += 1) {
    const chunk = sealed.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    const isLast = index === chunkCount - 1;
    const plain = openChunk(key, chunkNonce(index, isLast), chunk);
    if (plain === null) {
      return refuse(isLast && wasCut(key, index, chunk) ? 'bundle-cut' : 'bundle-altered');
    }
    // The grammar allows an empty last chunk only when it is the only one.
    if (isLast && index > 0 && plain.length === 0) return refuse('bundle-altered');
    opened.push(plain);
  }
  return ok(concatBytes(...opened));
}

/** An 11-byte big-endian counter, then 1 for the last chunk. */
function chunkNonce(index: number, isLast: boolean): Uint8Array {
  const nonce = new Uint8Array(12);
  for (let at = 10, rest = index; rest > 0; at -= 1, rest = Math.floor(rest / 256)) {
    nonce[at] = rest % 256;
  }
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

function openChunk(key: Uint8Array, nonce: Uint8Array, chunk: Uint8Array): Uint8Array | null {
  try {
    return chacha20poly1305(key, nonce).decrypt(chunk);
  } catch {
    return null;
  }
}

/**
 * Whether a last chunk that is not authentic lacks its end, rather than having it changed: either it
 * is a sound middle chunk, or its unauthenticated plain text begins as an archive and does not end as
 * one. Only chooses between two refusals; the plain text is not used for anything else.
 */
function wasCut(key: Uint8Array, index: number, chunk: Uint8Array): boolean {
  if (openChunk(key, chunkNonce(index, false), chunk) !== null) return true;
  // Block 0 of the key stream makes the Poly1305 key; the text starts at block 1 (RFC 8439).
  const plain = chacha20(key, chunkNonce(index, true), chunk, undefined, 1);
  // A changed nonce gives another key: nothing is readable then, from the first letter on.
  if (index === 0 && plain.length >= 4 && !hasAt(plain, 0, ZIP_START_SIGNATURE)) return false;
  const end = plain.length - TAG_BYTES - ZIP_END_RECORD_BYTES;
  return end < 0 || !hasAt(plain, end, ZIP_END_SIGNATURE);
}

function hasAt(bytes: Uint8Array, at: number, signature: readonly number[]): boolean {
  return signature.every((byte, offset) => bytes[at + offset] === byte);
}
