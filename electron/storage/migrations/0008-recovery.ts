/** The office's key once more, under the code on paper; a new code takes the place of the one before. */
export const recovery = `
CREATE TABLE recovery (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  wrapped_key TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;
`;
