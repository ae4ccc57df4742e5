/**
 * Locks of periods ("chốt số liệu") as they were signed, and that a lock was lifted. A lock is never
 * changed or taken away: lifting is a row of its own. `last_change` is the last change of a cell that a
 * lock stands on: of later ones it knows nothing.
 */
export const periodLocks = `
CREATE TABLE period_lock (
  id INTEGER PRIMARY KEY,
  period_code TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  sha256 TEXT NOT NULL UNIQUE,
  locked_by TEXT NOT NULL,
  locked_at TEXT NOT NULL,
  statement BLOB NOT NULL,
  last_change INTEGER NOT NULL CHECK (last_change >= 0),
  UNIQUE (period_code, number)
) STRICT;

CREATE TABLE period_unlock (
  lock_id INTEGER PRIMARY KEY REFERENCES period_lock (id),
  reason TEXT NOT NULL CHECK (length(reason) > 0),
  lifted_by TEXT NOT NULL,
  lifted_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER period_lock_is_not_updated BEFORE UPDATE ON period_lock
BEGIN SELECT RAISE(ABORT, 'period_lock is append-only'); END;
CREATE TRIGGER period_lock_is_not_deleted BEFORE DELETE ON period_lock
BEGIN SELECT RAISE(ABORT, 'period_lock is append-only'); END;
CREATE TRIGGER period_unlock_is_not_updated BEFORE UPDATE ON period_unlock
BEGIN SELECT RAISE(ABORT, 'period_unlock is append-only'); END;
CREATE TRIGGER period_unlock_is_not_deleted BEFORE DELETE ON period_unlock
BEGIN SELECT RAISE(ABORT, 'period_unlock is append-only'); END;
`;
