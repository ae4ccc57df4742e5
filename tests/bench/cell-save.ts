import { join } from 'node:path';

import BetterSqlite3 from 'better-sqlite3';

import { makeDurable } from '../../electron/storage/open-store.ts';
import { fillSheet } from '../helpers/exchange.ts';
import { record } from '../helpers/sheets.ts';
import { august2022, setUpOffice } from '../helpers/world.ts';
import { compare, interleave, timed } from './rounds.ts';
import type { Comparison } from './rounds.ts';

const roundCount = 9;
const savesInRound = 40;

/** A cell saved through the router, against one upsert of the same cell on the same disk. */
export async function benchCellSave(folder: string): Promise<Comparison> {
  const office = await setUpOffice(join(folder, 'cell-save'), 'district', '300');
  await fillSheet(office);
  const raw = new BetterSqlite3(join(folder, 'cell-save', 'raw.sqlite3'));
  makeDurable(raw);
  raw.exec(`CREATE TABLE cell (
    sheet_id INTEGER NOT NULL, row_code TEXT NOT NULL, column_code TEXT NOT NULL,
    typed TEXT NOT NULL, canonical TEXT NOT NULL, fault TEXT,
    PRIMARY KEY (sheet_id, row_code, column_code)) STRICT, WITHOUT ROWID`);
  const upsert = raw.prepare(`INSERT INTO cell VALUES (1, 'POVERTY_RATE', 'numerator', ?, ?, NULL)
    ON CONFLICT DO UPDATE SET typed = excluded.typed, canonical = excluded.canonical`);
  let turn = 0;
  const next = (): string => {
    turn += 1;
    return String(600 + (turn % 300));
  };
  const save = async (): Promise<void> => {
    await record(office, august2022, 'POVERTY_RATE', 'numerator', next());
  };
  const upsertOnce = (): Promise<void> => {
    const typed = next();
    upsert.run(typed, typed);
    return Promise.resolve();
  };
  try {
    await perSave(save);
    await perSave(upsertOnce);
    const rounds = await interleave(
      roundCount,
      () => perSave(save),
      () => perSave(upsertOnce),
    );
    return compare(
      {
        what: 'save a cell',
        unit: 'ms',
        aim: 1.5,
        note: 'through the router, against one raw upsert; both WAL with synchronous=FULL',
      },
      rounds,
    );
  } finally {
    raw.close();
    office.close();
  }
}

/** Milliseconds of one save, over a row of them. */
async function perSave(save: () => Promise<void>): Promise<number> {
  const all = await timed(async () => {
    for (let count = 0; count < savesInRound; count += 1) await save();
  });
  return all / savesInRound;
}
