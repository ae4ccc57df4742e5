/**
 * Other installations of this unit that somebody compared by hand, what was handed to them, and what
 * was taken from them: how far each form came, so that an older file is known as such.
 */
export const pairedComputers = `
CREATE TABLE paired_computer (
  id INTEGER PRIMARY KEY,
  kid TEXT NOT NULL,
  public_key TEXT NOT NULL,
  recipient TEXT NOT NULL,
  series TEXT NOT NULL,
  name TEXT NOT NULL,
  paired_by TEXT NOT NULL,
  paired_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE UNIQUE INDEX paired_computer_once ON paired_computer (kid) WHERE removed_at IS NULL;

CREATE TABLE sent_drafts (
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  computer_id INTEGER NOT NULL REFERENCES paired_computer (id),
  period_code TEXT NOT NULL,
  statement_sha256 TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  sent_by TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  PRIMARY KEY (series, sequence)
) STRICT;

CREATE TABLE taken_drafts (
  id INTEGER PRIMARY KEY,
  kid TEXT NOT NULL,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  period_code TEXT NOT NULL,
  form_code TEXT NOT NULL,
  statement_sha256 TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  taken_at TEXT NOT NULL
) STRICT;
CREATE INDEX taken_drafts_of_form ON taken_drafts (kid, series, period_code, form_code, sequence);

CREATE TRIGGER paired_computer_is_only_removed
BEFORE UPDATE OF id, kid, public_key, recipient, series, name, paired_by, paired_at
ON paired_computer
BEGIN SELECT RAISE(ABORT, 'paired_computer is append-only'); END;
CREATE TRIGGER paired_computer_stays_removed BEFORE UPDATE ON paired_computer
WHEN OLD.removed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'paired_computer is append-only'); END;
CREATE TRIGGER paired_computer_is_not_deleted BEFORE DELETE ON paired_computer
BEGIN SELECT RAISE(ABORT, 'paired_computer is append-only'); END;
CREATE TRIGGER sent_drafts_is_not_updated BEFORE UPDATE ON sent_drafts
BEGIN SELECT RAISE(ABORT, 'sent_drafts is append-only'); END;
CREATE TRIGGER sent_drafts_is_not_deleted BEFORE DELETE ON sent_drafts
BEGIN SELECT RAISE(ABORT, 'sent_drafts is append-only'); END;
CREATE TRIGGER taken_drafts_is_not_updated BEFORE UPDATE ON taken_drafts
BEGIN SELECT RAISE(ABORT, 'taken_drafts is append-only'); END;
CREATE TRIGGER taken_drafts_is_not_deleted BEFORE DELETE ON taken_drafts
BEGIN SELECT RAISE(ABORT, 'taken_drafts is append-only'); END;
`;
