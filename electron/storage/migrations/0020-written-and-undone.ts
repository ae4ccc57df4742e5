/**
 * Which catalogues lie as files: a number is taken before its file is written, and the file may fail.
 * Of those that were issued before, all count as written, as was said of them then.
 *
 * The last step of the draft can be undone, which is a step too. An edit keeps the parts that it
 * replaced, and whatever replaced a whole draft the version on which that one had begun; steps from
 * before have neither and stay done.
 */
export const writtenAndUndone = `
CREATE TABLE written_catalogue (
  issued_id INTEGER PRIMARY KEY REFERENCES issued_catalogue (id),
  written_at TEXT NOT NULL
) STRICT;
INSERT INTO written_catalogue SELECT id, issued_at FROM issued_catalogue;

CREATE TRIGGER written_catalogue_is_not_updated BEFORE UPDATE ON written_catalogue
BEGIN SELECT RAISE(ABORT, 'written_catalogue is append-only'); END;
CREATE TRIGGER written_catalogue_is_not_deleted BEFORE DELETE ON written_catalogue
BEGIN SELECT RAISE(ABORT, 'written_catalogue is append-only'); END;

ALTER TABLE catalogue_draft_step RENAME TO earlier_draft_step;
CREATE TABLE catalogue_draft_step (
  id INTEGER PRIMARY KEY,
  action TEXT NOT NULL CHECK (action IN ('edit', 'load', 'discard', 'undo')),
  edit TEXT CHECK ((edit IS NOT NULL) = (action = 'edit')),
  replaced TEXT,
  replaced_base INTEGER,
  undoes INTEGER UNIQUE CHECK ((undoes IS NOT NULL) = (action = 'undo')),
  before_sha256 TEXT,
  after_sha256 TEXT,
  changed_by TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
INSERT INTO catalogue_draft_step
SELECT id, action, edit, replaced, NULL, NULL, before_sha256, after_sha256, changed_by, changed_at
FROM earlier_draft_step;
DROP TABLE earlier_draft_step;

CREATE TRIGGER catalogue_draft_step_is_not_updated BEFORE UPDATE ON catalogue_draft_step
BEGIN SELECT RAISE(ABORT, 'catalogue_draft_step is append-only'); END;
CREATE TRIGGER catalogue_draft_step_is_not_deleted BEFORE DELETE ON catalogue_draft_step
BEGIN SELECT RAISE(ABORT, 'catalogue_draft_step is append-only'); END;
`;
