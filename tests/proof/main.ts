// `npm run prove [-- --only NAME] [--times N] [--seed S]`: tries what should never succeed, many
// times over, and prints how much was tried. It fails when anything went wrong.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { proveAgeKit } from './age-kit.ts';
import { proveFingerprints } from './fingerprints.ts';
import { proveJudges } from './judges.ts';
import { proveFlips, proveMutations } from './mutants.ts';
import { proveAttacks, proveDelivery } from './offices.ts';
import { proveEd25519, proveJson, proveZip } from './others.ts';
import { proofTable } from './proof.ts';
import type { Proof } from './proof.ts';

type Part = (folder: string, times: number, seed: number) => Promise<Proof | null> | Proof | null;

const parts: Readonly<Record<string, Part>> = {
  age: proveAgeKit,
  ed25519: proveEd25519,
  json: proveJson,
  zip: proveZip,
  attacks: (folder) => proveAttacks(folder),
  flips: proveFlips,
  mutations: (_, times, seed) => proveMutations(20_000 * times, seed),
  orders: (folder, times, seed) => proveDelivery(folder, 2_000 * times, seed),
  fingerprints: (_, times) => proveFingerprints(10_000 * times),
  judges: (folder, times) => proveJudges(folder, 200 * times),
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    /** How many times the usual count; for a long run. */
    times: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1112' },
  },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) throw new Error('--times takes a whole number.');
const folder = mkdtempSync(join(tmpdir(), 'sct-proof-'));
try {
  const proofs: Proof[] = [];
  for (const [name, prove] of Object.entries(parts)) {
    if (values.only !== undefined && values.only !== name) continue;
    console.error(`prove: ${name}…`);
    const proof = await prove(folder, times, Number(values.seed));
    const note = 'left out: its material is not to be had here';
    proofs.push(proof ?? { what: name, tried: 0, wrong: 0, note });
  }
  console.log(proofTable(proofs));
  if (values.only !== undefined) {
    for (const line of proofs.flatMap(({ details = [] }) => details)) console.log(line);
  }
  const holds = proofs.length > 0 && proofs.every(({ tried, wrong }) => tried > 0 && wrong === 0);
  if (!holds) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
