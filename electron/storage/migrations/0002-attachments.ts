/**
 * Attachments and the signed document. Files lie in the store itself, once for each content, so that
 * one file and its backups hold everything. Nothing is deleted: what is taken away is marked.
 *
 * With attachments bundles are large, and SQLite reads through a large value to what stands behind
 * it in the row: their bytes move to tables of their own, so that lists stay quick.
 */
export const attachments = `
CREATE TABLE attachment_file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64),
  content BLOB NOT NULL CHECK (length(content) > 0)
) STRICT;

CREATE TABLE attachment (
  id INTEGER PRIMARY KEY,
  unit_code TEXT NOT NULL,
  period_code TEXT NOT NULL,
  form_code TEXT,
  row_code TEXT,
  column_code TEXT,
  sha256 TEXT NOT NULL REFERENCES attachment_file (sha256),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  media_type TEXT NOT NULL,
  file_name TEXT NOT NULL,
  added_by INTEGER NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  removed_by INTEGER REFERENCES account (id),
  removed_at TEXT,
  CHECK ((removed_by IS NULL) = (removed_at IS NULL)),
  CHECK (row_code IS NULL OR form_code IS NOT NULL),
  CHECK (column_code IS NULL OR row_code IS NOT NULL)
) STRICT;
CREATE INDEX attachment_by_period ON attachment (unit_code, period_code, id);

CREATE TABLE signed_document (
  id INTEGER PRIMARY KEY,
  unit_code TEXT NOT NULL,
  period_code TEXT NOT NULL,
  attachment_id INTEGER NOT NULL REFERENCES attachment (id),
  number TEXT NOT NULL,
  symbol TEXT NOT NULL,
  day TEXT NOT NULL,
  signer TEXT NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX signed_document_by_period ON signed_document (unit_code, period_code, id);

CREATE TABLE received_attachment (
  id INTEGER PRIMARY KEY,
  bundle_id INTEGER NOT NULL REFERENCES received_bundle (id),
  form_code TEXT,
  row_code TEXT,
  column_code TEXT,
  sha256 TEXT NOT NULL REFERENCES attachment_file (sha256),
  bytes INTEGER NOT NULL CHECK (bytes > 0),
  media_type TEXT NOT NULL,
  file_name TEXT NOT NULL
) STRICT;
CREATE INDEX received_attachment_by_bundle ON received_attachment (bundle_id, id);

CREATE TABLE received_document (
  bundle_id INTEGER PRIMARY KEY REFERENCES received_bundle (id),
  number TEXT NOT NULL,
  symbol TEXT NOT NULL,
  day TEXT NOT NULL,
  signer TEXT NOT NULL,
  sha256 TEXT NOT NULL REFERENCES attachment_file (sha256)
) STRICT;

CREATE TABLE sent_bundle_content (
  bundle_id INTEGER PRIMARY KEY REFERENCES sent_bundle (id),
  content BLOB NOT NULL
) STRICT;
INSERT INTO sent_bundle_content SELECT id, content FROM sent_bundle;
ALTER TABLE sent_bundle DROP COLUMN content;

CREATE TABLE received_bundle_content (
  bundle_id INTEGER PRIMARY KEY REFERENCES received_bundle (id),
  content BLOB NOT NULL
) STRICT;
INSERT INTO received_bundle_content SELECT id, content FROM received_bundle;
ALTER TABLE received_bundle DROP COLUMN content;

CREATE TRIGGER attachment_file_is_not_updated BEFORE UPDATE ON attachment_file
BEGIN SELECT RAISE(ABORT, 'attachment_file is append-only'); END;
CREATE TRIGGER attachment_file_is_not_deleted BEFORE DELETE ON attachment_file
BEGIN SELECT RAISE(ABORT, 'attachment_file is append-only'); END;
CREATE TRIGGER attachment_is_only_marked BEFORE UPDATE ON attachment
WHEN OLD.removed_at IS NOT NULL OR NEW.removed_at IS NULL
  OR NEW.id IS NOT OLD.id OR NEW.unit_code IS NOT OLD.unit_code
  OR NEW.period_code IS NOT OLD.period_code OR NEW.form_code IS NOT OLD.form_code
  OR NEW.row_code IS NOT OLD.row_code OR NEW.column_code IS NOT OLD.column_code
  OR NEW.sha256 IS NOT OLD.sha256 OR NEW.bytes IS NOT OLD.bytes
  OR NEW.media_type IS NOT OLD.media_type OR NEW.file_name IS NOT OLD.file_name
  OR NEW.added_by IS NOT OLD.added_by OR NEW.at IS NOT OLD.at
BEGIN SELECT RAISE(ABORT, 'attachment is append-only'); END;
CREATE TRIGGER attachment_is_not_deleted BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachment is append-only'); END;
CREATE TRIGGER signed_document_is_not_updated BEFORE UPDATE ON signed_document
BEGIN SELECT RAISE(ABORT, 'signed_document is append-only'); END;
CREATE TRIGGER signed_document_is_not_deleted BEFORE DELETE ON signed_document
BEGIN SELECT RAISE(ABORT, 'signed_document is append-only'); END;
`;
