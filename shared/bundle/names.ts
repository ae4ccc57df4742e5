import { base64urlBytes, hex } from './bytes.ts';
import type { KeyId } from './signing-key.ts';

/** What a bundle's file name says. A label for people: names are never trusted. */
export type BundleName = {
  readonly to: string;
  readonly from: string;
  /** A period's code, or `cataloguePeriod` for the plan itself, which is of no period. */
  readonly period: string;
  readonly seq: number;
  /** The first 8 digits of the statement's digest, `checkCode`. */
  readonly code8: string;
};

const BUNDLE =
  /^SCT1_(\d{2,5})_(\d{2,5})_(\d{4}-(?:KH|\d\d)|DM-\d{6,10})_(\d{6})_(\d{8})(?:-\d{1,3})?\.age$/;
const SIGNED = /^SCT1_(?:enrol_\d{2,5}_[0-9a-f]{8}|keyring_\d{2,5}_v\d{6,10})(?:-\d{1,3})?\.jws$/;

/** `SCT1_30_291_2022-08_000007_71667789.age`: to, from, period, number, check code. */
export function bundleFileName({ to, from, period, seq, code8 }: BundleName): string {
  return `SCT1_${to}_${from}_${period}_${String(seq).padStart(6, '0')}_${code8}.age`;
}

/** Reads a bundle's file name; a `-2` before the ending, as for a second copy, is passed over. */
export function parseBundleFileName(fileName: string): BundleName | null {
  const [, to, from, period, seq, code8] = BUNDLE.exec(fileName) ?? [];
  if (!to || !from || !period || !seq || !code8) return null;
  return { to, from, period, seq: Number(seq), code8 };
}

/**
 * The sender that a file's name gives, also where somebody renamed the end of it; null where it gives
 * none. A hint for whoever has to call somebody: names are never trusted.
 */
export function senderByName(fileName: string): string | null {
  return /^SCT1_\d{2,5}_(\d{2,5})_/u.exec(fileName)?.[1] ?? null;
}

/**
 * Whose report of which period a file's name claims to be, also where somebody renamed the end of it;
 * null where it claims none. A hint as `senderByName`.
 */
export function reportByName(
  fileName: string,
): { readonly unit: string; readonly period: string } | null {
  const [, unit, period] = /^SCT1_\d{2,5}_(\d{2,5})_(\d{4}-(?:KH|\d\d))_/u.exec(fileName) ?? [];
  return unit === undefined || period === undefined ? null : { unit, period };
}

/** What a catalogue's file name has in the place of a period: `DM-000003` (danh mục) for version 3. */
export function cataloguePeriod(version: number): string {
  return `DM-${String(version).padStart(6, '0')}`;
}

/** `SCT1_enrol_300_1f2e3d4c.jws`: the unit, and eight hexadecimal letters that tell its key apart. */
export function enrolmentFileName(of: { readonly unit: string; readonly kid: KeyId }): string {
  return `SCT1_enrol_${of.unit}_${keyLabel(of.kid)}.jws`;
}

/** `SCT1_keyring_30_v000002.jws` */
export function keyringFileName(of: {
  readonly province: string;
  readonly version: number;
}): string {
  return `SCT1_keyring_${of.province}_v${String(of.version).padStart(6, '0')}.jws`;
}

/**
 * Whether a file in a folder is worth opening as a bundle: by its ending alone, since whoever copies a
 * file also renames it ("… - Copy.age"). What systems leave beside it is not. Everything else there is
 * left alone.
 */
export function looksLikeBundleName(fileName: string): boolean {
  return /^[^.~].*\.age$/iu.test(fileName);
}

/** Whether a file in a folder is named as an enrolment request or a keyring. */
export function looksLikeSignedName(fileName: string): boolean {
  return SIGNED.test(fileName);
}

/** The first four bytes of the thumbprint in hexadecimal: safe where case does not count. */
function keyLabel(kid: KeyId): string {
  return hex((base64urlBytes(kid) ?? new Uint8Array()).subarray(0, 4));
}
