import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { runCommand } from './command.mjs';
import { announce, setupFault } from './fault.mjs';
import { ownNode, projectFolder } from './places.mjs';

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [devDependencies]
 *
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

/**
 * Installs the dependencies of the lockfile when node_modules is not what the lockfile says.
 *
 * @param {string} [folder]
 */
export async function ensureDependencies(folder = projectFolder) {
  if (isInstalled(folder)) return;
  const modules = path.join(folder, 'node_modules');
  // npm empties the folder before it fills it, through a link as well: it would be another's.
  if (lstatSync(modules, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw setupFault(
      `${modules} is a link to a folder that is not what package-lock.json says: remove the link, or install there.`,
    );
  }
  announce('installing the dependencies of package-lock.json (npm ci)');
  const outcome = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    output: 'show',
  });
  if (outcome.failure === 'ENOENT') {
    throw setupFault('npm is not on PATH: install Node.js 18 or newer together with npm.');
  }
  if (outcome.status !== 0) {
    throw setupFault('`npm ci` failed; its message stands above. Check the network and the disk.');
  }
  if (!hasOwnNode(folder)) {
    throw setupFault(
      'the package `node` was installed without its program: install scripts must be allowed (npm config `ignore-scripts`).',
    );
  }
}

/**
 * Whether node_modules holds what package-lock.json names: npm writes what it installed into a
 * lockfile of its own, as the last step.
 *
 * @param {string} folder
 * @returns {boolean}
 */
export function isInstalled(folder) {
  const installedFile = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile) || !hasOwnNode(folder)) return false;
  const locked = /** @type {Lockfile} */ (readJson(path.join(folder, 'package-lock.json')));
  const installed = /** @type {Lockfile} */ (readJson(installedFile));
  const described = /** @type {LockedPackage} */ (readJson(path.join(folder, 'package.json')));
  const root = locked.packages[''];
  return (
    isDeepStrictEqual(described.dependencies, root?.dependencies) &&
    isDeepStrictEqual(described.devDependencies, root?.devDependencies) &&
    Object.keys(installed.packages).every((place) => locked.packages[place] !== undefined) &&
    Object.entries(locked.packages).every(([place, wanted]) => {
      const found = installed.packages[place];
      if (place === '') return true;
      if (found === undefined) return wanted.optional === true;
      return found.version === wanted.version && found.integrity === wanted.integrity;
    })
  );
}

/**
 * @param {string} file
 * @returns {unknown}
 */
function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/** @param {string} folder */
function hasOwnNode(folder) {
  return existsSync(path.join(folder, path.relative(projectFolder, ownNode)));
}
