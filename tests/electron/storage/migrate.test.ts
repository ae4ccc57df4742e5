import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';

import { listCellHistory } from '../../../electron/storage/cells.ts';
import type { SheetId } from '../../../electron/storage/cells.ts';
import { listBackups, makeBackup } from '../../../electron/storage/backups.ts';
import { write } from '../../../electron/storage/handle.ts';
import type { ReadHandle } from '../../../electron/storage/handle.ts';
import { readProvinceWord, readSignedInstant } from '../../../electron/storage/known-time.ts';
import {
  listIssuedReceipts,
  nextReceiptSequence,
  readReceiptContent,
} from '../../../electron/storage/issued-receipts.ts';
import { readLastStep } from '../../../electron/storage/catalogue-drafts.ts';
import { listLastIssued } from '../../../electron/storage/issued-catalogues.ts';
import { listUnhanded } from '../../../electron/storage/handed-receipts.ts';
import { migrations } from '../../../electron/storage/migrations/all.ts';
import { streams } from '../../../electron/storage/migrations/0017-streams.ts';
import { openStore } from '../../../electron/storage/open-store.ts';
import {
  listNewestBundles,
  listReceivedObservations,
} from '../../../electron/storage/received-sheets.ts';
import { currentReceipt } from '../../../electron/storage/taken-receipts.ts';
import { readSetting, upsertSetting } from '../../../electron/storage/store-identity.ts';
import { storePath } from '../../../electron/storage/store-file.ts';
import { smallDisk } from '../../helpers/disk.ts';
import { fileDigest } from '../../helpers/store-contents.ts';
import { openedStore } from '../../helpers/stores.ts';
import { augustClock, temporaryFolder } from '../../helpers/world.ts';

const now = migrations.length;
const addTable = 'CREATE TABLE office_phone (number TEXT NOT NULL) STRICT';
const fails = 'INSERT INTO office_phone SELECT NULL FROM setting';

/** Opens a store as a program would whose last steps are these. */
function openWith(folder: string, ...more: readonly string[]): ReturnType<typeof openStore> {
  return openStore(folder, augustClock(), [...migrations, ...more]);
}

function opened(folder: string, ...more: readonly string[]): ReadHandle {
  const result = openWith(folder, ...more);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  onTestFinished(() => {
    result.value.close();
  });
  return result.value;
}

/** A store of today's schema in which somebody worked; closed. */
function usedStore(folder = temporaryFolder('upgrade', onTestFinished)): string {
  const store = openedStore(folder);
  write(store, (handle) => {
    upsertSetting(handle, 'note', 'ghi trước khi nâng cấp');
    handle.exec(`
      INSERT INTO account (id, name, display_name, role, is_administrator, password_hash, created_at)
        VALUES (1, 'a', 'a', 'recorder', 0, '', '');
      INSERT INTO sheet VALUES (1, '300', '2022-08', 'B01');
      INSERT INTO cell_change VALUES (1, 1, 1, 'HDI', 'value', '1', '1', NULL, 1, '', NULL);`);
  });
  store.close();
  return folder;
}

const version = (store: ReadHandle): unknown => store.pragma('user_version', { simple: true });

