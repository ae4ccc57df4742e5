import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { decryptWith, encryptFor, generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { crc32 } from '#shared/bundle/crc32.ts';
import { edgeCases, strictVerdict } from '../helpers/ed25519-cases.ts';
import { bundleProgram, electronsNode } from '../helpers/runtimes.ts';
import type { programVerdict } from '../helpers/signature-verdicts.ts';

const sizes = { small: 1000, 'of several chunks': 200_000, large: 1_000_000 };

for (const [name, size] of Object.entries(sizes)) {
  test(`Electron computes a ${name} payload as the libraries do, with what it has`, async () => {
    const folder = test.info().outputDir;
    const program = await bundleProgram('tests/helpers/seal-for.ts', join(folder, 'program'));
    const { identity, recipient } = await generateAgeKey();
    const plain = new Uint8Array(randomBytes(size));
    const theirs = await encryptFor(plain, [recipient]);
    if (!theirs.ok) throw new Error(theirs.refusal.code);
    writeFileSync(join(folder, 'plain'), plain);
    writeFileSync(join(folder, 'theirs.age'), theirs.value);

    const { executable, env } = electronsNode();
    const told = execFileSync(executable, [program, recipient, identity, folder], {
      env: { ...process.env, ...env },
      encoding: 'utf8',
    });
    expect(JSON.parse(told)).toMatchObject({
      sha256: sha256Hex(plain),
      crc32: crc32(plain),
      opened: true,
      refused: 'bundle-altered',
      // BoringSSL brings Node no ChaCha20.
      cipher: size < 256 * 1024 ? 'library' : 'sodium',
    });
    const ours = await decryptWith(readFileSync(join(folder, 'ours.age')), [identity]);
    expect(ours.ok && Buffer.compare(ours.value.plaintext, plain)).toBe(0);
  });
}

test('B4 Electron takes the signatures that the strict verifier takes, though its own Ed25519 would not', async () => {
  const folder = test.info().outputDir;
  const program = await bundleProgram(
    'tests/helpers/verify-in-electron.ts',
    join(folder, 'program'),
  );
  const cases = edgeCases();
  writeFileSync(join(folder, 'cases.json'), JSON.stringify(cases));
  const { executable, env } = electronsNode();
  const told = execFileSync(executable, [program, join(folder, 'cases.json')], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  // What verify-in-electron.ts writes.
  const verdicts = JSON.parse(told) as ReturnType<typeof programVerdict>[];
  const strict = cases.map(strictVerdict);
  expect(verdicts.map(({ program: taken }) => taken)).toEqual(strict);
  const alone = verdicts.map(({ host }) => host);
  expect(alone.filter((taken, at) => taken && strict[at] === false).length).toBeGreaterThan(10);
  expect(alone.filter((taken, at) => taken && strict[at] === true).length).toBeGreaterThan(10);
  expect(alone.filter((taken, at) => !taken && strict[at] === true).length).toBeGreaterThan(10);
});
