import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ensureDependencies, isInstalled } from '../../build/setup/dependencies.mjs';
import { cacheFolder, projectFolder } from '../../build/setup/places.mjs';
import { missingPackages } from '../../build/setup/system-packages.mjs';
import { plant, temporaryFolder } from './temporary-folder.ts';

const lock = (packages: object): string => JSON.stringify({ packages });
const root = { dependencies: { a: '1.0.0' }, devDependencies: {} };
const a = { version: '1.0.0', integrity: 'sha512-a' };

function project(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  plant(folder, {
    'package.json': JSON.stringify(root),
    'package-lock.json': lock({ '': root, 'node_modules/a': a }),
    'node_modules/.package-lock.json': lock({ 'node_modules/a': a }),
    'node_modules/node/bin/node': '',
    ...files,
  });
  return folder;
}

describe('dependencies', () => {
  it('are taken as installed when npm wrote down just what the lockfile names', () => {
    expect(isInstalled(project({}))).toBe(true);
    expect(isInstalled(projectFolder)).toBe(true);
  });

  it('are installed anew after any difference', () => {
    const other = lock({ 'node_modules/a': { ...a, integrity: 'sha512-b' } });
    const more = lock({ 'node_modules/a': a, 'node_modules/b': a });
    const described = JSON.stringify({ ...root, dependencies: { a: '1.0.1' } });
    expect(isInstalled(project({ 'node_modules/.package-lock.json': other }))).toBe(false);
    expect(isInstalled(project({ 'node_modules/.package-lock.json': more }))).toBe(false);
    expect(isInstalled(project({ 'package.json': described }))).toBe(false);
    expect(isInstalled(temporaryFolder())).toBe(false);
  });

  it('may lack what is optional on this platform', () => {
    const optional = { ...a, optional: true };
    const locked = lock({ '': root, 'node_modules/a': a, 'node_modules/win32': optional });
    expect(isInstalled(project({ 'package-lock.json': locked }))).toBe(true);
  });

  it('are never installed through a link: npm would empty the folder it leads to', async () => {
    const [own, folder] = [temporaryFolder(), project({})];
    plant(own, { 'a/index.js': '' });
    rmSync(path.join(folder, 'node_modules'), { recursive: true });
    symlinkSync(own, path.join(folder, 'node_modules'));
    await expect(ensureDependencies(folder)).rejects.toThrow('is a link');
    expect(existsSync(path.join(own, 'a/index.js'))).toBe(true);
  });

  it('install from the lockfile with an empty home folder and without Node headers', () => {
    const folder = temporaryFolder();
    for (const name of ['package.json', 'package-lock.json', '.npmrc']) {
      copyFileSync(path.join(projectFolder, name), path.join(folder, name));
    }
    const home = path.join(folder, 'home');
    mkdirSync(home);
    const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: folder,
      env: { ...withoutNpmSettings(), HOME: home },
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    expect(isInstalled(folder)).toBe(true);
  }, 300_000);
});

/** The environment without what the npm that runs these tests has set for its children. */
function withoutNpmSettings(): NodeJS.ProcessEnv {
  const set = /^npm_(config_(cache|userconfig|globalconfig|nodedir|prefix)|package_|lifecycle_)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !set.test(name)));
}

describe('a fault of the machine', () => {
  /** Runs `npm start`'s program in a copy of the project without node_modules. */
  function startWith(env: NodeJS.ProcessEnv): { status: number | null; lines: string[] } {
    const folder = temporaryFolder();
    for (const name of ['package.json', 'package-lock.json', 'build']) {
      cpSync(path.join(projectFolder, name), path.join(folder, name), { recursive: true });
    }
    const { status, stderr } = spawnSync(process.execPath, ['build/start.mjs'], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    return { status, lines: stderr.split('\n').filter((line) => line !== '') };
  }

  it('is said in one line with the packages that are missing, where apt-get is not', () => {
    const { status, lines } = startWith({ PATH: temporaryFolder(), HOME: temporaryFolder() });
    expect(status).toBe(1);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('xvfb');
  });

  it('is said in one line when npm is not there', () => {
    const { status, lines } = startWith({
      PATH: temporaryFolder(),
      HOME: temporaryFolder(),
      DISPLAY: ':0',
    });
    expect(status).toBe(1);
    expect(lines.at(-1)).toContain('npm is not on PATH');
  });

  it('finds nothing missing on this machine', () => {
    expect(missingPackages(['electron', 'screen', 'tests'])).toEqual([]);
  });
});

describe('the cache', () => {
  it('follows XDG_CACHE_HOME when it is an absolute path', () => {
    expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache' })).toBe('/var/cache/so-chi-tieu');
    expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toMatch(/\.cache\/so-chi-tieu$/);
  });
});
