import BetterSqlite3 from 'better-sqlite3';

import type { ReadHandle } from '../../electron/storage/handle.ts';
import { openStore } from '../../electron/storage/open-store.ts';
import { storePath } from '../../electron/storage/store-file.ts';

/** The open store of a folder, which the test closes. */
export function openedStore(dataFolder: string): ReadHandle {
  const opened = openStore(dataFolder);
  if (!opened.ok) throw new Error(JSON.stringify(opened.refusal));
  return opened.value;
}

/** What opening refuses, or `opened`. */
export function openingOf(dataFolder: string): string {
  const opened = openStore(dataFolder);
  if (!opened.ok) return opened.refusal.code;
  opened.value.close();
  return 'opened';
}

/** Works on a store's file past the program, as any SQLite tool does. */
export function pastTheProgram(dataFolder: string, sql: string): void {
  const connection = new BetterSqlite3(storePath(dataFolder));
  connection.exec(sql);
  connection.close();
}