describe('a store of an older program', () => {
  it('is copied as it was, then brought to the new schema with all that it holds', () => {
    const folder = usedStore();
    const store = opened(folder, addTable, 'INSERT INTO office_phone VALUES (1)');
    expect(version(store)).toBe(now + 2);
    expect(readSetting(store, 'note')).toBe('ghi trước khi nâng cấp');
    expect(store.pragma('foreign_keys', { simple: true })).toBe(1);

    expect(listBackups(folder)).toEqual(['so-chi-tieu-000001-20220824T010000.sqlite3']);
    const copy = new BetterSqlite3(join(folder, 'backup', listBackups(folder)[0] ?? ''), {
      readonly: true,
    });
    expect(copy.pragma('user_version', { simple: true })).toBe(now);
    expect(copy.prepare("SELECT value FROM setting WHERE name = 'note'").pluck().get()).toBe(
      'ghi trước khi nâng cấp',
    );
    copy.close();
  });

  it('is not copied when there is nothing to change, nor when it is new', () => {
    const [used, fresh] = [usedStore(), temporaryFolder('fresh', onTestFinished)];
    openedStore(used).close();
    expect(version(opened(fresh, addTable))).toBe(now + 1);
    expect([listBackups(used), listBackups(fresh)]).toEqual([[], []]);
  });

  it('may have a table rebuilt that others refer to', () => {
    const rebuild = `
      CREATE TABLE new_sheet (id INTEGER PRIMARY KEY, unit_code TEXT NOT NULL,
        period_code TEXT NOT NULL, form_code TEXT NOT NULL, colour TEXT NOT NULL) STRICT;
      INSERT INTO new_sheet SELECT id, unit_code, period_code, form_code, 'blue' FROM sheet;
      DROP TABLE sheet;
      ALTER TABLE new_sheet RENAME TO sheet;`;
    const store = opened(usedStore(), rebuild);
    expect(store.prepare('SELECT sheet_id, colour FROM cell_change JOIN sheet').get()).toEqual({
      sheet_id: 1,
      colour: 'blue',
    });
    expect(() => store.exec('DELETE FROM sheet')).toThrow('FOREIGN KEY');
  });
});

describe('a store from before the time of receipts was kept', () => {
  const receipted = (receivedAt: string | null): ReadHandle => {
    const folder = temporaryFolder('receipts', onTestFinished);
    const before = openStore(folder, augustClock(), migrations.slice(0, 9));
    if (!before.ok) throw new Error(JSON.stringify(before.refusal));
    const insert = `INSERT INTO sent_bundle (period_code, revision, sequence, series, file_name,
        file_sha256, statement_sha256, audit_n, prepared_by, approved_by, sealed_by, sealed_at,
        received_at)
      VALUES ('2022-08', 1, $n, 's', '', '', '', 0, '', '', '', '', $receivedAt)`;
    write(before.value, (handle) => {
      handle.prepare(insert).run({ n: 1, receivedAt });
      handle.prepare(insert).run({ n: 2, receivedAt: null });
    });
    before.value.close();
    return opened(folder);
  };

  it('0012 knows the latest of them as a time that the province signed, and no versions', () => {
    const at = '2022-08-24T03:00:00.000Z';
    expect(readSignedInstant(receipted(at))).toEqual({ at, in: 'receipt' });
    expect(readProvinceWord(receipted(at))).toBeNull();
  });

  it('0012 knows nothing where none has come', () => {
    expect(readSignedInstant(receipted(null))).toBeNull();
  });
});

describe('a store from before changes named the ones before them', () => {
  it("has every cell's history as it was", () => {
    const folder = temporaryFolder('links', onTestFinished);
    const before = openStore(folder, augustClock(), migrations.slice(0, 5));
    if (!before.ok) throw new Error(JSON.stringify(before.refusal));
    const change = `INSERT INTO cell_change
      SELECT $id, 1, 1, 'HDI', $column, $typed, $typed, NULL, 1, '2022-08-24T01:00:00.000Z'`;
    write(before.value, (handle) => {
      handle.exec(`
        INSERT INTO account (id, name, display_name, role, is_administrator, password_hash, created_at)
          VALUES (1, 'a', 'Người nhập', 'recorder', 0, '', '');
        INSERT INTO sheet VALUES (1, '300', '2022-08', 'B01');`);
      const changes = [
        [1, 'value', '0,70'],
        [2, 'note', 'tạm tính'],
        [3, 'value', '0,71'],
        [4, 'value', ''],
      ] as const;
      for (const [id, column, typed] of changes) handle.prepare(change).run({ id, column, typed });
      handle.exec(`INSERT INTO cell
        SELECT sheet_id, row_code, column_code, typed, canonical, fault, MAX(id)
        FROM cell_change GROUP BY column_code`);
    });
    before.value.close();

    const store = opened(folder);
    const typedIn = (column: string): readonly string[] =>
      listCellHistory(store, 1 as SheetId, 'HDI', column).map(({ typed }) => typed);
    expect(typedIn('value')).toEqual(['', '0,71', '0,70']);
    expect(typedIn('note')).toEqual(['tạm tính']);
    expect(() => store.exec("UPDATE cell_change SET typed = '1'")).toThrow('append-only');
  });
});

