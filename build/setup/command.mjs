import { spawn } from 'node:child_process';

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [timeoutMs] the program is killed after that many milliseconds
 * @property {'show' | 'keep'} [output] `show` passes output through, `keep` only collects it
 *
 * @typedef {object} CommandOutcome
 * @property {number | null} status exit code; null when it did not start or was killed
 * @property {string | null} failure why it did not start (`ENOENT`…) or that it ran out of time
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * Runs a program to its end. Never throws: a program that cannot start is an outcome too.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<CommandOutcome>}
 */
export function runCommand(program, args, options = {}) {
  const show = options.output === 'show';
  return new Promise((resolve) => {
    let stdout = '';
    let stderr = '';
    /** @type {string | null} */
    let failure = null;
    const child = spawn(program, [...args], {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && /^(npm|npx)$/.test(program),
    });
    const timer =
      options.timeoutMs === undefined
        ? null
        : setTimeout(() => {
            failure = `no answer within ${Math.round((options.timeoutMs ?? 0) / 1000)} s`;
            child.kill('SIGKILL');
          }, options.timeoutMs);
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += String(text)));
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += String(text)));
    child.on('error', (error) => {
      failure = 'code' in error ? String(error.code) : error.message;
    });
    child.on('close', (status) => {
      if (timer) clearTimeout(timer);
      resolve({ status: failure === null ? status : null, failure, stdout, stderr });
    });
  });
}

/**
 * The line of a program's output that says most about its failure: the last one that speaks of an
 * error, else the last one.
 *
 * @param {CommandOutcome} outcome
 * @returns {string}
 */
export function reasonOf(outcome) {
  if (outcome.failure !== null) return outcome.failure;
  const lines = `${outcome.stdout}\n${outcome.stderr}`
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const telling = lines.filter((line) => /\berror\b|cannot|not found|no space|failed/i.test(line));
  const disk = lines.find((line) => /no space left|ENOSPC/i.test(line));
  return (disk ?? telling[0] ?? lines.at(-1) ?? `exit code ${outcome.status}`).slice(0, 300);
}
