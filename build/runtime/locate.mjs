import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setupFault } from '../setup/fault.mjs';
import { projectFolder } from '../setup/places.mjs';
import { COMPAT_MARK, compatElectronFolder } from './compat-electron.mjs';
import { executableName, hasOfficialElectron, officialFolder } from './official.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {'official' | 'stated' | 'compat'} kind the package's own, the user's by
 *   ELECTRON_OVERRIDE_DIST_PATH, or the stand-in
 * @property {string} folder
 * @property {string} executablePath
 * @property {string} version such as `25.1.1`
 */

/**
 * The Electron that this machine has, or null. Only looks; `ensureRuntime` installs.
 *
 * @returns {ElectronRuntime | null}
 */
export function findElectron() {
  const stated = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (stated) return runtimeIn(stated, 'stated');
  if (hasOfficialElectron()) return runtimeIn(officialFolder, 'official');
  return runtimeIn(compatElectronFolder(), 'compat');
}

/**
 * The Electron that this machine has; a fault in one line when there is none.
 *
 * @returns {ElectronRuntime}
 */
export function electronRuntime() {
  const runtime = findElectron();
  if (runtime !== null) return runtime;
  throw setupFault('no Electron runtime is installed yet: run `npm start` or `npm test` once.');
}

/**
 * How to start this app, or another one, in that Electron: what Playwright's `_electron.launch`
 * takes, and what `spawn(executablePath, args, { env })` takes.
 *
 * @param {object} [options]
 * @param {string} [options.app] folder or entry file of the app; this project when left out
 * @param {readonly string[]} [options.args] arguments for the app
 * @param {Readonly<Record<string, string>>} [options.env] added to the environment
 * @returns {{ executablePath: string, args: string[], env: Record<string, string> }}
 */
export function launchOptions({ app = projectFolder, args = [], env = {} } = {}) {
  const runtime = electronRuntime();
  /** @type {Record<string, string>} */
  const environment = { ELECTRON_OVERRIDE_DIST_PATH: runtime.folder };
  for (const [name, value] of Object.entries(process.env)) {
    // With this variable set Electron would start as plain Node.
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') environment[name] = value;
  }
  return {
    executablePath: runtime.executablePath,
    // Chromium's sandbox refuses to work for root.
    args: [...(isRoot() ? ['--no-sandbox'] : []), app, ...args],
    env: { ...environment, ...env },
  };
}

/** Whether this process has all rights, as in a container. */
export function isRoot() {
  return process.getuid?.() === 0;
}

/**
 * @param {string} folder
 * @param {'official' | 'stated' | 'compat'} kind
 * @returns {ElectronRuntime | null}
 */
function runtimeIn(folder, kind) {
  const executablePath = path.join(folder, executableName());
  if (!existsSync(executablePath)) return null;
  const isCompat = existsSync(path.join(folder, COMPAT_MARK));
  if (kind === 'compat' && !isCompat) return null;
  const stated = path.join(folder, 'version');
  const version = existsSync(stated) ? readFileSync(stated, 'utf8').trim().replace(/^v/, '') : '?';
  return { kind: isCompat ? 'compat' : kind, folder, executablePath, version };
}
