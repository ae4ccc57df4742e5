import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { describe, expect, it } from 'vitest';

import {
  cellAt,
  editedBy,
  exported,
  found,
  nameOf,
  newFolder,
  newOffice,
  outcomes,
  previewOf,
} from '../helpers/excel-files.ts';
import { fillSheet } from '../helpers/exchange.ts';
import { record } from '../helpers/sheets.ts';
import { august2022 } from '../helpers/world.ts';

const run = promisify(execFile);
const longest = 120_000;

/** Has LibreOffice Calc open a file and save it anew; gives the new one. */
async function savedByCalc(path: string): Promise<string> {
  const folder = newFolder();
  const profile = join(folder, 'profile');
  mkdirSync(profile);
  await run('soffice', [
    `-env:UserInstallation=${pathToFileURL(profile).href}`,
    '--headless',
    '--convert-to',
    'xlsx',
    '--outdir',
    folder,
    path,
  ]);
  return join(folder, basename(path));
}

describe('a template that LibreOffice opened and saved', () => {
  it(
    'is known cell by cell, and changes nothing',
    async () => {
      const office = await newOffice();
      await fillSheet(office);
      await record(office, august2022, 'V.1', 'plan', '1.250,5', 'B03');
      await record(office, august2022, 'IV.1.1', 'state', 'ongoing', 'B02');
      await record(office, august2022, 'IV.1.1', 'deadline', '31/8/2022', 'B02');
      await record(office, august2022, 'I', 'text', 'Huyện uỷ, UBND huyện…\n- Đã ban hành', 'TM');
      for (const form of ['B01', 'B02', 'B03', 'B04', 'CS', 'TM']) {
        const saved = await savedByCalc(await exported(office, form));
        const preview = await previewOf(office, saved, form);
        expect([form, Object.keys(outcomes(preview))]).toEqual([form, ['unchanged']]);
        expect(preview.free).toBeNull();
      }
    },
    longest,
  );

  it(
    'brings back what was typed into it, and no other cell',
    async () => {
      const office = await newOffice();
      await fillSheet(office);
      const path = await exported(office, 'B01');
      await editedBy(path, (sheet) => {
        cellAt(sheet, nameOf('HI_COVERAGE'), 'Tử số\n').value = 65_001;
        cellAt(sheet, nameOf('HI_COVERAGE'), 'Ghi chú').value = 'Số của BHXH huyện';
      });
      const preview = await previewOf(office, await savedByCalc(path));
      const { unchanged, ...others } = outcomes(preview);
      expect(others).toEqual({ changed: 1, new: 1 });
      expect(unchanged).toBeGreaterThan(40);
      expect(found(preview, 'HI_COVERAGE', 'numerator').after).toBe('65001');
      expect(found(preview, 'HI_COVERAGE', 'note').after).toBe('Số của BHXH huyện');
    },
    longest,
  );
});
