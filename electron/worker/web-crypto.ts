import { webcrypto } from 'node:crypto';

// Older Electron (Node 18) has no global `crypto`, which the age and curve libraries ask for.
// Imported first, before anything that could look for it.
globalThis.crypto ??= webcrypto as typeof globalThis.crypto;
