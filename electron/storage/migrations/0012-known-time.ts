/**
 * What the province is known to have said and when; what a received bundle says of its own time, and
 * of the keyring and catalogue that it was sealed under. Bundles from before know neither.
 */
export const knownTime = `
CREATE TABLE province_word (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  latest TEXT NOT NULL,
  latest_in TEXT NOT NULL CHECK (latest_in IN ('receipt', 'keyring')),
  keyring INTEGER,
  keyring_at TEXT,
  catalogue INTEGER
) STRICT;

INSERT INTO province_word (only_row, latest, latest_in)
  SELECT 1, latest, 'receipt' FROM (SELECT MAX(received_at) AS latest FROM sent_bundle)
  WHERE latest IS NOT NULL;

CREATE TABLE received_sealing (
  bundle_id INTEGER PRIMARY KEY REFERENCES received_bundle (id),
  sealed_at TEXT NOT NULL,
  keyring INTEGER NOT NULL,
  keyring_issued TEXT,
  catalogue INTEGER NOT NULL
) STRICT;

CREATE INDEX audit_entry_by_time ON audit_entry (at);
`;
