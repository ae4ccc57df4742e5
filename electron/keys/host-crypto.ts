import { createHash } from 'node:crypto';
import * as zlib from 'node:zlib';

import type { Sha256 } from '#shared/bundle/bytes.ts';
import { libraryAead } from '#shared/bundle/host-crypto.ts';
import type { Aead, HostCrypto } from '#shared/bundle/host-crypto.ts';
import { crc32 } from '#shared/bundle/crc32.ts';
import { nativeVerify } from './native-ed25519.ts';
import { nativeX25519 } from './native-x25519.ts';
import { nodeAead } from './node-aead.ts';

/** From here on libsodium saves more time than loading it costs. */
const LARGE_BYTES = 256 * 1024;

/**
 * Node's own X25519, Ed25519 and SHA-256, its CRC-32 where it has one, and for payloads the given cipher.
 * Without one libsodium takes large payloads, loaded with the first of them.
 */
export function hostCryptoWith(cipher: Aead | null): HostCrypto {
  return {
    x25519: nativeX25519,
    verifyEd25519: nativeVerify,
    sha256: (bytes) => createHash('sha256').update(bytes).digest('hex') as Sha256, // lower case
    crc32: nodeCrc32() ?? crc32,
    aeadFor: async (bytes) => {
      if (cipher !== null) return cipher;
      if (bytes < LARGE_BYTES) return libraryAead;
      const { sodiumAead } = await import('./sodium.ts');
      return sodiumAead();
    },
  };
}

/** What this host has: in Electron, whose BoringSSL gives Node no ChaCha20, libsodium for it. */
export const hostCrypto = hostCryptoWith(nodeAead());

/** Node 22 and later have it; Electron 25 has not. */
function nodeCrc32(): ((bytes: Uint8Array) => number) | null {
  const found: unknown = Reflect.get(zlib, 'crc32');
  // One argument only: the second would be a checksum to go on from.
  return typeof found === 'function'
    ? (bytes) => Number(Reflect.apply(found, zlib, [bytes]))
    : null;
}
