import path from 'node:path';

import { rolldown } from 'rolldown';

import { electronRuntime } from '../../build/runtime/locate.mjs';

/** How to start a program without a window: in the Node of the tests, or in Electron's own. */
export type Runtime = {
  readonly name: string;
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
};

export const ownNode: Runtime = {
  name: `Node ${process.versions.node}`,
  executable: process.execPath,
  env: {},
};

/** Electron as plain Node: its Node, V8 and BoringSSL, as the process of the services has them. */
export function electronsNode(): Runtime {
  const { executablePath, version } = electronRuntime();
  return {
    name: `Electron ${version}`,
    executable: executablePath,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  };
}

/** Bundles a program of the tests for the oldest runtime, which strips no types; answers its file. */
export async function bundleProgram(entry: string, folder: string): Promise<string> {
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    transform: { target: 'node18' },
  });
  try {
    const { output } = await bundle.write({
      dir: folder,
      entryFileNames: '[name].mjs',
      chunkFileNames: '[name]-[hash].mjs',
    });
    return path.join(folder, output[0].fileName);
  } finally {
    await bundle.close();
  }
}
