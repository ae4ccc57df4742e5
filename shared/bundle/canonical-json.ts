import canonicalize from 'canonicalize';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { utf8, utf8Text } from './bytes.ts';

/** What JSON text may say (RFC 8259). */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Writes a value as canonical JSON (RFC 8785, JCS): one value has one spelling. The value must be
 * JSON already: no undefined, NaN, infinity or lone surrogate (those are bugs and throw).
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('The value has no JSON form.');
  return text;
}

/** The UTF-8 bytes of a value as canonical JSON. */
export function canonicalJsonBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return utf8(canonicalJson(value));
}

/**
 * Reads UTF-8 JSON and refuses every text that is not its own canonical form: repeated keys, other
 * key order, spaces, other number spellings, escapes that need not be. What was read is exactly what
 * was signed.
 */
export function parseCanonicalJson(bytes: Uint8Array): Result<Json, 'json-not-canonical'> {
  const text = utf8Text(bytes);
  if (text === null) return refuse('json-not-canonical');
  try {
    const value = JSON.parse(text) as Json; // the type of everything that JSON.parse can return
    return canonicalize(value) === text ? ok(value) : refuse('json-not-canonical');
  } catch {
    return refuse('json-not-canonical');
  }
}
