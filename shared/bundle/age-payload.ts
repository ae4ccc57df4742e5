/**
 * The payload of an age v1 file (C2SP age.md, "Payload"): chunks of 64 KiB, each with its
 * ChaCha20-Poly1305 tag, the last one marked. Opened here and not by the library because an office
 * must be told whether its file was cut, as when a USB stick was pulled, or altered; and sealed here so
 * that a host's cipher serves both ways.
 */
import { chacha20 } from '@noble/ciphers/chacha.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { randomBytes } from '@noble/hashes/utils.js';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { utf8 } from './bytes.ts';
import type { Aead } from './host-crypto.ts';

const NONCE_BYTES = 16;
const TAG_BYTES = 16;
const PLAIN_CHUNK_BYTES = 64 * 1024;
const CHUNK_BYTES = PLAIN_CHUNK_BYTES + TAG_BYTES;
const ZIP_END_RECORD_BYTES = 22;
const ZIP_START_SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
const ZIP_END_SIGNATURE = [0x50, 0x4b, 0x05, 0x06];

/** How many bytes stand before a plain text of so many whose file is written over it. */
export function roomBefore(header: Uint8Array, plainBytes: number): number {
  return header.length + NONCE_BYTES + chunkCountOf(plainBytes) * TAG_BYTES;
}

/**
 * Writes a whole age file: the header as it stands, a new 16-byte nonce, and the chunks. `file` is
 * where to, as long as the plain text and the room before it; the text may stand at its end, since
 * every chunk is read before anything is written so far behind.
 */
export function sealAgePayload(
  fileKey: Uint8Array,
  header: Uint8Array,
  plaintext: Uint8Array,
  aead: Aead,
  file: Uint8Array,
): void {
  const nonce = randomBytes(NONCE_BYTES);
  const key = payloadKey(fileKey, nonce);
  const chunkCount = chunkCountOf(plaintext.length);
  const startAt = header.length + NONCE_BYTES;
  file.set(header);
  file.set(nonce, header.length);
  for (let index = 0; index < chunkCount; index += 1) {
    const at = index * PLAIN_CHUNK_BYTES;
    const chunk = plaintext.subarray(at, at + PLAIN_CHUNK_BYTES);
    const isLast = index === chunkCount - 1;
    const sealedAt = startAt + index * CHUNK_BYTES;
    const sealed = file.subarray(sealedAt, sealedAt + chunk.length + TAG_BYTES);
    aead.seal(key, chunkNonce(index, isLast), chunk, sealed);
  }
}

/**
 * Opens what follows the header of an age file: a 16-byte nonce and the chunks. Nothing is released
 * unless all of it is authentic. Refuses `bundle-cut` and `bundle-altered`.
 */
export function openAgePayload(
  fileKey: Uint8Array,
  payload: Uint8Array,
  aead: Aead,
): Result<Uint8Array, 'bundle-cut' | 'bundle-altered'> {
  if (payload.length < NONCE_BYTES + TAG_BYTES) return refuse('bundle-cut');
  const key = payloadKey(fileKey, payload.subarray(0, NONCE_BYTES));
  const sealed = payload.subarray(NONCE_BYTES);
  const chunkCount = Math.ceil(sealed.length / CHUNK_BYTES);
  const opened = new Uint8Array(sealed.length);
  let length = 0;
  for (let index = 0; index < chunkCount; index += 1) {
    const chunk = sealed.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES);
    const isLast = index === chunkCount - 1;
    if (!isAuthentic(aead, key, chunkNonce(index, isLast), chunk, opened.subarray(length))) {
      return refuse(isLast && wasCut(aead, key, index, chunk) ? 'bundle-cut' : 'bundle-altered');
    }
    // The grammar allows an empty last chunk only when it is the only one.
    const plainBytes = chunk.length - TAG_BYTES;
    if (isLast && index > 0 && plainBytes === 0) return refuse('bundle-altered');
    length += plainBytes;
  }
  return ok(opened.subarray(0, length));
}

function chunkCountOf(plainBytes: number): number {
  return Math.max(1, Math.ceil(plainBytes / PLAIN_CHUNK_BYTES));
}

function payloadKey(fileKey: Uint8Array, nonce: Uint8Array): Uint8Array {
  return hkdf(sha256, fileKey, nonce, utf8('payload'), 32);
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

function isAuthentic(
  aead: Aead,
  key: Uint8Array,
  nonce: Uint8Array,
  chunk: Uint8Array,
  target: Uint8Array,
): boolean {
  return chunk.length >= TAG_BYTES && aead.open(key, nonce, chunk, target);
}

/**
 * Whether a last chunk that is not authentic lacks its end, rather than having it changed: either it
 * is a sound middle chunk, or its unauthenticated plain text begins as an archive and does not end as
 * one. Only chooses between two refusals; the plain text is not used for anything else.
 */
function wasCut(aead: Aead, key: Uint8Array, index: number, chunk: Uint8Array): boolean {
  const middle = new Uint8Array(chunk.length);
  if (isAuthentic(aead, key, chunkNonce(index, false), chunk, middle)) return true;
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
