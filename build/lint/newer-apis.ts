/**
 * What the oldest supported runtime (Electron 25: Chromium 114, Node 18.15) lacks and the types of
 * the current one allow. Names that other types have too (`with`, `union`, `map` of an iterator…) are
 * refused by the compiler instead: its library is ES2022, and a test holds that.
 */

/** `Object.groupBy`: a member of a named global. */
export const NEWER_STATIC_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Array: ['fromAsync'],
  ArrayBuffer: ['resizable'],
  Atomics: ['waitAsync', 'pause'],
  AbortSignal: ['any'],
  Blob: ['bytes'],
  Error: ['isError', 'captureStackTrace'],
  Intl: ['DurationFormat'],
  Iterator: ['from', 'concat'],
  JSON: ['rawJSON', 'isRawJSON'],
  Map: ['groupBy'],
  Math: ['sumPrecise', 'f16round'],
  Object: ['groupBy'],
  Promise: ['withResolvers', 'try'],
  RegExp: ['escape'],
  URL: ['canParse', 'parse'],
  Uint8Array: ['fromBase64', 'fromHex'],
  fs: ['glob', 'globSync', 'openAsBlob'],
  process: ['getBuiltinModule', 'loadEnvFile', 'features', 'constrainedMemory', 'availableMemory'],
  util: ['styleText', 'parseEnv', 'stripVTControlCharacters'],
  navigator: ['userActivation'],
};

/** `list.toSorted()`: a member that no older type has under this name. */
export const NEWER_MEMBERS: readonly string[] = [
  'toSorted',
  'toReversed',
  'toSpliced',
  'isWellFormed',
  'toWellFormed',
  'toBase64',
  'toHex',
  'setFromBase64',
  'setFromHex',
  'symmetricDifference',
  'isSubsetOf',
  'isSupersetOf',
  'isDisjointFrom',
  'getOrInsert',
  'getOrInsertComputed',
  'transferToFixedLength',
  'toTemporalInstant',
  'startViewTransitionTypes',
  'moveBefore',
  'setHTML',
  'setHTMLUnsafe',
  'getHTML',
  'requestClose',
  'ariaNotify',
];

/** A global that is not there at all. */
export const NEWER_GLOBALS: readonly string[] = [
  'Temporal',
  'Iterator',
  'SuppressedError',
  'DisposableStack',
  'AsyncDisposableStack',
  'Float16Array',
  'CloseWatcher',
  'EditContext',
  'Sanitizer',
];

/** `import { styleText } from 'node:util'`: an export of a Node module. */
export const NEWER_NODE_EXPORTS: Readonly<Record<string, readonly string[]>> = {
  fs: ['glob', 'globSync', 'openAsBlob'],
  'fs/promises': ['glob'],
  module: ['registerHooks', 'stripTypeScriptTypes', 'findPackageJSON', 'enableCompileCache'],
  path: ['matchesGlob'],
  util: ['styleText', 'parseEnv', 'getCallSites', 'MIMEType', 'setTraceSigInt', 'diff'],
  crypto: ['hash', 'argon2', 'argon2Sync'],
  zlib: ['crc32', 'zstdCompress', 'zstdCompressSync', 'zstdDecompress', 'zstdDecompressSync'],
  url: ['URLPattern'],
  worker_threads: ['postMessageToThread', 'locks'],
};

/** Node modules that are not there at all. */
export const NEWER_NODE_MODULES: readonly string[] = ['sqlite', 'sea', 'quic'];
