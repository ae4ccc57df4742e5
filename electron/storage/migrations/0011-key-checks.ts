/**
 * When a key that is kept outside the store was last put on paper, and last tried: the escrow key
 * under its age recipient, root keys under their key ids. Nothing here is secret.
 */
export const keyChecks = `
CREATE TABLE key_check (
  key TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('printed', 'tested')),
  at TEXT NOT NULL,
  PRIMARY KEY (key, kind)
) STRICT;
`;
