import { webcrypto } from 'node:crypto';

// Node 18 has no global `crypto`, which the age and curve libraries ask for. Imported first, before
// anything that could look for it.
if (!Reflect.has(globalThis, 'crypto')) Reflect.set(globalThis, 'crypto', webcrypto);
