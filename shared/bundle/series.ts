import { randomBytes } from '@noble/hashes/utils.js';
import type { Brand } from '#shared/kit/brand.ts';
import { hex } from './bytes.ts';

/** An installation's stream of bundles: 128 random bits in hexadecimal. */
export type SeriesId = Brand<string, 'SeriesId'>;

/** A new series. Every installation and every restore from a backup starts one. */
export function newSeries(): SeriesId {
  return hex(randomBytes(16)) as SeriesId;
}

/** Reads a series of exactly 32 lower-case hexadecimal digits; null when it is none. */
export function parseSeries(text: string): SeriesId | null {
  return /^[0-9a-f]{32}$/.test(text) ? (text as SeriesId) : null;
}
