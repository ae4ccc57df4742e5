/**
 * Keys of people and what they signed: who prepared and who approved a report, at the unit that sends
 * it and at the province that receives it. A key lies under its person's password alone.
 */
export const signedActs = `
CREATE TABLE account_key (
  account_id INTEGER PRIMARY KEY REFERENCES account (id),
  public_key TEXT NOT NULL,
  sealed_seed TEXT NOT NULL,
  made_at TEXT NOT NULL
) STRICT;

CREATE TABLE submission_act (
  event_id INTEGER PRIMARY KEY REFERENCES submission_event (id),
  statement TEXT NOT NULL
) STRICT;

CREATE TABLE received_act (
  bundle_id INTEGER NOT NULL REFERENCES received_bundle (id),
  act TEXT NOT NULL CHECK (act IN ('prepare', 'approve', 'approve-on-paper')),
  name TEXT NOT NULL,
  at TEXT NOT NULL,
  kid TEXT,
  paper TEXT,
  PRIMARY KEY (bundle_id, act)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_act_by_key ON received_act (kid, bundle_id);

CREATE TRIGGER submission_act_is_not_updated BEFORE UPDATE ON submission_act
BEGIN SELECT RAISE(ABORT, 'submission_act is append-only'); END;
CREATE TRIGGER submission_act_is_not_deleted BEFORE DELETE ON submission_act
BEGIN SELECT RAISE(ABORT, 'submission_act is append-only'); END;
`;
