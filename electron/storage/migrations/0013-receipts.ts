/**
 * Receipts in a table of their own on both sides: the province answers one bundle more than once and
 * also what it did not take, the unit keeps every answer with its remarks. What the province wants to
 * say of a report is kept while somebody reads it.
 */
export const receipts = `
CREATE TABLE issued_receipt (
  sequence INTEGER PRIMARY KEY,
  bundle_id INTEGER REFERENCES received_bundle (id),
  answered_statement TEXT NOT NULL,
  outcome TEXT NOT NULL
    CHECK (outcome IN ('accepted', 'accepted-with-notes', 'returned', 'refused')),
  code TEXT,
  note TEXT,
  remarks TEXT NOT NULL,
  statement_sha256 TEXT UNIQUE,
  short_form TEXT,
  kid TEXT,
  recipient TEXT,
  file_name TEXT NOT NULL,
  answered_by TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  content BLOB NOT NULL,
  CHECK ((outcome = 'refused') = (code IS NOT NULL)),
  CHECK ((outcome = 'refused') = (bundle_id IS NULL))
) STRICT;
INSERT INTO issued_receipt
  SELECT receipt_sequence, id, statement_sha256, 'accepted', NULL, NULL, '[]', NULL, NULL, NULL,
    NULL, receipt_file_name, received_by, received_at, receipt_content
  FROM received_bundle;
CREATE INDEX issued_receipt_by_bundle ON issued_receipt (bundle_id, sequence);
CREATE INDEX issued_receipt_by_answered ON issued_receipt (answered_statement, sequence);

CREATE TABLE received_bundle_without_receipt (
  id INTEGER PRIMARY KEY,
  unit_code TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  period_code TEXT NOT NULL,
  revision INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  statement_sha256 TEXT NOT NULL UNIQUE,
  audit_head TEXT NOT NULL,
  received_by TEXT NOT NULL,
  received_at TEXT NOT NULL,
  UNIQUE (unit_code, series, sequence)
) STRICT;
INSERT INTO received_bundle_without_receipt
  SELECT id, unit_code, series, sequence, period_code, revision, file_name, file_sha256,
    statement_sha256, audit_head, received_by, received_at
  FROM received_bundle;
DROP TABLE received_bundle;
ALTER TABLE received_bundle_without_receipt RENAME TO received_bundle;
CREATE INDEX received_bundle_by_period ON received_bundle (period_code, unit_code, revision);

CREATE TABLE remark (
  id INTEGER PRIMARY KEY,
  bundle_id INTEGER NOT NULL REFERENCES received_bundle (id),
  form_code TEXT NOT NULL,
  row_code TEXT NOT NULL,
  column_code TEXT NOT NULL,
  text TEXT NOT NULL,
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL
) STRICT;
CREATE INDEX remark_by_cell ON remark (bundle_id, form_code, row_code, column_code, id);

CREATE TABLE taken_receipt (
  id INTEGER PRIMARY KEY,
  bundle_id INTEGER NOT NULL REFERENCES sent_bundle (id),
  statement_sha256 TEXT NOT NULL UNIQUE,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  outcome TEXT NOT NULL
    CHECK (outcome IN ('accepted', 'accepted-with-notes', 'returned', 'refused')),
  code TEXT,
  note TEXT,
  remarks TEXT NOT NULL,
  answered_by TEXT,
  answered_at TEXT NOT NULL,
  previous TEXT,
  audit_head TEXT,
  is_short INTEGER NOT NULL CHECK (is_short IN (0, 1)),
  CHECK ((outcome = 'refused') = (code IS NOT NULL))
) STRICT;
INSERT INTO taken_receipt (bundle_id, statement_sha256, series, sequence, outcome, code, note,
    remarks, answered_by, answered_at, is_short)
  SELECT id, receipt_statement_sha256, '', 0,
    CASE receipt_outcome WHEN 'rejected' THEN 'refused' ELSE receipt_outcome END,
    receipt_code, NULL, '[]', NULL, COALESCE(received_at, sealed_at), 0
  FROM sent_bundle WHERE receipt_statement_sha256 IS NOT NULL;
CREATE INDEX taken_receipt_by_bundle ON taken_receipt (bundle_id, id);
CREATE INDEX taken_receipt_by_series ON taken_receipt (series, answered_at);
CREATE INDEX taken_receipt_by_previous ON taken_receipt (previous);
ALTER TABLE sent_bundle DROP COLUMN receipt_statement_sha256;
ALTER TABLE sent_bundle DROP COLUMN receipt_outcome;
ALTER TABLE sent_bundle DROP COLUMN receipt_code;
ALTER TABLE sent_bundle DROP COLUMN received_at;

CREATE TRIGGER remark_is_not_updated BEFORE UPDATE ON remark
BEGIN SELECT RAISE(ABORT, 'remark is append-only'); END;
CREATE TRIGGER remark_is_not_deleted BEFORE DELETE ON remark
BEGIN SELECT RAISE(ABORT, 'remark is append-only'); END;
CREATE TRIGGER issued_receipt_is_not_updated BEFORE UPDATE ON issued_receipt
BEGIN SELECT RAISE(ABORT, 'issued_receipt is append-only'); END;
CREATE TRIGGER issued_receipt_is_not_deleted BEFORE DELETE ON issued_receipt
BEGIN SELECT RAISE(ABORT, 'issued_receipt is append-only'); END;
CREATE TRIGGER taken_receipt_is_only_completed BEFORE UPDATE ON taken_receipt
WHEN OLD.is_short = 0 OR NEW.is_short = 1 OR NEW.id IS NOT OLD.id
  OR NEW.bundle_id IS NOT OLD.bundle_id OR NEW.statement_sha256 IS NOT OLD.statement_sha256
  OR NEW.series IS NOT OLD.series OR NEW.sequence IS NOT OLD.sequence
  OR NEW.outcome IS NOT OLD.outcome OR NEW.code IS NOT OLD.code
  OR NEW.answered_at IS NOT OLD.answered_at
BEGIN SELECT RAISE(ABORT, 'taken_receipt is append-only'); END;
CREATE TRIGGER taken_receipt_is_not_deleted BEFORE DELETE ON taken_receipt
BEGIN SELECT RAISE(ABORT, 'taken_receipt is append-only'); END;
`;
