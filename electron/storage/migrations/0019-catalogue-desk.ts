/**
 * Where a version of the catalogue came from, the draft of the next one, and versions that the province
 * sent and nobody accepted yet. What was done to the draft stays: each edit, and the whole draft that a
 * file took the place of or that somebody discarded.
 */
export const catalogueDesk = `
ALTER TABLE catalogue ADD COLUMN origin TEXT NOT NULL DEFAULT 'program';
UPDATE catalogue SET origin = 'taken'
WHERE version IN (SELECT CAST(object AS INTEGER) FROM audit_entry WHERE action = 'catalogue.take');

CREATE TABLE catalogue_draft (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  content TEXT NOT NULL,
  base_version INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE catalogue_draft_step (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL CHECK (action IN ('edit', 'load', 'discard')),
  edit TEXT CHECK ((edit IS NOT NULL) = (action = 'edit')),
  replaced TEXT,
  before_sha256 TEXT,
  after_sha256 TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER catalogue_draft_step_is_not_updated BEFORE UPDATE ON catalogue_draft_step
BEGIN SELECT RAISE(ABORT, 'catalogue_draft_step is append-only'); END;
CREATE TRIGGER catalogue_draft_step_is_not_deleted BEFORE DELETE ON catalogue_draft_step
BEGIN SELECT RAISE(ABORT, 'catalogue_draft_step is append-only'); END;

CREATE TABLE catalogue_offer (
  version INTEGER PRIMARY KEY,
  content TEXT NOT NULL,
  statement_sha256 TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT;
`;
