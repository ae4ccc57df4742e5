import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

import { windowPolicy } from './electron/shell/app-protocol.ts';

const here = import.meta.dirname;

/** All that a bundle may ask for at run time, besides Node's own modules; the rest is bundled in. */
const LEFT_OUT = ['electron', 'better-sqlite3'];

/** The oldest runtime that the bundles must run in: Electron 25. */
const NODE_TARGET = 'node18';
const BROWSER_TARGET = 'chrome114';

/**
 * The window's own policy for pages that hot reload, with a mark for the scripts and styles that the
 * development server writes into them.
 */
const developmentPolicy = {
  name: 'development-policy',
  apply: 'serve',
  config: () => ({
    html: { cspNonce: 'development' },
    server: {
      headers: {
        'content-security-policy': windowPolicy.replace(
          /(?:script|style)-src/g,
          "$& 'nonce-development'",
        ),
      },
    },
  }),
} as const;

const commonJs = { format: 'cjs', entryFileNames: '[name].cjs' } as const;

export default defineConfig({
  main: {
    build: {
      outDir: path.join(here, 'out'),
      // Preload and renderer lie inside this folder; build/setup/bundle.mjs empties it.
      emptyOutDir: false,
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        external: LEFT_OUT,
        input: {
          'shell/main': path.join(here, 'electron/shell/main.ts'),
          'worker/main': path.join(here, 'electron/worker/main.ts'),
          'cli/main': path.join(here, 'electron/cli/main.ts'),
        },
        output: { ...commonJs, chunkFileNames: 'parts/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      outDir: path.join(here, 'out/preload'),
      target: NODE_TARGET,
      externalizeDeps: false,
      rolldownOptions: {
        external: ['electron'],
        input: { preload: path.join(here, 'electron/shell/preload.ts') },
        output: commonJs,
      },
    },
  },
  renderer: {
    root: path.join(here, 'renderer'),
    plugins: [react(), developmentPolicy],
    build: {
      outDir: path.join(here, 'out/renderer'),
      target: BROWSER_TARGET,
      minify: true,
      // The page's CSP lets it load nothing that is written into it as text.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: {
          index: path.join(here, 'renderer/index.html'),
          print: path.join(here, 'renderer/print/index.html'),
        },
      },
    },
  },
});
