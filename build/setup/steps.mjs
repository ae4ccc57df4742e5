import { spawn } from 'node:child_process';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder, toolEnvironment } from './places.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 *
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly [program: string, ...args: string[]] | readonly string[]} command
 * @property {Readonly<Record<string, string>>} [env]
 * @property {string} [report] a JSON file that the step writes
 * @property {(status: number | null, report: string | null) => Promise<Counts>} counts
 *
 * @typedef {object} StepOutcome
 * @property {string} name
 * @property {number} seconds
 * @property {Counts} counts
 * @property {string} output what it printed, when it was not shown at once
 */

/**
 * Runs one step to its end. A step that fails stops nothing: the next ones do not depend on it.
 *
 * @param {Step} step
 * @param {{ show: boolean }} options show the output while it runs, or collect it
 * @returns {Promise<StepOutcome>}
 */
export async function runStep({ name, command, env = {}, report, counts }, { show }) {
  const reportFile = report === undefined ? null : path.join(projectFolder, report);
  if (reportFile !== null) {
    await mkdir(path.dirname(reportFile), { recursive: true });
    await rm(reportFile, { force: true });
  }
  if (show) console.log(`\n── ${name}`);
  const began = performance.now();
  let output = '';
  /** @type {number | null} */
  const status = await new Promise((resolve) => {
    const [program = '', ...args] = command;
    const child = spawn(program, args, {
      cwd: projectFolder,
      env: { ...toolEnvironment(), ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    child.stdout?.setEncoding('utf8').on('data', (text) => (output += String(text)));
    child.stderr?.setEncoding('utf8').on('data', (text) => (output += String(text)));
    child.on('error', (error) => {
      output += `${error.message}\n`;
      resolve(null);
    });
    child.on('close', resolve);
  });
  const seconds = (performance.now() - began) / 1000;
  return { name, seconds, output, counts: await counts(status, reportFile) };
}

/**
 * Prints what a step said and how it ended.
 *
 * @param {StepOutcome} outcome
 */
export function printStep({ name, seconds, counts, output }) {
  if (output !== '') process.stdout.write(`\n── ${name}\n${output}`);
  const verdict = counts.failed === 0 ? 'passed' : `FAILED (${counts.failed})`;
  console.log(`${name}: ${verdict} in ${seconds.toFixed(1)} s`);
}