describe('a store that cannot be brought to the new schema', () => {
  /** What the new program says; the store has to be, byte for byte, what the old one left. */
  function refusalOf(folder: string, ...more: readonly string[]): unknown {
    const before = fileDigest(storePath(folder));
    const result = openWith(folder, ...more);
    expect(fileDigest(storePath(folder))).toBe(before);
    expect(existsSync(`${storePath(folder)}-wal`)).toBe(false);
    const old = openedStore(folder);
    expect(readSetting(old, 'note')).toBe('ghi trước khi nâng cấp');
    old.close();
    return result.ok ? 'opened' : result.refusal;
  }

  it('stays as it was when a step fails: no step of several is left in it', () => {
    expect(refusalOf(usedStore(), addTable, fails)).toEqual({
      code: 'store-not-upgraded',
      facts: {
        version: now,
        known: now + 2,
        reason: 'NOT NULL constraint failed: office_phone.number',
      },
    });
  });

  it('stays as it was when a step loses what others refer to', () => {
    const refusal = refusalOf(usedStore(), 'DELETE FROM sheet');
    expect(refusal).toMatchObject({ code: 'store-not-upgraded' });
  });

  it('keeps its older backups, however often it is tried', () => {
    const folder = usedStore();
    const store = openedStore(folder);
    for (let day = 0; day < 3; day += 1) makeBackup(store, folder, augustClock().now());
    store.close();
    const before = listBackups(folder);
    for (let time = 0; time < 20; time += 1) openWith(folder, addTable, fails);
    expect(listBackups(folder)).toEqual(before);
  });

  it('is not touched without a backup: its place is taken', () => {
    const folder = usedStore();
    writeFileSync(join(folder, 'backup'), 'a file, where the folder of backups should be');
    expect(refusalOf(folder, addTable)).toMatchObject({ code: 'backup-not-made' });
    rmSync(join(folder, 'backup'));
    expect(version(opened(folder, addTable))).toBe(now + 1);
  });

  it('is not touched without a backup: the disk is full', ({ skip }) => {
    const disk = smallDisk('1m', onTestFinished);
    if (disk === null) return skip();
    const folder = join(disk, 'data');
    mkdirSync(folder);
    usedStore(folder);
    const free = 1024 * 1024 - statSync(storePath(folder)).size;
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(free - 64 * 1024));
    expect(refusalOf(folder, addTable)).toMatchObject({
      code: 'backup-not-made',
      facts: { reason: expect.stringContaining('full') as string },
    });
    expect(readdirSync(join(folder, 'backup'))).toEqual([]);
    rmSync(join(disk, 'ballast'));
    expect(version(opened(folder, addTable))).toBe(now + 1);
  });
});

