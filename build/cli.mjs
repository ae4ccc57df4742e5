// `npm run -s cli -- <command>`: the command line straight from its sources. npm puts the project's
// own Node on PATH; without it the sources cannot run, and one line says so.
import { existsSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { exitWith, setupFault } from './setup/fault.mjs';
import { nodeFolder, projectFolder } from './setup/places.mjs';

if (!existsSync(nodeFolder) || Number(process.versions.node.split('.')[0]) < 24) {
  exitWith(setupFault('dependencies are not installed yet: run `npm ci` (or `npm start`) first.'));
}
if (process.argv.includes('print') && !process.env['SCT_ELECTRON']) await nameElectron();
// Halves the start: what was compiled stays until its source changes.
enableCompileCache(path.join(projectFolder, '.cache', 'compile'));
const main = path.join(projectFolder, 'electron', 'cli', 'main.ts');
process.argv[1] = main;
await import(pathToFileURL(main).href);

/** Only a PDF needs Electron: its program and its arguments are told to the command line. */
async function nameElectron() {
  try {
    const { findElectron, launchOptions } = await import('./runtime/locate.mjs');
    if (findElectron() === null) {
      const { ensure } = await import('./setup/ensure.mjs');
      await ensure({ electron: true });
    } else {
      const { ensureBundle } = await import('./setup/bundle.mjs');
      await ensureBundle();
    }
    const { executablePath, args } = launchOptions();
    process.env['SCT_ELECTRON'] = executablePath;
    process.env['SCT_ELECTRON_ARGS'] = JSON.stringify(args);
  } catch (error) {
    exitWith(error);
  }
}
