import { spawnSync } from 'node:child_process';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';

import { migrations } from '../../../electron/storage/migrations/all.ts';
import { makeDurable, openStore } from '../../../electron/storage/open-store.ts';
import { setAside, storePath } from '../../../electron/storage/store-file.ts';
import { lockDisk, smallDisk, unlockDisk } from '../../helpers/disk.ts';
import { fileDigest } from '../../helpers/store-contents.ts';
import { openedStore, openingOf, pastTheProgram } from '../../helpers/stores.ts';
import { temporaryFolder } from '../../helpers/world.ts';

const folderOf = (name: string): string => temporaryFolder(name, onTestFinished);

describe('durability', () => {
  it('is asked for and there, when the store is made and when it is opened again', () => {
    const folder = folderOf('durable');
    for (const time of ['first', 'again']) {
      const store = openedStore(folder);
      const pragmas = [
        'journal_mode',
        'synchronous',
        'foreign_keys',
        'trusted_schema',
        'locking_mode',
        'cell_size_check',
      ];
      const settings = pragmas.map((name): unknown => store.pragma(name, { simple: true }));
      expect(settings, time).toEqual(['wal', 2, 1, 0, 'exclusive', 1]);
      store.close();
    }
  });

  it('is refused rather than assumed: a store in memory has no log', () => {
    expect(() => {
      makeDurable(new BetterSqlite3(':memory:'));
    }).toThrow('journal_mode');
  });

  it('is not what the library gives by itself', () => {
    const folder = folderOf('default');
    openedStore(folder).close();
    const plain = new BetterSqlite3(storePath(folder));
    expect(plain.pragma('synchronous', { simple: true })).toBe(1);
    plain.close();
  });
});

describe('a file that is not for this program', () => {
  it('is left as it is when a newer program wrote it', () => {
    const folder = folderOf('newer');
    openedStore(folder).close();
    pastTheProgram(folder, `PRAGMA user_version = ${String(migrations.length + 1)}`);
    const before = fileDigest(storePath(folder));
    expect(openStore(folder)).toMatchObject({
      ok: false,
      refusal: {
        code: 'store-newer-than-program',
        facts: { version: migrations.length + 1, known: migrations.length },
      },
    });
    expect(fileDigest(storePath(folder))).toBe(before);
    expect(readdirSync(folder)).toEqual(['so-chi-tieu.sqlite3']);
  });

  it('is left as it is when its version stands in the log alone', () => {
    const [folder, copy] = [folderOf('newer-log'), folderOf('newer-copy')];
    const path = storePath(folder);
    openedStore(folder).close();
    const newer = new BetterSqlite3(path);
    newer.pragma('wal_autocheckpoint = 0');
    newer.exec('CREATE TABLE next_form (code TEXT) STRICT');
    newer.pragma(`user_version = ${String(migrations.length + 1)}`);
    // As after a power cut: file and log lie there, nobody has put them together yet.
    for (const tail of ['', '-wal']) copyFileSync(path + tail, storePath(copy) + tail);
    newer.close();
    const digests = () => ['', '-wal'].map((tail) => fileDigest(storePath(copy) + tail));
    const before = digests();
    expect(openingOf(copy)).toBe('store-newer-than-program');
    expect(digests()).toEqual(before);
  });

  it('is left as it is when another program made the database', () => {
    for (const sql of [
      'CREATE TABLE invoice (id INTEGER)',
      'CREATE TABLE invoice (id INTEGER); PRAGMA application_id = 99',
      'CREATE TABLE invoice (id INTEGER); PRAGMA user_version = 1',
    ]) {
      const folder = folderOf('foreign');
      pastTheProgram(folder, sql);
      const before = fileDigest(storePath(folder));
      expect(openingOf(folder), sql).toBe('store-damaged');
      expect(fileDigest(storePath(folder)), sql).toBe(before);
    }
  });

  it.each([
    ['a letter', 'Kính gửi: Sở Kế hoạch và Đầu tư\n'.repeat(40)],
    ['three bytes', 'abc'],
    ['zeros', '\0'.repeat(8192)],
  ])('is left as it is when it is no database at all: %s', (_, content) => {
    const folder = folderOf('text');
    writeFileSync(storePath(folder), content);
    const before = fileDigest(storePath(folder));
    expect(openingOf(folder)).toBe('store-damaged');
    expect(fileDigest(storePath(folder))).toBe(before);
  });

  it('becomes a store when it is empty and nothing lies beside it', () => {
    const folder = folderOf('empty');
    writeFileSync(storePath(folder), '');
    expect(openingOf(folder)).toBe('opened');
  });

  it('is damaged when it is empty and its log is not', () => {
    const folder = folderOf('empty-with-log');
    writeFileSync(storePath(folder), '');
    writeFileSync(`${storePath(folder)}-wal`, 'rows that were saved');
    expect(openingOf(folder)).toBe('store-damaged');
    expect(existsSync(`${storePath(folder)}-wal`)).toBe(true);
  });

  it('cannot be a folder', () => {
    const folder = folderOf('folder');
    mkdirSync(storePath(folder));
    expect(openingOf(folder)).toBe('store-unwritable');
  });
});

