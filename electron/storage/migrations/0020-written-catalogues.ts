/**
 * Which catalogues lie as files: a number is taken before its file is written, and the file may fail.
 * Of those that were issued before, all count as written, as was said of them then.
 */
export const writtenCatalogues = `
CREATE TABLE written_catalogue (
  issued_id INTEGER PRIMARY KEY REFERENCES issued_catalogue (id),
  written_at TEXT NOT NULL
) STRICT;
INSERT INTO written_catalogue SELECT id, issued_at FROM issued_catalogue;

CREATE TRIGGER written_catalogue_is_not_updated BEFORE UPDATE ON written_catalogue
BEGIN SELECT RAISE(ABORT, 'written_catalogue is append-only'); END;
CREATE TRIGGER written_catalogue_is_not_deleted BEFORE DELETE ON written_catalogue
BEGIN SELECT RAISE(ABORT, 'written_catalogue is append-only'); END;
`;
