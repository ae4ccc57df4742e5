/** Test material of others that Debian carries; fetched once, by Debian's own tools. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { cacheFolder } from '../../build/setup/places.mjs';

/** The folder of an unpacked source package; null where there is no Debian to ask. */
export function debianSource(name: string): string | null {
  return once(name, (folder) => {
    const sources = join(folder, 'sources.sources');
    writeFileSync(sources, sourceEntries());
    const lists = join(folder, 'lists');
    mkdirSync(join(lists, 'partial'), { recursive: true });
    const apart = [
      ...['-o', `Dir::Etc::sourcelist=${sources}`],
      ...['-o', 'Dir::Etc::sourceparts=-'],
      ...['-o', `Dir::State::lists=${lists}`],
      ...['-o', 'APT::Sandbox::User=root'],
    ];
    run(folder, 'apt-get', [...apart, '-qq', 'update']);
    run(folder, 'apt-get', [...apart, '-qq', '--download-only', 'source', name]);
    const archive = readdirSync(folder).find((file) => /\.orig\.tar\.\w+$/.test(file)) ?? '';
    run(folder, 'tar', ['-xf', archive]);
  });
}

/** The folder of an unpacked binary package; null where there is no Debian to ask. */
export function debianPackage(name: string): string | null {
  return once(name, (folder) => {
    run(folder, 'apt-get', ['-qq', '-o', 'APT::Sandbox::User=root', 'download', name]);
    const archive = readdirSync(folder).find((file) => file.endsWith('.deb')) ?? '';
    run(folder, 'dpkg-deb', ['-x', archive, 'unpacked']);
  });
}

function once(name: string, fetch: (folder: string) => void): string | null {
  if (spawnSync('apt-get', ['--version']).error !== undefined) return null;
  const folder = join(cacheFolder(), 'corpora', name);
  const mark = join(folder, 'complete');
  if (existsSync(mark)) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  fetch(folder);
  writeFileSync(mark, '');
  return folder;
}

/** This system's own entries, asked for their sources. */
function sourceEntries(): string {
  const places = ['/etc/apt/sources.list.d/debian.sources', '/etc/apt/sources.list'];
  const file = places.find((place) => existsSync(place));
  if (file === undefined) throw new Error('This Debian names no sources.');
  return readFileSync(file, 'utf8')
    .replace(/^Types: deb$/gm, 'Types: deb-src')
    .replace(/^deb /gm, 'deb-src ');
}

function run(folder: string, program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
}
