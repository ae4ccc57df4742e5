import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { columnsOf, communeForm } from '#shared/catalogue/forms/layout.ts';
import { readCatalogue } from '#shared/catalogue/read-catalogue.ts';
import { shownOf } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetData } from '#shared/catalogue/sheets/sheet.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import { parseDay } from '#shared/kit/clock.ts';

const row = 'POVERTY_RATE';

/** The plan with one more thing that communes count and that simply adds up. */
function catalogue(): Catalogue {
  const read = readCatalogue({
    ...builtInCatalogue,
    indicators: builtInCatalogue.indicators.map((one) =>
      one.code === row
        ? { ...one, aggregation: 'sum', formula: { kind: 'value', text: one.name } }
        : one,
    ),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}

function sheetWith(values: readonly string[]): SheetData {
  const [period, unit, today] = [
    parsePeriodCode('2022-08'),
    parseUnitCode('300'),
    parseDay('2022-08-24'),
  ];
  if (period === null || unit === null || today === null) throw new Error('codes');
  const communes = builtInCatalogue.units.filter(({ parent }) => parent === '300');
  const cells = values.map((canonical, at) => ({
    row: communes[at]?.code ?? '',
    column: `${row}.value`,
    typed: canonical,
    canonical,
    fault: null,
  }));
  const related = [{ period, form: 'B04', cells }];
  return { unit, side: 'district', period, form: 'B01', today, cells: [], related };
}

describe('values that communes add up to', () => {
  it('D140 have one column in the communes’ form, and feed the unit’s row', () => {
    const plan = catalogue();
    const form = communeForm(plan);
    if (form === null) throw new Error('no form of communes');
    const columns = columnsOf(plan, { ...form }).filter(({ code }) => code.startsWith(`${row}.`));
    expect(columns.map(({ code, kind }) => [code, kind])).toEqual([[`${row}.value`, 'number']]);
    expect(resultOf(plan, ['12', '7.5', '-'])).toMatchObject({ kind: 'number', number: '19.5' });
    expect(resultOf(plan, ['12', '...'])).toMatchObject({ kind: 'missing' });
  });
});

function resultOf(plan: Catalogue, values: readonly string[]): unknown {
  const opened = { ...sheetWith(values), ...nothingElse };
  const view = viewSheet(plan, opened as unknown as Parameters<typeof viewSheet>[1], 'vi');
  const found = view.rows.find((each) => each.row === row);
  if (found === undefined) throw new Error('no such row');
  expect(found.fillable).not.toContain('value');
  return shownOf(found, 'result');
}

/** What an opened sheet has besides and these rules do not read. */
const nothingElse = { submission: null, mayRecord: true, lastSavedAt: null };
