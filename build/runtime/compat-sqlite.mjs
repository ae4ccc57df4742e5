import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf, runCommand } from '../setup/command.mjs';
import { announce, setupFault } from '../setup/fault.mjs';
import {
  cacheFolder,
  findProgram,
  ownNode,
  projectFolder,
  toolEnvironment,
} from '../setup/places.mjs';
import { explain } from './compat-electron.mjs';
import { editSource, sourceEdits } from './compat-sqlite-source.mjs';
import { installedVersion } from './versions.mjs';

const BUILD_TIMEOUT_MS = 20 * 60 * 1000;
const modules = path.join(projectFolder, 'node_modules');
const installedBuild = path.join(modules, 'better-sqlite3', 'build');
const installedAddon = path.join(installedBuild, 'Release', 'better_sqlite3.node');

/** The programs that building better-sqlite3 needs. */
const buildPrograms = ['python3', 'make', 'g++'];

/**
 * Where the better-sqlite3 for the stand-in runtime is kept; the name changes with its version and
 * with our edits of it.
 *
 * @param {string} [cache]
 */
export function compatAddonFile(cache = cacheFolder()) {
  const edits = createHash('sha256').update(JSON.stringify(sourceEdits)).digest('hex').slice(0, 8);
  return path.join(
    cache,
    `better-sqlite3-${installedVersion('better-sqlite3')}-napi8-${edits}.node`,
  );
}

/** Puts the stand-in's better-sqlite3 where better-sqlite3 looks first; builds it when it is new. */
export async function useCompatSqlite() {
  const cached = await ensureCompatAddon();
  if (existsSync(installedAddon) && readFileSync(installedAddon).equals(readFileSync(cached)))
    return;
  await mkdir(path.dirname(installedAddon), { recursive: true });
  const unfinished = `${installedAddon}.${process.pid}`;
  await copyFile(cached, unfinished);
  await rename(unfinished, installedAddon);
}

/** Leaves better-sqlite3 as npm installed it: the official Electron loads its own prebuilt file. */
export async function useStockSqlite() {
  if (existsSync(installedBuild)) await rm(installedBuild, { recursive: true });
}

/**
 * Builds better-sqlite3 for Node-API 8 unless the cache has it. A build that fails leaves nothing.
 *
 * @param {object} [options]
 * @param {string} [options.cache]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<string>} the file in the cache
 */
export async function ensureCompatAddon({ cache = cacheFolder(), env = process.env } = {}) {
  const target = compatAddonFile(cache);
  if (existsSync(target)) return target;
  const missing = buildPrograms.filter((program) => findProgram(program, env) === null);
  if (missing.length > 0) {
    throw setupFault(
      `better-sqlite3 must be built once for the stand-in runtime, and ${missing.join(', ')} cannot be found. On Debian: apt-get install ${buildPrograms.join(' ')}`,
    );
  }
  announce('building better-sqlite3 for the stand-in runtime (about a minute, once)');
  let work = null;
  try {
    await mkdir(cache, { recursive: true });
    work = await mkdtemp(path.join(cache, `unfinished-${process.pid}-`));
    const source = await prepareSource(work);
    const addon = await compile(source, env);
    await rename(addon, target);
    return target;
  } catch (error) {
    throw explain(error, cache);
  } finally {
    if (work !== null) await rm(work, { recursive: true, force: true });
  }
}

/**
 * Copies the package with its one dependency beside it, and edits the copy.
 *
 * @param {string} work
 */
async function prepareSource(work) {
  const source = path.join(work, 'better-sqlite3');
  for (const part of ['binding.gyp', 'package.json', 'deps', 'lib', 'src']) {
    const from = path.join(modules, 'better-sqlite3', part);
    await cp(from, path.join(source, part), { recursive: true });
  }
  const headers = path.join(work, 'node_modules', 'node-addon-api');
  await cp(path.join(modules, 'node-addon-api'), headers, { recursive: true });
  for (const edit of sourceEdits) {
    const file = path.join(source, edit.file);
    const edited = editSource(await readFile(file, 'utf8'), edit);
    if (edited === null) {
      throw setupFault(
        `better-sqlite3 ${installedVersion('better-sqlite3')} is not the source that build/runtime/compat-sqlite-source.mjs knows (${edit.file}).`,
      );
    }
    await writeFile(file, edited);
  }
  return source;
}

/**
 * @param {string} source
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} the built addon
 */
async function compile(source, env) {
  const nodeGyp = path.join(modules, 'node-gyp', 'bin', 'node-gyp.js');
  const headers = headersPrefix(env);
  // Without headers on the machine node-gyp fetches them itself, where the network lets it.
  const nodedir = headers === null ? [] : [`--nodedir=${headers}`];
  const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', '--jobs=max', ...nodedir];
  const tools = toolEnvironment(env);
  const outcome = await runCommand(ownNode, args, {
    cwd: source,
    env: tools,
    timeoutMs: BUILD_TIMEOUT_MS,
  });
  const addon = path.join(source, 'build', 'Release', 'better_sqlite3.node');
  if (outcome.status !== 0 || !existsSync(addon)) {
    const hint = headers === null ? ' No Node headers (include/node/node_api.h) were found.' : '';
    throw setupFault(`better-sqlite3 could not be built: ${reasonOf(outcome)}.${hint}`);
  }
  return addon;
}

/**
 * The prefix of a Node installation with headers. Node-API is stable over versions, so any will do.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | null}
 */
export function headersPrefix(env) {
  const onPath = (env['PATH'] ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, 'node'));
  const nodes = [process.execPath, ...onPath].filter((file) => existsSync(file));
  const prefixes = nodes.map((file) => path.dirname(path.dirname(realpathSync(file))));
  const stated = env['npm_config_nodedir'] === undefined ? [] : [env['npm_config_nodedir']];
  return (
    [...stated, ...prefixes, '/usr', '/usr/local'].find((prefix) =>
      ['node_api.h', 'common.gypi'].every((file) =>
        existsSync(path.join(prefix, 'include', 'node', file)),
      ),
    ) ?? null
  );
}
