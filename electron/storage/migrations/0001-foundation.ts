/** The first schema. Values are text as they were typed and in canonical form, never floats. */
export const foundation = `
CREATE TABLE store_identity (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  side TEXT NOT NULL CHECK (side IN ('district', 'province')),
  unit_code TEXT NOT NULL,
  series TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue (
  version INTEGER PRIMARY KEY,
  content TEXT NOT NULL,
  loaded_at TEXT NOT NULL
) STRICT;

CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  role TEXT NOT NULL,
  is_administrator INTEGER NOT NULL CHECK (is_administrator IN (0, 1)),
  password_hash TEXT NOT NULL,
  wrapped_key TEXT,
  failed_attempts INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE office_key (
  purpose TEXT PRIMARY KEY CHECK (purpose IN ('signing', 'working', 'escrow')),
  public_key TEXT NOT NULL,
  sealed_secret TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE keyring (
  version INTEGER PRIMARY KEY,
  statement TEXT NOT NULL,
  accepted_at TEXT NOT NULL
) STRICT;

CREATE TABLE enrolled_series (
  unit_code TEXT NOT NULL,
  series TEXT NOT NULL,
  accepted_at TEXT NOT NULL,
  PRIMARY KEY (unit_code, series)
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  id INTEGER PRIMARY KEY,
  unit_code TEXT NOT NULL,
  period_code TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  state TEXT NOT NULL,
  UNIQUE (unit_code, period_code)
) STRICT;

CREATE TABLE submission_event (
  id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL REFERENCES submission (id),
  revision INTEGER NOT NULL,
  action TEXT NOT NULL,
  from_state TEXT NOT NULL,
  to_state TEXT NOT NULL,
  account_id INTEGER NOT NULL REFERENCES account (id),
  at TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX submission_event_by_submission ON submission_event (submission_id, id);

CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,
  unit_code TEXT NOT NULL,
  period_code TEXT NOT NULL,
  form_code TEXT NOT NULL,
  UNIQUE (unit_code, period_code, form_code)
) STRICT;

CREATE TABLE cell_change (
  id INTEGER PRIMARY KEY,
  sheet_id INTEGER NOT NULL REFERENCES sheet (id),
  revision INTEGER NOT NULL,
  row_code TEXT NOT NULL,
  column_code TEXT NOT NULL,
  typed TEXT NOT NULL,
  canonical TEXT NOT NULL,
  fault TEXT,
  account_id INTEGER NOT NULL REFERENCES account (id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX cell_change_by_cell ON cell_change (sheet_id, row_code, column_code, id);

CREATE TABLE cell (
  sheet_id INTEGER NOT NULL REFERENCES sheet (id),
  row_code TEXT NOT NULL,
  column_code TEXT NOT NULL,
  typed TEXT NOT NULL,
  canonical TEXT NOT NULL,
  fault TEXT,
  change_id INTEGER NOT NULL REFERENCES cell_change (id),
  PRIMARY KEY (sheet_id, row_code, column_code)
) STRICT, WITHOUT ROWID;

CREATE TABLE audit_entry (
  n INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  object TEXT NOT NULL,
  detail TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TABLE sent_bundle (
  id INTEGER PRIMARY KEY,
  period_code TEXT NOT NULL,
  revision INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  series TEXT NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  statement_sha256 TEXT NOT NULL,
  content BLOB NOT NULL,
  audit_n INTEGER NOT NULL,
  prepared_by TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  sealed_by TEXT NOT NULL,
  sealed_at TEXT NOT NULL,
  copied_to TEXT,
  receipt_statement_sha256 TEXT,
  receipt_outcome TEXT,
  receipt_code TEXT,
  received_at TEXT,
  UNIQUE (series, sequence)
) STRICT;

CREATE TABLE received_bundle (
  id INTEGER PRIMARY KEY,
  unit_code TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  period_code TEXT NOT NULL,
  revision INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  statement_sha256 TEXT NOT NULL UNIQUE,
  content BLOB NOT NULL,
  audit_head TEXT NOT NULL,
  received_by TEXT NOT NULL,
  received_at TEXT NOT NULL,
  receipt_sequence INTEGER NOT NULL UNIQUE,
  receipt_file_name TEXT NOT NULL,
  receipt_content BLOB NOT NULL,
  UNIQUE (unit_code, series, sequence)
) STRICT;
CREATE INDEX received_bundle_by_period ON received_bundle (period_code, unit_code, revision);

CREATE TABLE received_observation (
  bundle_id INTEGER NOT NULL REFERENCES received_bundle (id),
  indicator_code TEXT NOT NULL,
  numerator TEXT NOT NULL,
  denominator TEXT NOT NULL,
  value TEXT NOT NULL,
  status TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (bundle_id, indicator_code)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER cell_change_is_not_updated BEFORE UPDATE ON cell_change
BEGIN SELECT RAISE(ABORT, 'cell_change is append-only'); END;
CREATE TRIGGER cell_change_is_not_deleted BEFORE DELETE ON cell_change
BEGIN SELECT RAISE(ABORT, 'cell_change is append-only'); END;
CREATE TRIGGER submission_event_is_not_updated BEFORE UPDATE ON submission_event
BEGIN SELECT RAISE(ABORT, 'submission_event is append-only'); END;
CREATE TRIGGER submission_event_is_not_deleted BEFORE DELETE ON submission_event
BEGIN SELECT RAISE(ABORT, 'submission_event is append-only'); END;
CREATE TRIGGER audit_entry_is_not_updated BEFORE UPDATE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
CREATE TRIGGER audit_entry_is_not_deleted BEFORE DELETE ON audit_entry
BEGIN SELECT RAISE(ABORT, 'audit_entry is append-only'); END;
`;
