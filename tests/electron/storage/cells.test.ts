import { describe, expect, it, onTestFinished } from 'vitest';

import { findSheet, listCells, listSilentlyChanged } from '../../../electron/storage/cells.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import { record } from '../../helpers/sheets.ts';
import { openedStore, pastTheProgram } from '../../helpers/stores.ts';
import { august2022, setUpOffice, temporaryFolder } from '../../helpers/world.ts';

/** A store with three saved cells of one row, closed. */
async function storeWithCells(): Promise<string> {
  const folder = temporaryFolder('cells', onTestFinished);
  const office = await setUpOffice(folder, 'district', '300');
  for (const [column, typed] of [
    ['numerator', '90'],
    ['numerator', '91'],
    ['denominator', '100'],
    ['note', 'tạm tính'],
  ] as const) {
    await record(office, august2022, 'HI_COVERAGE', column, typed);
  }
  office.close();
  return folder;
}

function changedRows(folder: string): readonly string[] {
  const unit = parseUnitCode('300');
  const store = openedStore(folder);
  const sheet = unit === null ? null : findSheet(store, unit, august2022, 'B01');
  if (sheet === null) throw new Error('no sheet');
  expect(listCells(store, sheet).length).toBeGreaterThan(1);
  const changed = listSilentlyChanged(store, sheet);
  store.close();
  return changed;
}

describe('cells that somebody changed past the program', () => {
  it('are none after honest work', async () => {
    expect(changedRows(await storeWithCells())).toEqual([]);
  });

  it.each([
    ['another figure', "UPDATE cell SET canonical = '99' WHERE column_code = 'numerator'"],
    ['another text', "UPDATE cell SET typed = '99' WHERE column_code = 'numerator'"],
    ['a hidden fault', "UPDATE cell SET fault = 'number-unreadable' WHERE column_code = 'note'"],
    ['a removed cell', "DELETE FROM cell WHERE column_code = 'denominator'"],
    [
      'an older value, with the change that once held it',
      `UPDATE cell SET typed = '90', canonical = '90', change_id = 1
       WHERE column_code = 'numerator'`,
    ],
    [
      'a cell that nobody recorded',
      `INSERT INTO cell SELECT sheet_id, 'HI_COVERAGE', 'value', '1', '1', NULL, change_id
       FROM cell LIMIT 1`,
    ],
  ])('are found: %s', async (_, sql) => {
    const folder = await storeWithCells();
    pastTheProgram(folder, sql);
    expect(changedRows(folder)).toEqual(['HI_COVERAGE']);
  });
});
