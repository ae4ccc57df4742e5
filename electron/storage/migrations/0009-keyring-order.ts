/**
 * In which order keyrings were accepted. Their versions do not say it for certain: under a newer root
 * the numbering may begin anew.
 */
export const keyringOrder = `
ALTER TABLE keyring ADD COLUMN position INTEGER NOT NULL DEFAULT 0;
UPDATE keyring SET position = version;
`;
