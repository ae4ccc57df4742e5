import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { electronRuntime } from '../../build/runtime/locate.mjs';
import { ownNode, projectFolder } from '../../build/setup/places.mjs';

const output = path.join(projectFolder, '.cache', 'tests', 'package');
const unpacked = path.join(output, 'linux-unpacked');
const resources = path.join(unpacked, 'resources');

type Entry = { readonly files?: Readonly<Record<string, Entry>> };

/** The files that an asar archive lists, as paths. */
function filesInArchive(file: string): string[] {
  const bytes = readFileSync(file);
  const header = bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8');
  const list = (entry: Entry, place: string): string[] =>
    entry.files === undefined
      ? [place]
      : Object.entries(entry.files).flatMap(([name, inner]) => list(inner, `${place}/${name}`));
  // The header's shape is that of the archive format.
  return list(JSON.parse(header) as Entry, '');
}

/** The fuses of an Electron executable, as text: `1` on, `0` off, `r` removed; in fixed order. */
function fusesOf(file: string): string {
  const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
  const bytes = readFileSync(file);
  const at = bytes.indexOf(sentinel) + sentinel.length;
  const length = bytes.readUInt8(at + 1);
  return bytes.subarray(at + 2, at + 2 + length).toString('latin1');
}

describe('the package', () => {
  beforeAll(() => {
    const args = ['build/package.mjs', '--linux', 'dir', `-c.directories.output=${output}`];
    const outcome = spawnSync(ownNode, args, { cwd: projectFolder, encoding: 'utf8' });
    expect(outcome.status, outcome.stdout + outcome.stderr).toBe(0);
  }, 120_000);

  it('holds the bundles and of node_modules only what better-sqlite3 runs with', () => {
    const files = filesInArchive(path.join(resources, 'app.asar'));
    const bundles = files.filter((file) => file.startsWith('/out/'));
    const modules = files.filter((file) => file.startsWith('/node_modules/'));
    const others = files.filter((file) => !bundles.includes(file) && !modules.includes(file));
    expect(others).toEqual(['/package.json']);
    expect(bundles).toEqual(
      expect.arrayContaining(['/out/shell/main.cjs', '/out/worker/main.cjs']),
    );
    expect(modules.filter((file) => !file.startsWith('/node_modules/better-sqlite3/'))).toEqual([]);
    expect(modules.filter((file) => /\.(cpp|c|h|gyp|map)$/.test(file))).toEqual([]);
  });

  it('carries the stock SQLite of its platform, and never the one built for the stand-in', () => {
    const native = readdirSync(path.join(resources, 'app.asar.unpacked'), {
      recursive: true,
      encoding: 'utf8',
    }).filter((name) => name.endsWith('.node'));
    expect(native).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node']);
    const files = filesInArchive(path.join(resources, 'app.asar'));
    expect(files.filter((file) => file.includes('/better-sqlite3/build/'))).toEqual([]);
  });

  it('speaks Vietnamese and English only', () => {
    expect(readdirSync(path.join(unpacked, 'locales')).sort()).toEqual(['en-US.pak', 'vi.pak']);
  });

  it('has its fuses set', () => {
    // RunAsNode, CookieEncryption, NodeOptions, NodeCliInspect, AsarIntegrity, OnlyLoadAppFromAsar,
    // BrowserProcessSpecificV8Snapshot; later Electrons have more.
    expect(fusesOf(path.join(unpacked, 'so-chi-tieu')).slice(0, 7)).toBe('0100110');
    if (electronRuntime().kind === 'official') {
      expect(fusesOf(path.join(unpacked, 'so-chi-tieu')).charAt(7)).toBe('0');
    }
  });
});
