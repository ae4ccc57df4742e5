import { existsSync } from 'node:fs';
import { runCommand } from './command.mjs';
import { announce, setupFault } from './fault.mjs';
import { findProgram } from './places.mjs';

/**
 * What is taken from the system, as Debian names it, with the program or the shared library by
 * which its presence is seen.
 *
 * @typedef {object} SystemPackage
 * @property {string} name
 * @property {string} [program]
 * @property {string} [library]
 */

/** @type {readonly SystemPackage[]} */
const ELECTRON_LIBRARIES = [
  { name: 'libgtk-3-0', library: 'libgtk-3.so.0' },
  { name: 'libnss3', library: 'libnss3.so' },
  { name: 'libasound2', library: 'libasound.so.2' },
  { name: 'libgbm1', library: 'libgbm.so.1' },
];

/** @type {readonly SystemPackage[]} */
const VIRTUAL_SCREEN = [
  { name: 'xvfb', program: 'Xvfb' },
  { name: 'xauth', program: 'xauth' },
];

/** @type {readonly SystemPackage[]} */
const COMPILER = [
  { name: 'python3', program: 'python3' },
  { name: 'make', program: 'make' },
  { name: 'g++', program: 'g++' },
];

/** @type {readonly SystemPackage[]} */
const TEST_TOOLS = [
  { name: 'age', program: 'age' },
  { name: 'openssl', program: 'openssl' },
  { name: 'unzip', program: 'unzip' },
  { name: 'poppler-utils', program: 'pdftotext' },
  { name: 'strace', program: 'strace' },
  { name: 'libxml2-utils', program: 'xmllint' },
  { name: 'libreoffice-calc-nogui', program: 'soffice' },
];

const GROUPS = {
  electron: ELECTRON_LIBRARIES,
  screen: VIRTUAL_SCREEN,
  compiler: COMPILER,
  tests: TEST_TOOLS,
};

const LIBRARY_FOLDERS = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/lib/x86_64-linux-gnu',
];

/**
 * The Debian packages of these groups that this machine lacks.
 *
 * @param {readonly (keyof typeof GROUPS)[]} groups
 * @returns {string[]}
 */
export function missingPackages(groups) {
  return groups
    .flatMap((group) => GROUPS[group])
    .filter((wanted) => !isPresent(wanted))
    .map((wanted) => wanted.name);
}

/**
 * Installs what is missing where that is ours to do (Debian, root); else a fault that names it.
 *
 * @param {readonly (keyof typeof GROUPS)[]} groups
 */
export async function ensureSystemPackages(groups) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(groups);
  if (missing.length === 0) return;
  const names = missing.join(' ');
  if (findProgram('apt-get') === null) {
    throw setupFault(
      `the system lacks what Debian calls ${names}: install the same for this system.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw setupFault(`system packages are missing: sudo apt-get install ${names}`);
  }
  announce(`installing system packages: ${names}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update', '-qq'], { env });
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...missing];
  const outcome = await runCommand('apt-get', install, { env });
  const left = missingPackages(groups);
  if (outcome.status !== 0 || left.length > 0) {
    throw setupFault(`system packages could not be installed: apt-get install ${left.join(' ')}`);
  }
}

/** @param {SystemPackage} wanted */
function isPresent({ program, library }) {
  if (program !== undefined) return findProgram(program) !== null;
  return LIBRARY_FOLDERS.some((folder) => existsSync(`${folder}/${library ?? ''}`));
}
