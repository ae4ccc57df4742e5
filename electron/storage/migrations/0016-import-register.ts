/**
 * The register of imports: each time that files were taken in, who did it and from where, what became
 * of every file, and how it ended. A run without an end was cut off, or still goes on.
 */
export const importRegister = `
CREATE TABLE import_run (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  files INTEGER NOT NULL,
  begun_by TEXT NOT NULL,
  begun_at TEXT NOT NULL
) STRICT;

CREATE TABLE import_file (
  run_id INTEGER NOT NULL REFERENCES import_run (id),
  position INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  code TEXT,
  facts TEXT NOT NULL,
  unit_code TEXT,
  period_code TEXT,
  revision INTEGER,
  replaced_revision INTEGER,
  replaced_at TEXT,
  is_answerable INTEGER NOT NULL,
  quarantine TEXT,
  PRIMARY KEY (run_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE import_end (
  run_id INTEGER PRIMARY KEY REFERENCES import_run (id),
  how TEXT NOT NULL,
  receipts INTEGER NOT NULL,
  ended_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER import_run_is_not_updated BEFORE UPDATE ON import_run
BEGIN SELECT RAISE(ABORT, 'import_run is append-only'); END;
CREATE TRIGGER import_run_is_not_deleted BEFORE DELETE ON import_run
BEGIN SELECT RAISE(ABORT, 'import_run is append-only'); END;
CREATE TRIGGER import_file_is_not_updated BEFORE UPDATE ON import_file
BEGIN SELECT RAISE(ABORT, 'import_file is append-only'); END;
CREATE TRIGGER import_file_is_not_deleted BEFORE DELETE ON import_file
BEGIN SELECT RAISE(ABORT, 'import_file is append-only'); END;
CREATE TRIGGER import_end_is_not_updated BEFORE UPDATE ON import_end
BEGIN SELECT RAISE(ABORT, 'import_end is append-only'); END;
CREATE TRIGGER import_end_is_not_deleted BEFORE DELETE ON import_end
BEGIN SELECT RAISE(ABORT, 'import_end is append-only'); END;
`;
