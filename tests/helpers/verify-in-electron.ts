// `verify-in-electron.ts CASES`, run in Electron's Node by tests/e2e/host-crypto.spec.ts: tells what the
// program and the host's own Ed25519 make of each signature in a file.
import { readFileSync } from 'node:fs';

import type { SignatureCase } from './ed25519-cases.ts';
import { programVerdict } from './signature-verdicts.ts';

const [file = ''] = process.argv.slice(2);
// Written by the test.
const cases = JSON.parse(readFileSync(file, 'utf8')) as SignatureCase[];
console.log(JSON.stringify(cases.map(programVerdict)));
