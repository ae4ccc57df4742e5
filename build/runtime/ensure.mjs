import { announce, setupFault } from '../setup/fault.mjs';
import { ensureCompatElectron } from './compat-electron.mjs';
import { existsSync } from 'node:fs';
import { ensureSystemPackages } from '../setup/system-packages.mjs';
import { compatAddonFile, useCompatSqlite, useStockSqlite } from './compat-sqlite.mjs';
import { findElectron } from './locate.mjs';
import { tryOfficialElectron } from './official.mjs';

/**
 * Makes sure that an Electron is there, with a better-sqlite3 that it can load: the one the user
 * states, else the official one, else the stand-in.
 *
 * @returns {Promise<import('./locate.mjs').ElectronRuntime>}
 */
export async function ensureRuntime() {
  const stated = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!stated && !(await tryOfficialElectron())) {
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw setupFault(
        `Electron could not be downloaded, and there is no stand-in for ${process.platform} ${process.arch}. Check the network, or set ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron.`,
      );
    }
    await ensureCompatElectron();
  }
  const runtime = findElectron();
  if (runtime === null) {
    throw setupFault(`ELECTRON_OVERRIDE_DIST_PATH=${stated ?? ''} holds no Electron executable.`);
  }
  if (runtime.kind === 'compat') {
    announce(`Electron ${runtime.version}, the stand-in for machines without Electron's downloads`);
    if (!existsSync(compatAddonFile())) await ensureSystemPackages(['compiler']);
    await useCompatSqlite();
  } else {
    await useStockSqlite();
  }
  return runtime;
}
