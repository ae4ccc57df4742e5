import { describe, expect, it, onTestFinished } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { isFilledBy } from '#shared/domain/observation.ts';

import { openSampleOffice } from '../../build/sample/office.ts';
import { samplePassword } from '../../build/sample/people.ts';
import { provinceSampleRows, sampleRows, sampleUnits } from '../../build/sample/values.ts';
import { approve, openSample, recordRows, reportState, setUp } from '../../build/sample/work.ts';
import { temporaryFolder } from '../helpers/world.ts';

const rowsOf = (side: 'district' | 'province') =>
  builtInCatalogue.indicators
    .filter((indicator) => isFilledBy(indicator, side))
    .map(({ code }) => code)
    .sort();

describe('the sample figures', () => {
  it('answer every indicator of every district, and say in every row that they are samples', () => {
    expect(sampleUnits).toHaveLength(12);
    for (const rows of [...sampleUnits.map(sampleRows), provinceSampleRows()]) {
      for (const { row, cells } of rows) {
        const note = cells.find(({ column }) => column === 'note');
        expect([row, note?.typed]).toEqual([row, expect.stringMatching(/^Số liệu mẫu/)]);
      }
    }
    for (const unit of sampleUnits) {
      expect(
        sampleRows(unit)
          .map(({ row }) => row)
          .sort(),
      ).toEqual(rowsOf('district'));
    }
    expect(
      provinceSampleRows()
        .map(({ row }) => row)
        .sort(),
    ).toEqual(rowsOf('province'));
  });

  it('hold "-" and "..." besides numbers', () => {
    const typed = sampleUnits
      .flatMap(sampleRows)
      .flatMap(({ cells }) => cells.map((cell) => cell.typed));
    expect(typed.filter((text) => text === '-').length).toBeGreaterThan(0);
    expect(typed.filter((text) => text === '...')).toHaveLength(1);
  });

  it('pass every check of the sheet, so that a sample office can be taken to approval', async () => {
    const folder = temporaryFolder('sample', onTestFinished);
    const office = openSampleOffice(folder, '0.0.0-test');
    onTestFinished(office.close);
    await setUp(office, 'district', '293');
    for (const unit of sampleUnits) {
      await recordRows(office, sampleRows(unit));
      const { findings, filled, toFill } = await openSample(office);
      expect([unit, findings, filled]).toEqual([unit, [], toFill]);
    }
    await approve(office);
    expect(await reportState(office)).toBe('approved');
    await expect(
      office.must('session.signIn', { name: 'lanhdao', password: `${samplePassword}.` }),
    ).rejects.toThrow('password-wrong');
  });
});
