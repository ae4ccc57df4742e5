/** The outer envelope: age v1 (C2SP age.md), X25519 recipients only. Hides; does not authenticate. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Recipient } from 'age-encryption';
import { openAgePayload, roomBefore, sealAgePayload } from './age-payload.ts';
import { x25519Identity, x25519Recipient } from './age-x25519.ts';
import { utf8 } from './bytes.ts';
import { libraryCrypto } from './host-crypto.ts';
import type { HostCrypto } from './host-crypto.ts';

/** The largest sealed file that is looked at: 210 MiB. */
export const MAX_SEALED_BYTES = 210 * 1024 * 1024;
const MAX_HEADER_BYTES = 64 * 1024;
const MAX_STANZAS = 8;
const FILE_KEY_BYTES = 16;
const INTRO = utf8('age-encryption.org/v1\n');
const NEW_LINE = 10;
const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/;
const IDENTITY = /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}$/;

/** `identity` is the secret (`AGE-SECRET-KEY-1…`), `recipient` its public half (`age1…`). */
export type AgeKey = { readonly identity: string; readonly recipient: string };

/** An identity made ready: what one derives from it once, for as many files as there are. */
export type AgeOpener = { readonly recipient: string; readonly decrypter: Decrypter };

export type AgeRefusal =
  | 'bundle-too-large'
  | 'not-a-bundle'
  | 'bundle-cut'
  | 'bundle-altered'
  | 'not-addressed-to-this-key';

/** A new X25519 key: 32 random bytes from the system. */
export async function generateAgeKey(): Promise<AgeKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** The public half of an identity `AGE-SECRET-KEY-1…`; null when the text is none. */
export async function recipientOf(identity: string): Promise<string | null> {
  if (!IDENTITY.test(identity)) return null;
  try {
    return await identityToRecipient(identity);
  } catch {
    return null;
  }
}

/**
 * Makes an identity `AGE-SECRET-KEY-1…` ready for many files, with the host's own X25519 where it has
 * one. Forget it with the identity itself.
 */
export async function ageOpener(
  identity: string,
  { x25519 }: HostCrypto = libraryCrypto,
): Promise<AgeOpener> {
  const recipient = await recipientOf(identity);
  if (recipient === null) throw new Error('Identities are X25519 age identities.');
  const decrypter = new Decrypter();
  decrypter.addIdentity(x25519 === undefined ? identity : x25519Identity(identity, x25519));
  return { recipient, decrypter };
}

