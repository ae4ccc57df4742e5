import { utf8, utf8Text } from '#shared/bundle/bytes.ts';
import { forge } from './workshop.ts';
import type { Forgery, Workshop } from './workshop.ts';

export type Attack = {
  readonly name: string;
  /** The code that it is refused with. */
  readonly code: string;
  /** Where one code tells several things: what it tells of this. */
  readonly at?: string;
  readonly make: (workshop: Workshop) => Promise<Uint8Array>;
};

export const forged = (
  code: string,
  name: string,
  forgery: Forgery | ((workshop: Workshop) => Forgery),
): Attack => ({
  name,
  code,
  make: (workshop) => forge(workshop, typeof forgery === 'function' ? forgery(workshop) : forgery),
});

export const given = (
  code: string,
  name: string,
  bytes: (good: Uint8Array) => Uint8Array,
): Attack => ({
  name,
  code,
  make: async (workshop) => bytes(await forge(workshop)),
});

export const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  new Uint8Array(Buffer.concat(parts));
export const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
export const bytesOf = (latin1: string): Uint8Array =>
  new Uint8Array(Buffer.from(latin1, 'latin1'));
export const replaced =
  (what: string | RegExp, by: string) =>
  (bytes: Uint8Array): Uint8Array =>
    utf8((utf8Text(bytes) ?? '').replace(what, by));
export const flipped =
  (at: (bytes: Uint8Array) => number) =>
  (bytes: Uint8Array): Uint8Array => {
    const copy = Uint8Array.from(bytes);
    copy[at(bytes)] = (copy[at(bytes)] ?? 0) ^ 1;
    return copy;
  };