describe('a store from before receipts had tables of their own', () => {
  it('0013 keeps every bundle, what was said of it and its receipt', () => {
    const folder = temporaryFolder('answers', onTestFinished);
    const before = openStore(folder, augustClock(), migrations.slice(0, 12));
    if (!before.ok) throw new Error(JSON.stringify(before.refusal));
    write(before.value, (handle) => {
      handle.exec(`
        INSERT INTO received_bundle VALUES (7, '300', 's', 1, '2022-08', 1, 'a.age', 'fa', 'sa', 'h',
          'Người nhận', '2022-08-24T01:00:00.000Z', 5, 'r.age', x'0102');
        INSERT INTO received_observation VALUES (7, 'HI_COVERAGE', '92', '100', '92', 'A', '');
        INSERT INTO received_bundle_content VALUES (7, x'03');
        INSERT INTO sent_bundle (id, period_code, revision, sequence, series, file_name, file_sha256,
            statement_sha256, audit_n, prepared_by, approved_by, sealed_by, sealed_at,
            receipt_statement_sha256, receipt_outcome, receipt_code, received_at)
          VALUES (3, '2022-08', 1, 1, 's', '', '', 'st', 0, '', '', '', '2022-08-24T00:00:00.000Z',
            'rs', 'rejected', 'sequence-fork', '2022-08-24T02:00:00.000Z'),
            (4, '2022-08', 2, 2, 's', '', '', 'st2', 0, '', '', '', '', NULL, NULL, NULL, NULL);`);
    });
    before.value.close();
    const store = opened(folder);
    expect(listNewestBundles(store, 9)).toMatchObject([{ id: 7, unit: '300', fileName: 'a.age' }]);
    expect(listReceivedObservations(store, 7)).toHaveLength(1);
    expect(listIssuedReceipts(store, 'sa')).toMatchObject([
      { sequence: 5, bundle: 7, outcome: 'accepted', fileName: 'r.age', shortForm: null },
    ]);
    expect([...readReceiptContent(store, 5)]).toEqual([1, 2]);
    expect(nextReceiptSequence(store)).toBe(6);
    expect(currentReceipt(store, 3)).toMatchObject({ outcome: 'refused', code: 'sequence-fork' });
    expect(currentReceipt(store, 4)).toBeNull();
    expect(store.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('a store from before bundles were held', () => {
  it('0017 keeps bundles with what hangs on them, and calls no old receipt unwritten', () => {
    const folder = temporaryFolder('streams', onTestFinished);
    const step = migrations.indexOf(streams);
    const before = openStore(folder, augustClock(), migrations.slice(0, step));
    if (!before.ok) throw new Error(JSON.stringify(before.refusal));
    write(before.value, (handle) => {
      handle.exec(`
        INSERT INTO received_bundle VALUES (7, '300', 's', 1, '2022-08', 1, 'a.age', 'fa', 'sa', 'h',
          'Người nhận', '2022-08-24T01:00:00.000Z');
        INSERT INTO received_observation VALUES (7, 'HI_COVERAGE', '92', '100', '92', 'A', '');
        INSERT INTO issued_receipt (sequence, bundle_id, answered_statement, outcome, remarks,
            file_name, answered_by, answered_at, content)
          VALUES (5, 7, 'sa', 'accepted', '[]', 'r.age', 'Người nhận', '2022-08-24', x'01');`);
    });
    before.value.close();
    const store = opened(folder);
    expect(listNewestBundles(store, 9)).toMatchObject([
      { id: 7, unit: '300', fileName: 'a.age', prev: null },
    ]);
    expect(listReceivedObservations(store, 7)).toHaveLength(1);
    expect(listUnhanded(store)).toEqual([]);
    // Two copies of one installation use one number; a statement is there once.
    const same = (id: number, statement: string) =>
      `INSERT INTO received_bundle VALUES (${String(id)}, '300', 's', 1, '2022-08', 1, 'b.age', 'fb',
        '${statement}', 'h', 'Người nhận', '2022-08-24T02:00:00.000Z', 'sa')`;
    store.exec(same(8, 'sb'));
    expect(() => store.exec(same(9, 'sb'))).toThrow('UNIQUE');
    expect(store.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('a store in which every catalogue that took a number counted as issued', () => {
  it('0020 keeps that said of those and of no other, and the steps of drafts', () => {
    const folder = temporaryFolder('issued', onTestFinished);
    const before = openStore(folder, augustClock(), migrations.slice(0, 19));
    if (!before.ok) throw new Error(JSON.stringify(before.refusal));
    write(before.value, (handle) => {
      handle.exec(`INSERT INTO catalogue (version, content, loaded_at) VALUES (3, '{}', '');
        INSERT INTO issued_catalogue VALUES (1, 's', 1, 3, '300', 'a', 'f', 'ai', 'then');
        INSERT INTO catalogue_draft_step VALUES (4, 'edit', '{}', NULL, 'a', 'b', 'ai', 'then');`);
    });
    before.value.close();
    const store = opened(folder);
    write(store, (handle) => {
      handle.exec(`INSERT INTO issued_catalogue VALUES (2, 's', 2, 3, '299', 'b', 'g', 'ai', '')`);
    });
    expect(listLastIssued(store)).toEqual([{ unit: '300', version: 3, at: 'then' }]);
    expect(nextReceiptSequence(store)).toBe(3);
    expect(readLastStep(store)).toMatchObject({
      id: 4,
      action: 'edit',
      before: 'a',
      replaced: null,
    });
    expect(() => store.exec('DELETE FROM catalogue_draft_step')).toThrow('is append-only');
  });
});
