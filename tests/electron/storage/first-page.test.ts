import { copyFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';

import { readFirstPage } from '../../../electron/storage/first-page.ts';
import { temporaryFolder } from '../../helpers/world.ts';

describe('the first page of a database', () => {
  it('is nothing for a file that is not there or empty', () => {
    const path = join(temporaryFolder('page', onTestFinished), 'x.sqlite3');
    expect(readFirstPage(path)).toBeNull();
    writeFileSync(path, '');
    expect(readFirstPage(path)).toBeNull();
  });

  it('says what SQLite itself would say, the log going first, wherever the log was cut', () => {
    const folder = temporaryFolder('page', onTestFinished);
    const path = join(folder, 'x.sqlite3');
    const writer = new BetterSqlite3(path);
    writer.pragma('journal_mode = WAL');
    writer.pragma('wal_autocheckpoint = 0');
    for (const version of [1, 2, 3]) {
      writer.exec(`BEGIN; CREATE TABLE t${String(version)} (x); PRAGMA application_id = 5;
        PRAGMA user_version = ${String(version)}; COMMIT`);
    }
    const length = readFileSync(`${path}-wal`).length;
    const seen = new Set<number>();
    for (let cut = length; cut >= 0; cut -= 1111) {
      const copy = join(folder, `cut-${String(cut)}.sqlite3`);
      copyFileSync(path, copy);
      copyFileSync(`${path}-wal`, `${copy}-wal`);
      truncateSync(`${copy}-wal`, cut);
      const page = readFirstPage(copy);
      const judge = new BetterSqlite3(copy);
      expect(page?.userVersion).toBe(judge.pragma('user_version', { simple: true }));
      expect(page?.applicationId).toBe(judge.pragma('application_id', { simple: true }));
      judge.close();
      seen.add(page?.userVersion ?? -1);
    }
    writer.close();
    expect([...seen].sort()).toEqual([0, 1, 2, 3]);
  });
});
