import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { expect, test } from '@playwright/test';

import { projectFolder } from '../../build/setup/places.mjs';
import { linkToPage } from './page-link.ts';
import type { PageLink } from './page-link.ts';

const sources = [
  'build',
  'electron',
  'renderer',
  'shared',
  'electron.vite.config.ts',
  'tsconfig.base.json',
  'package.json',
  'package-lock.json',
];

/** The sources in a folder of their own: the test changes some of them. */
function copyOfProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'sct-dev-'));
  for (const name of sources) {
    cpSync(path.join(projectFolder, name), path.join(folder, name), { recursive: true });
  }
  symlinkSync(path.join(projectFolder, 'node_modules'), path.join(folder, 'node_modules'));
  return folder;
}

test('`npm run dev` opens the window under its policies, reloads, restarts and ends', async () => {
  test.setTimeout(180_000);
  const folder = copyOfProject();
  const port = await freePort();
  const dev = startDevelopment(folder, port);
  try {
    const page = await linkToPage(port, 60);
    await expectOpen(page);

    // The policies of the built window hold, but for the server's own scripts, styles and channel.
    expect(await page.evaluate(`typeof require`)).toBe('undefined');
    expect(
      await page.evaluate(`{
        const script = document.createElement('script');
        script.textContent = 'globalThis.ran = true';
        document.head.append(script);
        String(globalThis.ran)
      }`),
    ).toBe('undefined');
    expect(
      await page.evaluate(`fetch('http://127.0.0.1:${String(port)}').catch(() => 'shut')`),
    ).toBe('shut');

    // The window: changes arrive in the page that is there.
    await page.evaluate('globalThis.isSamePage = true');
    appendFileSync(path.join(folder, 'renderer/ui/base.css'), 'body { outline-color: #010203 }');
    await expect
      .poll(() => page.evaluate('getComputedStyle(document.body).outlineColor'))
      .toBe('rgb(1, 2, 3)');
    change(path.join(folder, 'renderer/feature/start/start-frame.tsx'), '<h1', '<h1 data-new=""');
    await expect
      .poll(() => page.evaluate(`document.querySelectorAll('[data-new]').length`))
      .toBe(1);
    expect(await page.evaluate('globalThis.isSamePage')).toBe(true);
    page.close();

    // The services: the program starts again.
    const before = programOf(dev, port);
    appendFileSync(path.join(folder, 'electron/service/plan.ts'), '\n// changed\n');
    await expect.poll(() => programOf(dev, port), { timeout: 30_000 }).not.toEqual(before);
    await expect.poll(() => programOf(dev, port).length, { timeout: 30_000 }).toBe(1);
    const again = await linkToPage(port, 30);
    await expectOpen(again);
    again.close();

    // Ctrl+C: a terminal tells every process of the group.
    const all = descendants(dev.pid ?? 0);
    expect(all.length).toBeGreaterThan(3);
    process.kill(-(dev.pid ?? 0), 'SIGINT');
    await expect.poll(() => all.filter(isAlive), { timeout: 15_000 }).toEqual([]);
  } finally {
    for (const pid of [...descendants(dev.pid ?? 0)].filter(isAlive)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
});

async function expectOpen(page: PageLink): Promise<void> {
  expect(page.address).toMatch(/^http:\/\/localhost:\d+\/index\.html$/);
  await expect
    .poll(() => page.evaluate(`document.querySelectorAll('h1').length`), { timeout: 30_000 })
    .toBe(1);
}

function startDevelopment(folder: string, port: number): ChildProcess {
  const log = openSync(test.info().outputPath('dev.log'), 'w');
  return spawn(
    process.execPath,
    [
      path.join(folder, 'build/dev.mjs'),
      `--data=${path.join(folder, 'data')}`,
      `--remote-debugging-port=${String(port)}`,
    ],
    { cwd: folder, stdio: ['ignore', log, log], detached: true },
  );
}

function change(file: string, from: string, to: string): void {
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(from);
  writeFileSync(file, text.replace(from, to));
}

/** The app's main process: the only one that has the port among its arguments and no type. */
function programOf(dev: ChildProcess, port: number): readonly number[] {
  return descendants(dev.pid ?? 0).filter((pid) => {
    const args = argumentsOf(pid);
    return (
      args[1] === '.' &&
      args.includes(`--remote-debugging-port=${String(port)}`) &&
      !args.some((one) => one.startsWith('--type='))
    );
  });
}

/** A process and all that descend from it. */
function descendants(root: number): readonly number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => parentOf(pid) === root);
  return [root, ...children.flatMap(descendants)];
}

function parentOf(pid: number): number {
  return Number(/^PPid:\s+(\d+)$/m.exec(readQuietly(`/proc/${String(pid)}/status`))?.[1] ?? -1);
}

function argumentsOf(pid: number): readonly string[] {
  return readQuietly(`/proc/${String(pid)}/cmdline`).split('\0');
}

function isAlive(pid: number): boolean {
  const isZombie = /^State:\s+Z/m.test(readQuietly(`/proc/${String(pid)}/status`));
  return existsSync(`/proc/${String(pid)}`) && !isZombie;
}

/** A process may be gone by the time that it is looked at. */
function readQuietly(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      // A listening TCP server always has such an address.
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
