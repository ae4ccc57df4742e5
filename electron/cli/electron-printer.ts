import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { z } from 'zod';

import type { PrintJob } from '../service/ports.ts';

const longestMilliseconds = 90_000;
const argumentList = z.array(z.string());

type Environment = Readonly<Record<string, string | undefined>>;
type Program = { readonly path: string; readonly args: readonly string[] };

/**
 * Makes a PDF with the Electron that SCT_ELECTRON names, started with the arguments of
 * SCT_ELECTRON_ARGS (a JSON list: the runtime's switches and the app's folder). Without a display it
 * runs on a virtual screen. Refuses `printing-unavailable` when there is no such program or screen,
 * `printing-failed` {reason} when it ran and made no PDF.
 */
export async function makePdfInElectron(
  job: PrintJob,
  environment: Environment,
): Promise<Result<Uint8Array, 'printing-unavailable' | 'printing-failed'>> {
  const electron = electronIn(environment);
  if (electron === null) return refuse('printing-unavailable');
  const folder = mkdtempSync(join(tmpdir(), 'sct-print-'));
  try {
    const jobFile = join(folder, 'job.json');
    const pdfFile = join(folder, 'out.pdf');
    writeFileSync(jobFile, JSON.stringify(job), { mode: 0o600 });
    const args = [...electron.args, `--print-job=${jobFile}`, `--print-out=${pdfFile}`];
    const failure = await runToEnd({ ...electron, args }, environment);
    if (failure !== null) return refuse('printing-failed', { reason: failure });
    return existsSync(pdfFile)
      ? ok(new Uint8Array(readFileSync(pdfFile)))
      : refuse('printing-failed', { reason: 'no PDF' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The program to start, behind a virtual screen where there is no other; null when it cannot be. */
function electronIn(environment: Environment): Program | null {
  const path = environment['SCT_ELECTRON'];
  const args = argumentsIn(environment['SCT_ELECTRON_ARGS'] ?? '[]');
  if (path === undefined || args === null || !existsSync(path)) return null;
  const hasDisplay =
    process.platform !== 'linux' ||
    [environment['DISPLAY'], environment['WAYLAND_DISPLAY']].some((name) => (name ?? '') !== '');
  if (hasDisplay) return { path, args };
  const screen = findProgram('xvfb-run', environment['PATH'] ?? '');
  return screen === null ? null : { path: screen, args: ['-a', path, ...args] };
}

function argumentsIn(text: string): readonly string[] | null {
  try {
    return argumentList.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

function findProgram(name: string, searchPath: string): string | null {
  const found = searchPath
    .split(delimiter)
    .find((folder) => folder !== '' && existsSync(join(folder, name)));
  return found === undefined ? null : join(found, name);
}

/** @returns null when the program ended well, else its last line of complaint. */
function runToEnd({ path, args }: Program, environment: Environment): Promise<string | null> {
  // With this variable set Electron would start as plain Node.
  const { ELECTRON_RUN_AS_NODE: _ignored, ...env } = environment;
  return new Promise((resolve) => {
    let complaint = '';
    const child = spawn(path, [...args], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: longestMilliseconds,
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint = (complaint + text).slice(-2000);
    });
    child.on('error', (fault) => {
      resolve(fault.message);
    });
    child.on('close', (code) => {
      const lines = complaint.split('\n').filter((line) => line.trim() !== '');
      resolve(code === 0 ? null : (lines[lines.length - 1] ?? `exit ${String(code)}`).trim());
    });
  });
}
