import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';

/** A signature, in hexadecimal, on which verifiers of Ed25519 may disagree. */
export type SignatureCase = {
  readonly publicKey: string;
  readonly message: string;
  readonly signature: string;
};

const { Point } = ed25519;
const order = Point.Fn.ORDER;
const torsion = ED25519_TORSION_SUBGROUP.map((text) => Point.fromHex(text));

/** The spellings of points of small order that are not canonical: y at or above p, or x = -0. */
const otherSpellings = [
  `ed${'ff'.repeat(30)}7f`,
  `ed${'ff'.repeat(31)}`,
  `01${'00'.repeat(30)}80`,
  `ee${'ff'.repeat(30)}7f`,
  `ee${'ff'.repeat(31)}`,
  `ec${'ff'.repeat(31)}`,
];

/** A point as it is spelled: so many times the base, and something of small order. */
type Spelled = {
  readonly scalar: bigint;
  readonly bytes: Uint8Array;
  readonly canonical: Uint8Array;
};

function spellings(scalar: bigint): readonly Spelled[] {
  const base = Point.BASE.multiply(scalar);
  return [
    ...torsion.map((small) => spelled(0n, small.toBytes())),
    ...otherSpellings.map((text) => spelled(0n, Uint8Array.from(Buffer.from(text, 'hex')))),
    ...torsion.map((small) => spelled(scalar, base.add(small).toBytes())),
  ];
}

function spelled(scalar: bigint, bytes: Uint8Array): Spelled {
  return { scalar, bytes, canonical: Point.fromBytes(bytes, true).toBytes() };
}

/**
 * Signatures over all pairs of such keys and points R, as the edge cases of C2SP's CCTV have them: of
 * small order, with a part of small order, in spellings that are not canonical, with the challenge of
 * the bytes or of the canonical ones, and with an s that is not reduced. Each fulfils the equation
 * times the cofactor, if the challenge is that of the bytes.
 */
export function edgeCases(): readonly SignatureCase[] {
  const secret = 2n ** 200n + 12_345n;
  const nonce = 2n ** 211n + 54_321n;
  return spellings(secret).flatMap((key, row) =>
    spellings(nonce).flatMap((point, column) =>
      [0, 1].flatMap((turn) => {
        const message = Uint8Array.of(row, column, turn);
        return challenges(point, key, message).flatMap((challenge) => {
          const s = (point.scalar + challenge * key.scalar) % order;
          return [s, s + order].map((written) => ({
            publicKey: hexOf(key.bytes),
            message: hexOf(message),
            signature: hexOf(point.bytes) + hexOf(littleEndian(written)),
          }));
        });
      }),
    ),
  );
}

function challenges(point: Spelled, key: Spelled, message: Uint8Array): readonly bigint[] {
  const ofBytes = challenge(point.bytes, key.bytes, message);
  const isCanonical =
    hexOf(point.bytes) === hexOf(point.canonical) && hexOf(key.bytes) === hexOf(key.canonical);
  return isCanonical ? [ofBytes] : [ofBytes, challenge(point.canonical, key.canonical, message)];
}

function challenge(point: Uint8Array, key: Uint8Array, message: Uint8Array): bigint {
  const digest = sha512(Buffer.concat([point, key, message]));
  return BigInt(`0x${Buffer.from(digest).reverse().toString('hex')}`) % order;
}

function littleEndian(scalar: bigint): Uint8Array {
  return Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex').reverse();
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

/** The verdict of the strict verifier alone. */
export function strictVerdict({ publicKey, message, signature }: SignatureCase): boolean {
  const [key, text, signed] = [publicKey, message, signature].map((each) =>
    Uint8Array.from(Buffer.from(each, 'hex')),
  );
  if (key === undefined || text === undefined || signed === undefined) return false;
  try {
    return ed25519.verify(signed, text, key, { zip215: false });
  } catch {
    return false;
  }
}
