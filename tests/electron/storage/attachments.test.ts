import BetterSqlite3 from 'better-sqlite3';
import { mkdirSync } from 'node:fs';

import { describe, expect, it, onTestFinished } from 'vitest';

import { wholePeriod } from '#shared/domain/attachment.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import { parseDay, parseInstant } from '#shared/kit/clock.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import type { AccountId } from '../../../electron/storage/accounts.ts';
import {
  findAttachment,
  findSignedDocument,
  insertAttachment,
  insertSignedDocument,
  keepFile,
  listAttachments,
  markRemoved,
  measureAttachments,
  readFileContent,
} from '../../../electron/storage/attachments.ts';
import type { AttachmentId } from '../../../electron/storage/attachments.ts';
import { makeBackup, restoreFromBackup } from '../../../electron/storage/backups.ts';
import { write } from '../../../electron/storage/handle.ts';
import type { ReadHandle } from '../../../electron/storage/handle.ts';
import { foundation } from '../../../electron/storage/migrations/0001-foundation.ts';
import { applicationId, setAside, storePath } from '../../../electron/storage/store-file.ts';
import { findSentBundle, readSentContent } from '../../../electron/storage/sent-bundles.ts';
import { smallPdf } from '../../helpers/small-files.ts';
import { openedStore } from '../../helpers/stores.ts';
import { august2022, temporaryFolder } from '../../helpers/world.ts';

const unit = parseUnitCode('300') ?? expect.unreachable();
const at = parseInstant('2022-08-24T01:00:00.000Z') ?? expect.unreachable();
const day = parseDay('2022-08-22') ?? expect.unreachable();
const clerk = 1 as AccountId;
const where = { unit, period: august2022 };

function newStore(folder = temporaryFolder('attachments', onTestFinished)): ReadHandle {
  const store = openedStore(folder);
  onTestFinished(() => {
    store.close();
  });
  store.exec(`INSERT INTO account
    (id, name, display_name, role, is_administrator, password_hash, created_at)
    VALUES (1, 'vt', 'Văn thư', 'recorder', 0, '', '')`);
  return store;
}

/** Attaches a small PDF; the same text is the same file. */
function attachPdf(store: ReadHandle, about: string, row: string | null = null): AttachmentId {
  const content = smallPdf(about);
  const sha256 = sha256Hex(content);
  return write(store, (handle) => {
    keepFile(handle, sha256, content);
    return insertAttachment(handle, {
      ...wholePeriod,
      ...where,
      ...(row === null ? {} : { form: 'B01', row }),
      sha256,
      bytes: content.length,
      mediaType: 'application/pdf',
      fileName: `${about}.pdf`,
      accountId: clerk,
      at,
    });
  });
}

