import { spawn } from 'node:child_process';
import { projectFolder, toolEnvironment } from './places.mjs';

const SCREEN = ['-a', '-s', '-screen 0 1600x900x24'];

/**
 * Hands the terminal to a program and ends with its exit code. Signals reach it, so that Ctrl+C
 * closes it and not only us.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {boolean} [options.virtualScreen] give it a screen of its own (Xvfb)
 */
export function runInForeground(program, args, { env = {}, virtualScreen = false } = {}) {
  const [command, all] = virtualScreen
    ? ['xvfb-run', [...SCREEN, program, ...args]]
    : [program, [...args]];
  const child = spawn(command, all, {
    cwd: projectFolder,
    env: { ...toolEnvironment(), ...env },
    stdio: 'inherit',
    // xvfb-run passes no signal on: its whole process group is told instead.
    detached: virtualScreen,
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (virtualScreen && child.pid !== undefined) process.kill(-child.pid, signal);
      else child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`Sổ Chỉ Tiêu: ${command} could not be started (${error.message}).\n`);
    process.exit(1);
  });
  child.on('close', (status) => process.exit(status ?? 1));
}
