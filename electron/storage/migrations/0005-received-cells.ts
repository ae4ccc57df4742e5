/** The cells of all forms that came with a bundle; Biểu 01's figures are its observations. */
export const receivedCells = `
CREATE TABLE received_cell (
  bundle_id INTEGER NOT NULL REFERENCES received_bundle (id),
  form_code TEXT NOT NULL,
  row_code TEXT NOT NULL,
  column_code TEXT NOT NULL,
  value TEXT NOT NULL CHECK (length(value) > 0),
  PRIMARY KEY (bundle_id, form_code, row_code, column_code)
) STRICT, WITHOUT ROWID;
`;