describe('attached files', () => {
  it('D94 with the same content are kept once, and measured once', () => {
    const store = newStore();
    attachPdf(store, 'một');
    attachPdf(store, 'một', 'HI_COVERAGE');
    attachPdf(store, 'hai');
    const kept = store.prepare('SELECT COUNT(*) FROM attachment_file').pluck().get();
    expect(kept).toBe(2);
    const bytes = smallPdf('một').length + smallPdf('hai').length;
    expect(measureAttachments(store, unit, august2022)).toEqual({ attachments: 3, bytes });
    expect(listAttachments(store, unit, august2022)).toMatchObject([
      { fileName: 'một.pdf', form: null, row: null, addedBy: 'Văn thư', at },
      { fileName: 'một.pdf', form: 'B01', row: 'HI_COVERAGE', column: null },
      { fileName: 'hai.pdf' },
    ]);
    expect(readFileContent(store, sha256Hex(smallPdf('hai')))).toEqual(smallPdf('hai'));
    expect(readFileContent(store, sha256Hex(smallPdf('ba')))).toBeNull();
  });

  it('D93 are marked when they are taken away, and their content stays', () => {
    const store = newStore();
    const id = attachPdf(store, 'một');
    write(store, (handle) => {
      markRemoved(handle, id, clerk, at);
    });
    expect(findAttachment(store, id)).toBeNull();
    expect(listAttachments(store, unit, august2022)).toEqual([]);
    expect(measureAttachments(store, unit, august2022)).toEqual({ attachments: 0, bytes: 0 });
    expect(readFileContent(store, sha256Hex(smallPdf('một')))).toEqual(smallPdf('một'));
    expect(() => {
      write(store, (handle) => {
        markRemoved(handle, id, clerk, at);
      });
    }).toThrow('append-only');
  });

  it.each([
    ["UPDATE attachment SET file_name = 'khác.pdf'", 'append-only'],
    [`UPDATE attachment SET removed_by = 1, removed_at = '', file_name = 'x'`, 'append-only'],
    ['DELETE FROM attachment', 'append-only'],
    ["UPDATE attachment_file SET content = x'00'", 'append-only'],
    ['DELETE FROM attachment_file', 'append-only'],
    ['REPLACE INTO attachment_file SELECT * FROM attachment_file', 'append-only'],
    ["UPDATE signed_document SET signer = 'khác'", 'append-only'],
    ['DELETE FROM signed_document', 'append-only'],
    ["UPDATE attachment SET removed_at = ''", 'CHECK'],
    [
      `INSERT INTO attachment SELECT 9, unit_code, period_code, NULL, 'X', NULL, sha256, bytes,
      media_type, file_name, added_by, at, NULL, NULL FROM attachment`,
      'CHECK',
    ],
    [
      `INSERT INTO attachment SELECT 9, unit_code, period_code, NULL, NULL, NULL,
      'none', bytes, media_type, file_name, added_by, at, NULL, NULL FROM attachment`,
      'FOREIGN KEY',
    ],
  ])('D93 are not changed past that: %s', (sql, why) => {
    const store = newStore();
    const attachment = attachPdf(store, 'một');
    write(store, (handle) => {
      insertSignedDocument(handle, documentOf(attachment, '1'));
    });
    expect(() => store.exec(sql)).toThrow(why);
  });

  it('are in the backup, in the one file', () => {
    const folder = temporaryFolder('attachments-backup', onTestFinished);
    const store = newStore(folder);
    const id = attachPdf(store, 'một');
    makeBackup(store, folder, at);
    store.close();
    setAside(folder, 'test');
    expect(restoreFromBackup(folder, null)).not.toBeNull();
    const again = openedStore(folder);
    expect(findAttachment(again, id)?.fileName).toBe('một.pdf');
    expect(readFileContent(again, sha256Hex(smallPdf('một')))).toEqual(smallPdf('một'));
    again.close();
  });
});

describe('the signed document', () => {
  it('D97 is the newest one whose PDF is still attached', () => {
    const store = newStore();
    expect(findSignedDocument(store, unit, august2022)).toBeNull();
    const [first, second] = [attachPdf(store, 'bản một'), attachPdf(store, 'bản hai')];
    write(store, (handle) => {
      insertSignedDocument(handle, documentOf(first, '12'));
      insertSignedDocument(handle, documentOf(second, '13'));
    });
    expect(findSignedDocument(store, unit, august2022)).toMatchObject({
      number: '13',
      symbol: 'BC-UBND',
      day,
      attachment: second,
      recordedBy: 'Văn thư',
    });
    write(store, (handle) => {
      markRemoved(handle, second, clerk, at);
    });
    expect(findSignedDocument(store, unit, august2022)?.number).toBe('12');
  });
});

describe('a store of version 1', () => {
  it('0002 gets the tables of attachments and keeps what it holds', () => {
    const folder = temporaryFolder('version-1', onTestFinished);
    mkdirSync(folder, { recursive: true });
    const old = new BetterSqlite3(storePath(folder));
    old.exec(foundation);
    old.exec(`INSERT INTO sheet VALUES (1, '300', '2022-08', 'B01')`);
    old.exec(`INSERT INTO sent_bundle (id, period_code, revision, sequence, series, file_name,
        file_sha256, statement_sha256, content, audit_n, prepared_by, approved_by, sealed_by, sealed_at)
      VALUES (7, '2022-08', 1, 1, 's', 'gói.age', 'f', 't', x'0102', 1, '', '', 'người đóng', '')`);
    old.pragma(`application_id = ${String(applicationId)}`);
    old.pragma('user_version = 1');
    old.close();
    const store = newStore(folder);
    expect(store.prepare('SELECT COUNT(*) FROM sheet').pluck().get()).toBe(1);
    attachPdf(store, 'một');
    expect(listAttachments(store, unit, august2022)).toHaveLength(1);
    expect(findSentBundle(store, 7)).toMatchObject({ fileName: 'gói.age', sealedBy: 'người đóng' });
    expect([...readSentContent(store, 7)]).toEqual([1, 2]);
  });
});

function documentOf(attachment: AttachmentId, number: string) {
  const document = { number, symbol: 'BC-UBND', day, signer: 'Chủ tịch' };
  return { ...document, ...where, attachment, accountId: clerk, at };
}
