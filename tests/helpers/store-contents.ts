import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

import type { TestOffice } from './world.ts';

/**
 * Everything that stands in an office's store, table by table: equal texts are equal stores. The
 * register of imports is left out unless asked for: it tells of every import, whatever came of it.
 */
export function storeContents(office: TestOffice, { register = false } = {}): string {
  const { store } = office.office;
  if (store === null) throw new Error('There is no open store.');
  const names = store
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all();
  return names
    .filter(({ name }) => register || !name.startsWith('import_'))
    .map(({ name }) => `${name} ${JSON.stringify(store.prepare(`SELECT * FROM "${name}"`).all())}`)
    .join('\n');
}

/** The same but for bundles that are held apart, and that they were: nothing else comes of them. */
export function storeBesideHeld(office: TestOffice): string {
  return storeContents(office)
    .split('\n')
    .filter((table) => !/^(held_bundle|audit_entry) /u.test(table))
    .concat(JSON.stringify(auditBesideHeld(office)))
    .join('\n');
}

function auditBesideHeld({ office: { store } }: TestOffice): readonly unknown[] {
  const entries = store?.prepare(
    "SELECT at, actor, action, object FROM audit_entry WHERE action <> 'bundle.hold'",
  );
  return entries?.all() ?? [];
}

/** The SHA-256 of a file, in hexadecimal. */
export function fileDigest(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

/** What the audit log of an office says of one kind of act, oldest first. */
export function auditOf(office: TestOffice, action: string): readonly unknown[] {
  const { store } = office.office;
  if (store === null) throw new Error('There is no open store.');
  return store
    .prepare<[string]>(
      'SELECT actor, role, object, detail FROM audit_entry WHERE action = ? ORDER BY n',
    )
    .all(action);
}
