import type { HostCrypto } from '#shared/bundle/host-crypto.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';

/** The office's secrets while they are in use: for one action, or one of two steps, then wiped. */
export type KeysInUse = {
  readonly signer: SigningKey;
  /** What the office's keys are closed under, to close a new one. */
  readonly officeKey: Uint8Array;
  /** The age identity of the working key, and its public recipient. */
  readonly identity: string;
  readonly ownRecipient: string;
  /** For what is opened and sealed in the meantime. */
  readonly host: HostCrypto;
};

/** Keys that stay open until `wipe`: whoever asks for them sees to it that it is called. */
export type HeldKeys = { readonly keys: KeysInUse; readonly wipe: () => void };
