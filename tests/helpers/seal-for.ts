// `seal-for.ts RECIPIENT IDENTITY FOLDER`, run in Electron's Node by tests/e2e/host-crypto.spec.ts: opens
// `theirs.age` and seals `plain` again as `ours.age`, and tells what it computed with on the way.
import '../../electron/service/web-crypto.ts';

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { ageOpener, decryptWith, encryptFor } from '#shared/bundle/age-envelope.ts';
import { libraryAead } from '#shared/bundle/host-crypto.ts';
import { hostCrypto } from '../../electron/keys/host-crypto.ts';
import { nodeAead } from '../../electron/keys/node-aead.ts';

const [recipient = '', identity = '', folder = ''] = process.argv.slice(2);
const plain = readFileSync(join(folder, 'plain'));
const theirs = readFileSync(join(folder, 'theirs.age'));
const opened = await decryptWith(theirs, [await ageOpener(identity, hostCrypto)], hostCrypto);
const altered = Uint8Array.from(theirs);
const middle = theirs.length >> 1;
altered[middle] = (altered[middle] ?? 0) ^ 1;
const refused = await decryptWith(altered, [identity], hostCrypto);
const ours = await encryptFor(plain, [recipient], hostCrypto);
if (ours.ok) writeFileSync(join(folder, 'ours.age'), ours.value);
const aead = await hostCrypto.aeadFor(plain.length);
console.log(
  JSON.stringify({
    sha256: hostCrypto.sha256(plain),
    crc32: hostCrypto.crc32(plain),
    opened: opened.ok && Buffer.compare(opened.value.plaintext, plain) === 0,
    refused: refused.ok ? 'accepted' : refused.refusal.code,
    cipher: aead === nodeAead() ? 'node' : aead === libraryAead ? 'library' : 'sodium',
  }),
);
