import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';

import { ownRowCode } from '#shared/catalogue/forms/layout.ts';
import { makeDurable } from '../../electron/storage/open-store.ts';
import { august2022, setUpOffice } from '../helpers/world.ts';
import { compare, interleave, timed } from './rounds.ts';
import type { Comparison } from './rounds.ts';

const roundCount = 9;
const rows = 125;
const columns = [
  'name',
  'lead',
  'cooperating',
  'deadline',
  'product',
  'progress',
  'result',
  'proposal',
] as const;

/** A thousand cells pasted at once through the router, against a thousand upserts in one transaction. */
export async function benchPaste(folder: string): Promise<Comparison> {
  const office = await setUpOffice(join(folder, 'paste'), 'district', '300');
  const raw = new BetterSqlite3(join(folder, 'paste', 'raw.sqlite3'));
  makeDurable(raw);
  raw.exec(`CREATE TABLE cell (
    sheet_id INTEGER NOT NULL, row_code TEXT NOT NULL, column_code TEXT NOT NULL,
    typed TEXT NOT NULL, canonical TEXT NOT NULL, fault TEXT,
    PRIMARY KEY (sheet_id, row_code, column_code)) STRICT, WITHOUT ROWID`);
  const upsert = raw.prepare<[string, string, string, string]>(`INSERT INTO cell
    VALUES (1, ?, ?, ?, ?, NULL) ON CONFLICT DO UPDATE SET
    typed = excluded.typed, canonical = excluded.canonical, fault = excluded.fault`);
  const upsertAll = raw.transaction((cells: readonly Cell[]) => {
    for (const { row, column, typed } of cells) upsert.run(row, column, typed, typed);
  });
  let turn = 0;
  const next = (): readonly Cell[] => {
    turn += 1;
    return block(turn);
  };
  const paste = (): Promise<number> => {
    const cells = [...next()];
    return timed(() => office.must('sheet.record', { period: august2022, form: 'B02', cells }));
  };
  const reference = (): Promise<number> => {
    const cells = next();
    return timed(() => {
      upsertAll.immediate(cells);
    });
  };
  try {
    await paste();
    await reference();
    return compare(
      {
        what: 'paste 1,000 cells',
        unit: 'ms',
        aim: 2,
        note: 'through the router, with history and audit, against 1,000 upserts in one transaction',
      },
      await interleave(roundCount, paste, reference),
    );
  } finally {
    raw.close();
    office.close();
  }
}

type Cell = { readonly row: string; readonly column: string; readonly typed: string };

/** Texts and numbers that differ from those of every other turn. */
function block(turn: number): readonly Cell[] {
  return Array.from({ length: rows }, (_, at) => at + 1).flatMap((row) =>
    columns.map((column) => ({
      row: ownRowCode('NV', row),
      column,
      typed:
        column === 'progress'
          ? String((row + turn) % 101)
          : `Nội dung ${String(row)} của lần ${String(turn)}`,
    })),
  );
}
