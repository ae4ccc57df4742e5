import { daysBetween, dayInVietnam } from '../kit/clock.ts';
import type { Instant } from '../kit/clock.ts';

/** So many days without a word of the province about a keyring, and it may be stale. */
export const STALE_AFTER_DAYS = 45;

/** The highest versions that the province's receipts have named, and when it named that keyring last. */
export type ProvinceWord = {
  readonly keyring: number;
  readonly keyringAt: Instant;
  readonly catalogue: number;
};

export type FreshnessFacts = {
  readonly keyring: { readonly version: number; readonly issued: Instant };
  readonly catalogue: number;
  /** Null until the first receipt. */
  readonly word: ProvinceWord | null;
  /** The time that has come for certain. */
  readonly now: Instant;
};

/** A version that the province has, and the older one that this office goes by. */
export type NewerVersion = { readonly newer: number; readonly held: number };

export type Freshness = {
  readonly keyring: NewerVersion | null;
  readonly catalogue: NewerVersion | null;
  /** Nothing newer is known of, but the province has not confirmed the keyring for too long. */
  readonly stale: { readonly confirmedAt: Instant; readonly days: number } | null;
};

/**
 * Says what this office knows to be old (D106). A receipt that names the keyring held here confirms
 * it as well as issuing it does. To be told, never to be kept from working.
 */
export function judgeFreshness({ keyring, catalogue, word, now }: FreshnessFacts): Freshness {
  const isNamed = word?.keyring === keyring.version && word.keyringAt > keyring.issued;
  const confirmedAt = isNamed ? word.keyringAt : keyring.issued;
  const days = daysBetween(dayInVietnam(confirmedAt), dayInVietnam(now));
  const newerKeyring = newerThan(keyring.version, word?.keyring);
  return {
    keyring: newerKeyring,
    catalogue: newerThan(catalogue, word?.catalogue),
    stale: newerKeyring === null && days > STALE_AFTER_DAYS ? { confirmedAt, days } : null,
  };
}

/** What is known after one more receipt; receipts come in any order, so versions only rise. */
export function hearing(word: ProvinceWord | null, heard: ProvinceWord): ProvinceWord {
  if (word === null) return heard;
  const isSame = word.keyring === heard.keyring;
  const higher = word.keyring >= heard.keyring ? word : heard;
  return {
    keyring: higher.keyring,
    keyringAt: isSame && heard.keyringAt > word.keyringAt ? heard.keyringAt : higher.keyringAt,
    catalogue: Math.max(word.catalogue, heard.catalogue),
  };
}

function newerThan(held: number, said: number | undefined): NewerVersion | null {
  return said !== undefined && said > held ? { newer: said, held } : null;
}
