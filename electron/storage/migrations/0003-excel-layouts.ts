/**
 * How somebody matched the columns and rows of an office's own table, by the fingerprint of its
 * header: the next file of that layout is read the same way.
 */
export const excelLayouts = `
CREATE TABLE excel_layout (
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
  form_code TEXT NOT NULL,
  mapping TEXT NOT NULL,
  used_at TEXT NOT NULL,
  PRIMARY KEY (fingerprint, form_code)
) STRICT;
`;