describe('a damaged file', () => {
  it.each([0, 4096, 4096 * 7])('is known by its own check: bytes from %i', (at) => {
    const folder = folderOf('damaged');
    openedStore(folder).close();
    damage(storePath(folder), at === 0 ? 100 : at);
    expect(openingOf(folder)).toBe('store-damaged');
  });

  it('is set aside with its log, beside those that were set aside before', () => {
    const folder = folderOf('aside');
    const names = [1, 2, 3].map((content) => {
      writeFileSync(storePath(folder), `damage ${String(content)}`);
      writeFileSync(`${storePath(folder)}-wal`, 'log');
      return setAside(folder, '20220824T010000');
    });
    expect(new Set(names).size).toBe(3);
    expect(readdirSync(folder)).toHaveLength(6);
    expect(new Set(names.map(fileDigest)).size).toBe(3);
  });
});

describe('a store that cannot be had', () => {
  it('is in use when another program holds it', () => {
    const folder = folderOf('in-use');
    const store = openedStore(folder);
    const script = `
      import { openStore } from '${join(import.meta.dirname, '../../../electron/storage/open-store.ts')}';
      const opened = openStore(${JSON.stringify(folder)});
      console.log(opened.ok ? 'opened' : opened.refusal.code);`;
    const other = () =>
      spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
        encoding: 'utf8',
        cwd: join(import.meta.dirname, '../../..'),
      }).stdout.trim();
    expect(other()).toBe('store-in-use');
    store.close();
    expect(other()).toBe('opened');
  });

  it('is unwritable on a disk that is locked, new or old', ({ skip }) => {
    const disk = smallDisk('4m', onTestFinished);
    if (disk === null) return skip();
    const [old, fresh] = [join(disk, 'old'), join(disk, 'new')];
    openedStore(old).close();
    const before = fileDigest(storePath(old));
    lockDisk(disk);
    expect(openingOf(old)).toBe('store-unwritable');
    expect(openingOf(fresh)).toBe('store-unwritable');
    unlockDisk(disk);
    expect(fileDigest(storePath(old))).toBe(before);
    expect(openingOf(old)).toBe('opened');
  });

  it('is unwritable on a disk that is full', ({ skip }) => {
    const disk = smallDisk('16k', onTestFinished);
    if (disk === null) return skip();
    expect(openingOf(join(disk, 'data'))).toBe('store-unwritable');
  });

  it('is unwritable where the folder is a file', () => {
    const folder = folderOf('file');
    writeFileSync(join(folder, 'data'), 'x');
    expect(openingOf(join(folder, 'data'))).toBe('store-unwritable');
  });
});

function damage(path: string, at: number): void {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(2000, 0x5a), 0, 2000, at);
  closeSync(file);
}
