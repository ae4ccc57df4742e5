import { describe, expect, it, onTestFinished } from 'vitest';

import { migrations } from '../../../electron/storage/migrations/all.ts';
import type { ReadHandle } from '../../../electron/storage/handle.ts';
import { openedStore } from '../../helpers/stores.ts';
import { temporaryFolder } from '../../helpers/world.ts';

function newStore(): ReadHandle {
  const store = openedStore(temporaryFolder('migrations', onTestFinished));
  onTestFinished(() => {
    store.close();
  });
  return store;
}

describe('a new store', () => {
  it('is marked as ours, with the version of this program', () => {
    const store = newStore();
    expect(store.pragma('application_id', { simple: true })).toBe(0x53435431);
    expect(store.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(store.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('0001 to 0020 have these tables, all of them strict', () => {
    const tables = newStore()
      .prepare<[], { name: string; strict: number }>(
        `SELECT name, strict FROM pragma_table_list
         WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .all();
    expect(tables.map(({ name }) => name)).toEqual([
      'account',
      'account_key',
      'attachment',
      'attachment_file',
      'audit_entry',
      'catalogue',
      'catalogue_draft',
      'catalogue_draft_step',
      'catalogue_offer',
      'cell',
      'cell_change',
      'enrolled_series',
      'excel_layout',
      'handed_receipt',
      'held_bundle',
      'import_end',
      'import_file',
      'import_run',
      'issued_catalogue',
      'issued_receipt',
      'key_check',
      'keyring',
      'office_key',
      'paired_computer',
      'period_lock',
      'period_unlock',
      'province_word',
      'received_act',
      'received_attachment',
      'received_bundle',
      'received_bundle_content',
      'received_cell',
      'received_document',
      'received_observation',
      'received_sealing',
      'recovery',
      'remark',
      'revision_reason',
      'sent_bundle',
      'sent_bundle_content',
      'sent_drafts',
      'setting',
      'sheet',
      'signed_document',
      'store_identity',
      'stream_decision',
      'stream_set_aside',
      'submission',
      'submission_act',
      'submission_event',
      'taken_drafts',
      'taken_receipt',
      'written_catalogue',
    ]);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  it('takes no text where a number belongs, and no cell without its sheet', () => {
    const store = newStore();
    const identity = "VALUES (1, 'district', '300', 's', 'now')";
    expect(() => store.exec(`INSERT INTO audit_entry VALUES ('x','','','','','','','')`)).toThrow(
      'datatype mismatch',
    );
    expect(() =>
      store.exec(`INSERT INTO cell VALUES (99, 'HDI', 'value', '', '', NULL, 99)`),
    ).toThrow('FOREIGN KEY');
    store.exec(`INSERT INTO store_identity ${identity}`);
    expect(() => store.exec(`INSERT INTO store_identity ${identity}`)).toThrow('UNIQUE');
  });
});

describe('what happened', () => {
  it.each(['cell_change', 'submission_event', 'audit_entry'])(
    'stays in %s: no row is updated or deleted',
    (table) => {
      const store = newStore();
      store.exec(`
        INSERT INTO account (id, name, display_name, role, is_administrator, password_hash, created_at)
          VALUES (1, 'a', 'a', 'recorder', 0, '', '');
        INSERT INTO sheet VALUES (1, '300', '2022-08', 'B01');
        INSERT INTO submission VALUES (1, '300', '2022-08', 1, 'recording');
        INSERT INTO cell_change VALUES (1, 1, 1, 'HDI', 'value', '1', '1', NULL, 1, '', NULL);
        INSERT INTO submission_event VALUES (1, 1, 1, 'submit', '', '', 1, '', NULL, 1);
        INSERT INTO audit_entry VALUES (1, '', '', '', '', '', '', '');`);
      for (const sql of [
        `UPDATE ${table} SET at = 'later'`,
        `DELETE FROM ${table}`,
        `REPLACE INTO ${table} SELECT * FROM ${table}`,
      ]) {
        expect(() => store.exec(sql), sql).toThrow(`${table} is append-only`);
      }
    },
  );

  it('stays in the register of imports', () => {
    const store = newStore();
    store.exec(`
      INSERT INTO import_run VALUES (1, '/usb', 1, 'a', '');
      INSERT INTO import_file VALUES (1, 1, 'f', 'held', NULL, '{}', NULL, NULL, NULL, NULL, NULL, 0, NULL);
      INSERT INTO import_end VALUES (1, 'done', 0, '');`);
    for (const sql of [
      `UPDATE import_run SET files = 2`,
      'DELETE FROM import_run',
      `UPDATE import_file SET outcome = 'accepted'`,
      'DELETE FROM import_file',
      `UPDATE import_end SET how = 'cancelled'`,
      'DELETE FROM import_end',
    ]) {
      expect(() => store.exec(sql), sql).toThrow('is append-only');
    }
  });

  it('stays in period_lock and period_unlock: a lock is lifted once, and never taken back', () => {
    const store = newStore();
    store.exec(`INSERT INTO period_lock VALUES (1, '2022-08', 1, 'a', 'ai', '', x'00', 0);
      INSERT INTO period_unlock VALUES (1, 'lý do', 'ai', '')`);
    for (const [table, column] of [
      ['period_lock', 'locked_by'],
      ['period_unlock', 'reason'],
    ] as const) {
      for (const sql of [
        `UPDATE ${table} SET ${column} = 'khác'`,
        `DELETE FROM ${table}`,
        `REPLACE INTO ${table} SELECT * FROM ${table}`,
      ]) {
        expect(() => store.exec(sql), sql).toThrow(/append-only|FOREIGN KEY/);
      }
    }
    const again = `INSERT INTO period_lock VALUES (2, '2022-08', 1, 'b', 'ai', '', x'00', 0)`;
    expect(() => store.exec(again)).toThrow('UNIQUE');
  });

  it('stays of what was done to a draft of the catalogue', () => {
    const store = newStore();
    store.exec(`INSERT INTO catalogue_draft_step
      VALUES (1, 'discard', NULL, '{}', 2, NULL, 'a', NULL, 'ai', '')`);
    for (const sql of [
      `UPDATE catalogue_draft_step SET replaced = NULL`,
      'DELETE FROM catalogue_draft_step',
    ]) {
      expect(() => store.exec(sql), sql).toThrow('catalogue_draft_step is append-only');
    }
  });

  it('stays of a catalogue that was written', () => {
    const store = newStore();
    store.exec(`INSERT INTO catalogue (version, content, loaded_at) VALUES (3, '{}', '');
      INSERT INTO issued_catalogue VALUES (1, 's', 1, 3, '300', 'a', 'f', 'ai', '');
      INSERT INTO written_catalogue VALUES (1, '')`);
    for (const sql of [
      `UPDATE written_catalogue SET written_at = 'later'`,
      'DELETE FROM written_catalogue',
    ]) {
      expect(() => store.exec(sql), sql).toThrow('written_catalogue is append-only');
    }
  });

  it('stays of a computer that was paired: it can be removed, and nothing else', () => {
    const store = newStore();
    store.exec(`INSERT INTO paired_computer VALUES (1, 'k', 'x', 'age1', 's', 'n', 'b', '', NULL)`);
    for (const sql of [
      `UPDATE paired_computer SET public_key = 'y'`,
      'DELETE FROM paired_computer',
    ]) {
      expect(() => store.exec(sql), sql).toThrow('paired_computer is append-only');
    }
    store.exec(`UPDATE paired_computer SET removed_at = 'now'`);
    const back = 'UPDATE paired_computer SET removed_at = NULL';
    expect(() => store.exec(back)).toThrow('paired_computer is append-only');
  });
});
