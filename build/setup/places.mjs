import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The folder of the Node that this project brings with it; first on PATH for all that it starts. */
export const nodeFolder = path.join(projectFolder, 'node_modules', 'node', 'bin');

/** That Node as a program to start. It is there once the dependencies are installed. */
export const ownNode = path.join(nodeFolder, process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Where runtimes live, outside node_modules so that `npm ci` keeps them.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {string} an absolute path that need not exist yet
 */
export function cacheFolder(environment = process.env) {
  const stated = environment['XDG_CACHE_HOME'];
  const base = stated && path.isAbsolute(stated) ? stated : path.join(homedir(), '.cache');
  return path.join(base, 'so-chi-tieu');
}

/**
 * The environment for programs that this project starts: its own Node and tools come first on PATH.
 *
 * @param {NodeJS.ProcessEnv} [environment]
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(environment = process.env) {
  const tools = path.join(projectFolder, 'node_modules', '.bin');
  const rest = environment['PATH'] ?? '';
  return { ...environment, PATH: [nodeFolder, tools, rest].join(path.delimiter) };
}

/**
 * The full path of a program on PATH, or null.
 *
 * @param {string} name
 * @param {NodeJS.ProcessEnv} [environment]
 */
export function findProgram(name, environment = process.env) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  for (const folder of (environment['PATH'] ?? '').split(path.delimiter)) {
    for (const suffix of suffixes) {
      const candidate = path.join(folder, name + suffix);
      if (folder !== '' && existsSync(candidate)) return candidate;
    }
  }
  return null;
}