/** Whether a text is an X25519 recipient: `age1`, 58 Bech32 letters, its checksum right. */
export function isRecipient(text: string): boolean {
  if (!RECIPIENT.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

/** An envelope addressed to its recipients, for one content. */
export type AgeEnvelope = {
  /** How many bytes must stand before a content of so many that is sealed where it stands. */
  readonly roomBefore: (bytes: number) => number;
  /**
   * Seals a content that fills its buffer but for that room. The whole buffer becomes the sealed file:
   * nothing of the content is left, and nothing as large as it is allocated. Once only.
   */
  readonly sealInPlace: (content: Uint8Array) => Promise<Uint8Array>;
};

/**
 * Addresses an envelope to 1 to 8 recipients `age1…`, each of whom can open it alone; with the
 * host's own cryptography where it has some, the libraries' otherwise. Refuses `recipient-malformed`
 * {recipient} for one that is no X25519 recipient.
 */
export async function addressEnvelope(
  recipients: readonly string[],
  host: HostCrypto = libraryCrypto,
): Promise<Result<AgeEnvelope, 'recipient-malformed'>> {
  const distinct = [...new Set(recipients)];
  if (distinct.length === 0 || distinct.length > MAX_STANZAS) {
    throw new Error('An envelope has 1 to 8 recipients.');
  }
  const { x25519 } = host;
  const encrypter = new Encrypter();
  for (const recipient of distinct) {
    if (!isRecipient(recipient)) return refuse('recipient-malformed', { recipient });
    encrypter.addRecipient(x25519 === undefined ? recipient : x25519Recipient(recipient, x25519));
  }
  const sealed = await sealHeader(encrypter);
  // A point of small order has a sound checksum and no usable secret.
  if (sealed === null) return refuse('recipient-malformed', { recipient: distinct.join(' ') });
  const { header, fileKey } = sealed;
  let isUsed = false;
  return ok({
    roomBefore: (bytes) => roomBefore(header, bytes),
    sealInPlace: async (content) => {
      const file = new Uint8Array(content.buffer);
      const room = roomBefore(header, content.length);
      if (content.byteOffset !== room || file.length !== room + content.length) {
        throw new Error('The content does not fill its buffer but for the room before it.');
      }
      if (isUsed) throw new Error('An envelope seals one content.');
      isUsed = true;
      const aead = await host.aeadFor(content.length);
      sealAgePayload(fileKey, header, content, aead, file);
      fileKey.fill(0);
      return file;
    },
  });
}

/** Encrypts bytes as `addressEnvelope` says, and leaves them as they are. */
export async function encryptFor(
  bytes: Uint8Array,
  recipients: readonly string[],
  host: HostCrypto = libraryCrypto,
): Promise<Result<Uint8Array, 'recipient-malformed'>> {
  const envelope = await addressEnvelope(recipients, host);
  if (!envelope.ok) return envelope;
  const room = envelope.value.roomBefore(bytes.length);
  const file = new Uint8Array(room + bytes.length);
  file.set(bytes, room);
  return ok(await envelope.value.sealInPlace(file.subarray(room)));
}

/**
 * The library's header for its recipients, and the file key that it wraps for them. The library writes
 * whole files only, so it writes an empty one, of which the header is kept.
 */
async function sealHeader(
  encrypter: Encrypter,
): Promise<{ readonly header: Uint8Array; readonly fileKey: Uint8Array } | null> {
  const fileKey = new Uint8Array(FILE_KEY_BYTES);
  // Adds no stanza of its own.
  const witness: Recipient = {
    wrapFileKey: (made) => {
      fileKey.set(made);
      return [];
    },
  };
  encrypter.addRecipient(witness);
  try {
    const empty = await encrypter.encrypt(new Uint8Array());
    const header = measureHeader(empty);
    if (!header.ok) throw new Error('The age library wrote a header that is none.');
    return { header: empty.subarray(0, header.value.bytes), fileKey };
  } catch {
    return null;
  }
}

/**
 * Opens an envelope with the first of the identities that fits. `openedBy` is that identity's
 * recipient. Size, header length and number of stanzas are checked before any cryptography. Refuses
 * `bundle-too-large` {bytes, limit}, `not-a-bundle`, `bundle-cut` {bytes}, `bundle-altered`,
 * `not-addressed-to-this-key`.
 */
export async function decryptWith(
  bytes: Uint8Array,
  identities: readonly (string | AgeOpener)[],
  host: HostCrypto = libraryCrypto,
): Promise<Result<{ readonly plaintext: Uint8Array; readonly openedBy: string }, AgeRefusal>> {
  if (bytes.length > MAX_SEALED_BYTES) {
    return refuse('bundle-too-large', { bytes: bytes.length, limit: MAX_SEALED_BYTES });
  }
  const header = measureHeader(bytes);
  if (!header.ok) return header;
  for (const identity of identities) {
    const opener = typeof identity === 'string' ? await ageOpener(identity, host) : identity;
    const fileKey = await fileKeyFor(opener, bytes.subarray(0, header.value.bytes));
    if (fileKey === 'no-match') continue;
    if (fileKey === 'altered') return refuse('bundle-altered');
    const aead = await host.aeadFor(bytes.length);
    const payload = openAgePayload(fileKey, bytes.subarray(header.value.bytes), aead);
    return payload.ok
      ? ok({ plaintext: payload.value, openedBy: opener.recipient })
      : refuse(payload.refusal.code, { bytes: bytes.length });
  }
  return refuse('not-addressed-to-this-key');
}

/** How long the header is and how many may open the file, without any cryptography. */
export function measureHeader(
  bytes: Uint8Array,
): Result<{ readonly bytes: number; readonly stanzas: number }, 'not-a-bundle' | 'bundle-cut'> {
  const intro = bytes.subarray(0, INTRO.length);
  if (intro.some((byte, at) => byte !== INTRO[at])) return refuse('not-a-bundle');
  const limit = Math.min(bytes.length, MAX_HEADER_BYTES);
  let stanzas = 0;
  for (let at = INTRO.length; at < limit;) {
    const end = bytes.indexOf(NEW_LINE, at);
    if (end < 0 || end >= limit) break;
    if (startsWith(bytes, at, '---')) return ok({ bytes: end + 1, stanzas });
    if (startsWith(bytes, at, '-> ')) stanzas += 1;
    if (stanzas > MAX_STANZAS) return refuse('not-a-bundle');
    at = end + 1;
  }
  return bytes.length < MAX_HEADER_BYTES
    ? refuse('bundle-cut', { bytes: bytes.length })
    : refuse('not-a-bundle');
}

async function fileKeyFor(
  { decrypter }: AgeOpener,
  header: Uint8Array,
): Promise<Uint8Array | 'no-match' | 'altered'> {
  try {
    return await decrypter.decryptHeader(header);
  } catch (cause) {
    // The library tells its refusals apart by their text alone.
    return cause instanceof Error && cause.message.startsWith('no identity matched')
      ? 'no-match'
      : 'altered';
  }
}

function startsWith(bytes: Uint8Array, at: number, text: string): boolean {
  for (let offset = 0; offset < text.length; offset += 1) {
    if (bytes[at + offset] !== text.charCodeAt(offset)) return false;
  }
  return true;
}
