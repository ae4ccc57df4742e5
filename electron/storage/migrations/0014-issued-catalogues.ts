/** Which catalogues the province handed to whom, under numbers that no receipt has. */
export const issuedCatalogues = `
CREATE TABLE issued_catalogue (
  id INTEGER PRIMARY KEY,
  series TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  version INTEGER NOT NULL REFERENCES catalogue (version),
  unit_code TEXT NOT NULL,
  statement_sha256 TEXT NOT NULL UNIQUE,
  file_name TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  UNIQUE (series, sequence)
) STRICT;

CREATE TRIGGER issued_catalogue_is_not_updated BEFORE UPDATE ON issued_catalogue
BEGIN SELECT RAISE(ABORT, 'issued_catalogue is append-only'); END;
CREATE TRIGGER issued_catalogue_is_not_deleted BEFORE DELETE ON issued_catalogue
BEGIN SELECT RAISE(ABORT, 'issued_catalogue is append-only'); END;
`;
