import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../setup/command.mjs';
import { announce } from '../setup/fault.mjs';
import { cacheFolder, ownNode, projectFolder, toolEnvironment } from '../setup/places.mjs';
import { installedVersion } from './versions.mjs';

const REACH_TIMEOUT_MS = 20 * 1000;
const DOWNLOAD_TIMEOUT_MS = 30 * 60 * 1000;
const TRY_AGAIN_AFTER_MS = 7 * 24 * 60 * 60 * 1000;
const electronPackage = path.join(projectFolder, 'node_modules', 'electron');

/** The folder that the `electron` package downloads into. */
export const officialFolder = path.join(electronPackage, 'dist');

/** The executable's path inside an Electron folder on this platform. */
export function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Whether the `electron` package has its own runtime, of its own version. */
export function hasOfficialElectron() {
  const stated = path.join(officialFolder, 'version');
  if (!existsSync(path.join(officialFolder, executableName())) || !existsSync(stated)) return false;
  return readFileSync(stated, 'utf8').replace(/^v/, '').trim() === installedVersion('electron');
}

/**
 * Lets the `electron` package fetch its runtime, when its download host answers. That it did not is
 * remembered for a week, so that an isolated machine does not wait at each start.
 *
 * @returns {Promise<boolean>} whether the official runtime is there now
 */
export async function tryOfficialElectron() {
  if (hasOfficialElectron()) return true;
  const version = installedVersion('electron');
  const remembered = path.join(cacheFolder(), `electron-${version}-not-reached`);
  if (isRecent(remembered)) return false;
  announce(`trying to fetch the official Electron ${version}`);
  if ((await canReachDownloads(version)) && (await download())) return true;
  await mkdir(cacheFolder(), { recursive: true });
  await writeFile(remembered, `${new Date().toISOString()}\n`);
  return false;
}

/** @param {string} file */
function isRecent(file) {
  if (!existsSync(file)) return false;
  const since = Date.parse(readFileSync(file, 'utf8').trim());
  return Date.now() - since < TRY_AGAIN_AFTER_MS;
}

/**
 * @param {string} version
 * @returns {Promise<boolean>}
 */
async function canReachDownloads(version) {
  // A proxy or mirror of the user's own is the installer's business: let it try.
  if (process.env['ELECTRON_GET_USE_PROXY'] || process.env['ELECTRON_MIRROR']) return true;
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const answer = await fetch(url, {
      method: 'HEAD',
      signal: AbortSignal.timeout(REACH_TIMEOUT_MS),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** @returns {Promise<boolean>} */
async function download() {
  const tools = toolEnvironment();
  const { status } = await runCommand(ownNode, [path.join(electronPackage, 'install.js')], {
    cwd: projectFolder,
    env: tools,
    timeoutMs: DOWNLOAD_TIMEOUT_MS,
  });
  return status === 0 && hasOfficialElectron();
}
