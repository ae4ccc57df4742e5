/**
 * Where a version of the catalogue came from, the draft of the next one, and versions that the province
 * sent and nobody accepted yet.
 */
export const catalogueDesk = `
ALTER TABLE catalogue ADD COLUMN origin TEXT NOT NULL DEFAULT 'program';
UPDATE catalogue SET origin = 'taken'
WHERE version IN (SELECT CAST(object AS INTEGER) FROM audit_entry WHERE action = 'catalogue.take');

CREATE TABLE catalogue_draft (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  content TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE catalogue_offer (
  version INTEGER PRIMARY KEY,
  content TEXT NOT NULL,
  statement_sha256 TEXT NOT NULL,
  signed_by TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT;
`;
