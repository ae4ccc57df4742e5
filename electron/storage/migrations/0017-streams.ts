/**
 * Bundles that are sound but for their place in a series are held apart and count for nothing; what
 * somebody decided about them, and between two series of one unit, is kept by digests. A fork that was
 * decided for has the number of another bundle, so numbers are no longer unique: digests are. Why a
 * unit revised a report, and which receipts were handed over, is kept beside them.
 */
export const streams = `
CREATE TABLE received_bundle_with_forks (
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
  -- The statement that it continues. Of what came before this table nobody kept it.
  prev TEXT
) STRICT;
INSERT INTO received_bundle_with_forks
  SELECT id, unit_code, series, sequence, period_code, revision, file_name, file_sha256,
    statement_sha256, audit_head, received_by, received_at, NULL
  FROM received_bundle;
DROP TABLE received_bundle;
ALTER TABLE received_bundle_with_forks RENAME TO received_bundle;
CREATE INDEX received_bundle_by_period ON received_bundle (period_code, unit_code, revision);
CREATE INDEX received_bundle_by_series ON received_bundle (unit_code, series, sequence);

CREATE TABLE held_bundle (
  id INTEGER PRIMARY KEY,
  unit_code TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  period_code TEXT NOT NULL,
  revision INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  statement_sha256 TEXT NOT NULL UNIQUE,
  prev TEXT,
  code TEXT NOT NULL,
  sealed_at TEXT NOT NULL,
  contents TEXT NOT NULL,
  held_by TEXT NOT NULL,
  held_at TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  content BLOB NOT NULL
) STRICT;
CREATE INDEX held_bundle_by_period ON held_bundle (period_code, unit_code);

CREATE TABLE stream_decision (
  id INTEGER PRIMARY KEY,
  unit_code TEXT NOT NULL,
  period_code TEXT NOT NULL,
  chosen TEXT,
  reason TEXT NOT NULL,
  last_received INTEGER NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  audit_n INTEGER NOT NULL REFERENCES audit_entry (n)
) STRICT;
CREATE INDEX stream_decision_by_period ON stream_decision (period_code, unit_code, id);

CREATE TABLE stream_set_aside (
  decision_id INTEGER NOT NULL REFERENCES stream_decision (id),
  statement_sha256 TEXT NOT NULL,
  PRIMARY KEY (decision_id, statement_sha256)
) STRICT, WITHOUT ROWID;
CREATE INDEX stream_set_aside_by_statement ON stream_set_aside (statement_sha256);

CREATE TABLE revision_reason (
  id INTEGER PRIMARY KEY,
  bundle_id INTEGER NOT NULL REFERENCES received_bundle (id),
  unit_code TEXT NOT NULL,
  series TEXT NOT NULL,
  period_code TEXT NOT NULL,
  revision INTEGER NOT NULL,
  reason TEXT NOT NULL,
  revised_at TEXT NOT NULL
) STRICT;
CREATE INDEX revision_reason_by_revision
  ON revision_reason (unit_code, series, period_code, revision);

CREATE TABLE handed_receipt (
  id INTEGER PRIMARY KEY,
  sequence INTEGER NOT NULL REFERENCES issued_receipt (sequence),
  way TEXT NOT NULL CHECK (way IN ('folder', 'outbox')),
  handed_by TEXT NOT NULL,
  handed_at TEXT NOT NULL
) STRICT;
CREATE INDEX handed_receipt_by_sequence ON handed_receipt (sequence);
-- What was signed before this was kept: whether it was handed over is not known, so nobody is asked.
INSERT INTO handed_receipt (sequence, way, handed_by, handed_at)
  SELECT sequence, 'folder', answered_by, answered_at FROM issued_receipt;
${['held_bundle', 'stream_decision', 'stream_set_aside', 'revision_reason', 'handed_receipt']
  .map(
    (table) => `
CREATE TRIGGER ${table}_is_not_updated BEFORE UPDATE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;
CREATE TRIGGER ${table}_is_not_deleted BEFORE DELETE ON ${table}
BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END;`,
  )
  .join('')}
`;
