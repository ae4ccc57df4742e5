/**
 * Every change names the one before it of the same cell, and the cell names its latest: a cell's
 * history is a walk along these links. The index by cell that this replaces cost more with every
 * change kept, since a pasted block touched it all over; the one by sheet grows at its end alone.
 */
export const changeLinks = `
DROP TRIGGER cell_change_is_not_updated;
ALTER TABLE cell_change ADD COLUMN previous_id INTEGER REFERENCES cell_change (id);
UPDATE cell_change SET previous_id = (
  SELECT MAX(earlier.id) FROM cell_change AS earlier
  WHERE earlier.sheet_id = cell_change.sheet_id AND earlier.row_code = cell_change.row_code
    AND earlier.column_code = cell_change.column_code AND earlier.id < cell_change.id
);
DROP INDEX cell_change_by_cell;
CREATE INDEX cell_change_by_sheet ON cell_change (sheet_id);
CREATE TRIGGER cell_change_is_not_updated BEFORE UPDATE ON cell_change
BEGIN SELECT RAISE(ABORT, 'cell_change is append-only'); END;
`;
