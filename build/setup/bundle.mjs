import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from './command.mjs';
import { announce, setupFault } from './fault.mjs';
import { withLock } from './lock.mjs';
import { ownNode, projectFolder, toolEnvironment } from './places.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
];
const bundles = path.join(projectFolder, 'out');
const stampFile = path.join(bundles, 'sources.sha256');

/**
 * Builds the app into out/ when a source file has changed since the last build.
 *
 * @param {object} [options]
 * @param {boolean} [options.force] build in any case
 */
export async function ensureBundle({ force = false } = {}) {
  if (!force && isFresh()) return;
  await withLock(path.join(projectFolder, '.cache', 'bundle-lock'), async () => {
    // Another process may have built the same while this one waited.
    if (force || !isFresh()) await build();
  });
}

function isFresh() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp();
}

async function build() {
  const stamp = sourceStamp();
  announce('building the app into out/');
  await rm(bundles, { recursive: true, force: true });
  const tools = toolEnvironment();
  const electronVite = path.join(
    projectFolder,
    'node_modules',
    'electron-vite',
    'bin',
    'electron-vite.js',
  );
  const outcome = await runCommand(ownNode, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: projectFolder,
    env: tools,
  });
  process.stderr.write(outcome.stderr);
  if (outcome.status !== 0) {
    process.stderr.write(outcome.stdout);
    throw setupFault('the app could not be built; the message stands above.');
  }
  await mkdir(bundles, { recursive: true });
  await writeFile(stampFile, stamp);
}

/** Has the app built anew next time: what lies in out/ is no longer, or not only, what it made. */
export async function forgetBundle() {
  await rm(stampFile, { force: true });
}

/** How many files the bundles consist of; zero when there are none. */
export function countBundleFiles() {
  return existsSync(bundles) ? filesUnder(bundles).length : 0;
}

/** A digest of names, sizes and times of all sources: it changes with removed files too. */
function sourceStamp() {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const file = path.join(projectFolder, source);
    for (const found of statSync(file).isDirectory() ? filesUnder(file) : [file]) {
      const { size, mtimeMs } = statSync(found);
      hash.update(`${path.relative(projectFolder, found)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} folder
 * @returns {string[]} in a stable order
 */
function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const found = path.join(folder, entry.name);
      return entry.isDirectory() ? filesUnder(found) : [found];
    });
}
