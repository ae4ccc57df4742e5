import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';

import {
  hasSoundBackup,
  listBackups,
  makeBackup,
  restoreFromBackup,
  viewBackups,
} from '../../../electron/storage/backups.ts';
import { setAside } from '../../../electron/storage/store-file.ts';
import { write } from '../../../electron/storage/handle.ts';
import { readSetting, upsertSetting } from '../../../electron/storage/store-identity.ts';
import { parseInstant } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { openedStore } from '../../helpers/stores.ts';
import { temporaryFolder } from '../../helpers/world.ts';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(text);
  return instant;
}

const day = (number: number): Instant => at(new Date(Date.UTC(2022, 7, number)).toISOString());

function storeWithBackups(count: number): string {
  const folder = temporaryFolder('backups', onTestFinished);
  const store = openedStore(folder);
  for (let number = 1; number <= count; number += 1) {
    write(store, (handle) => {
      upsertSetting(handle, 'note', `day ${String(number)}`);
    });
    makeBackup(store, folder, day(number));
  }
  store.close();
  return folder;
}

function noteAfterRestore(
  folder: string,
  wanted: string | null = null,
): { name: string | null; note: string | null } {
  setAside(folder, 'test');
  const name = restoreFromBackup(folder, wanted);
  if (name === null) return { name, note: null };
  const store = openedStore(folder);
  const note = readSetting(store, 'note');
  store.close();
  return { name, note };
}

describe('backups', () => {
  it('are fourteen, the newest ones, and each opens by itself', () => {
    const folder = storeWithBackups(16);
    const names = listBackups(folder);
    expect(names).toHaveLength(14);
    expect(names[0]).toBe('so-chi-tieu-000016-20220816T000000.sqlite3');
    expect(readdirSync(join(folder, 'backup'))).toHaveLength(14);
    for (const name of names) {
      const copy = new BetterSqlite3(join(folder, 'backup', name), { readonly: true });
      expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(copy.pragma('application_id', { simple: true })).toBe(0x53435431);
      copy.close();
    }
  });

  it('give the newest one back', () => {
    expect(noteAfterRestore(storeWithBackups(3)).note).toBe('day 3');
  });

  it('are passed over when they do not open, down to the newest sound one', () => {
    const folder = storeWithBackups(3);
    const [newest = '', second = ''] = listBackups(folder);
    writeFileSync(join(folder, 'backup', newest), 'SQLite format 3\0 and then nothing');
    writeFileSync(join(folder, 'backup', second), '');
    expect(noteAfterRestore(folder).note).toBe('day 1');
  });

  it('give the one back that was named, if it opens', () => {
    const folder = storeWithBackups(3);
    const [newest = '', second = ''] = listBackups(folder);
    writeFileSync(join(folder, 'backup', newest), 'x');
    expect(viewBackups(folder).map(({ isSound }) => isSound)).toEqual([false, true, true]);
    expect(noteAfterRestore(folder, newest).name).toBeNull();
    expect(noteAfterRestore(folder, '../so-chi-tieu.sqlite3').name).toBeNull();
    expect(noteAfterRestore(folder, second)).toEqual({ name: second, note: 'day 2' });
  });

  it('give nothing back when none opens', () => {
    const folder = storeWithBackups(1);
    writeFileSync(join(folder, 'backup', listBackups(folder)[0] ?? ''), 'x');
    expect(hasSoundBackup(folder)).toBe(false);
    expect(noteAfterRestore(folder).name).toBeNull();
  });

  it('stay in the order in which they were made when the clock jumped', () => {
    const folder = temporaryFolder('clock', onTestFinished);
    const store = openedStore(folder);
    for (const time of ['2031-01-01T00:00Z', '2022-08-24T00:00Z', '2015-01-01T00:00Z']) {
      write(store, (handle) => {
        upsertSetting(handle, 'note', time);
      });
      makeBackup(store, folder, at(time));
    }
    store.close();
    expect(noteAfterRestore(folder).note).toBe('2015-01-01T00:00Z');
  });

  it('never take the place of a store that is there', () => {
    const folder = storeWithBackups(1);
    expect(() => restoreFromBackup(folder, null)).toThrow('there already');
  });
});
