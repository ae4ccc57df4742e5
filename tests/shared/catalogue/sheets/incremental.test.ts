import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { recordedColumn } from '#shared/catalogue/forms/beside-column.ts';
import { mostOwnRows, ownRowCode } from '#shared/catalogue/forms/layout.ts';
import { noCells, readTyped } from '#shared/catalogue/sheets/cells.ts';
import type { CellsByRow } from '#shared/catalogue/sheets/cells.ts';
import { carriedOver } from '#shared/catalogue/sheets/sheet.ts';
import { beside, deriverOf, formOf, haiDuong } from './samples.ts';
import type { Beside } from './samples.ts';

/** One cell that somebody types, or that was taken over from the report before. */
type Edit = {
  readonly row: string;
  readonly column: string;
  readonly typed: string;
  readonly isCarried: boolean;
};

const [commune = '', other = ''] = builtInCatalogue.units
  .filter(({ parent }) => parent === haiDuong)
  .map(({ code }) => code as string);

/** A report with a year before it, communes, a register and a plan beside it. */
const facts: Beside = {
  unit: haiDuong,
  period: '2023-08',
  related: [
    beside('B01', {
      HI_COVERAGE: { numerator: '90', denominator: '100', status: 'official' },
      NTM_MODEL_COMMUNE: { numerator: '3', denominator: '16' },
    }),
    beside('B03', { 'V.1': { plan: '900', inPeriod: '50', cumulative: '200' } }),
    beside('B04', { [commune]: { 'HI_COVERAGE.numerator': '5', 'HI_COVERAGE.denominator': '9' } }),
    beside(
      'B04',
      { [other]: { 'POVERTY_RATE.numerator': '1', 'POVERTY_RATE.denominator': '50' } },
      '2023-08',
    ),
    beside('DA', { 'DA.001': { name: 'Đường trục xã' } }, '2022-KH'),
  ],
};

const typed = fc.oneof(
  fc.constantFrom('', '-', '...', '0', '1', '92', '100', '6,2', '-5', 'năm', '1.234,5', '101', 'x'),
  fc.constantFrom(
    'estimated',
    'official',
    'ongoing',
    'overdue',
    'doneInTime',
    '22/4/2022',
    '31/4/2022',
  ),
  fc.integer({ min: -2000, max: 2000 }).map(String),
);

/** Random edits of a form, in rows and columns that somebody could reach: few, so that they meet. */
function editsOf(form: string): fc.Arbitrary<readonly (readonly Edit[])[]> {
  const { rows } = deriverOf(form, facts)(new Map());
  const own = form === 'B02' || form === 'DA' ? [1, 2, 3, mostOwnRows] : [];
  const prefix = form === 'B02' ? 'NV' : form;
  const places = [
    ...rows
      .slice(0, 6)
      .concat(rows.slice(-3))
      .flatMap(({ row, fillable, isTotal, isOwn }) =>
        isTotal || isOwn
          ? []
          : [...fillable.slice(0, 9), 'why.b01-rate-unusual.result'].map((column) => ({
              row,
              column,
            })),
      ),
    ...own.flatMap((number) =>
      formOf(form).columns.flatMap((column) =>
        column.kind === 'indicators' || column.kind === 'computed'
          ? []
          : [{ row: ownRowCode(prefix, number), column: column.code }],
      ),
    ),
  ];
  const edit = fc
    .tuple(fc.constantFrom(...places), typed, fc.integer({ min: 0, max: 9 }))
    .map(([place, text, dice]) => ({ ...place, typed: text, isCarried: dice === 0 }));
  const inOneRow = fc
    .tuple(fc.constantFrom(...places), fc.array(edit, { minLength: 2, maxLength: 4 }))
    .map(([{ row }, edits]) =>
      edits.filter(({ column }) => isPlace(places, row, column)).map((one) => ({ ...one, row })),
    );
  // Mostly one cell at a time, as people type; now and then a part of a row, or a block.
  const step = fc.oneof(
    { weight: 3, arbitrary: edit.map((one) => [one]) },
    { weight: 2, arbitrary: inOneRow },
    { weight: 1, arbitrary: fc.array(edit, { minLength: 2, maxLength: 5 }) },
  );
  return fc.array(step, { minLength: 1, maxLength: 12 });
}

function isPlace(places: readonly { row: string; column: string }[], row: string, column: string) {
  return places.some((place) => place.row === row && place.column === column);
}

function edited(form: string, cells: CellsByRow, edits: readonly Edit[]): CellsByRow {
  const all = new Map(cells);
  for (const { row, column, typed: text, isCarried } of edits) {
    const known = recordedColumn(builtInCatalogue, formOf(form), column);
    if (known === null) throw new Error(`${form} has no column ${column}.`);
    const cell = readTyped(known, text, null);
    const fault = isCarried && cell.fault === null ? carriedOver : cell.fault;
    all.set(row, new Map(all.get(row) ?? noCells).set(column, { ...cell, fault }));
  }
  return all;
}

describe('a sheet that is derived again and again while somebody types', () => {
  it.each(builtInCatalogue.forms.map(({ code }) => code))(
    '%s is always what it would be if it were opened anew',
    (form) => {
      const plan = formOf(form).periods === 'plan';
      const own: Beside = plan ? { unit: haiDuong, period: '2022-KH' } : facts;
      fc.assert(
        fc.property(editsOf(form), (steps) => {
          const derive = deriverOf(form, own);
          let cells: CellsByRow = new Map();
          for (const edits of steps) {
            cells = edited(form, cells, edits);
            expect(derive(cells)).toEqual(deriverOf(form, own)(cells));
          }
        }),
        { numRuns: form === 'B04' ? 15 : 40 },
      );
    },
    60_000,
  );

  it('is the same whichever texts were tried in between', () => {
    fc.assert(
      fc.property(editsOf('B01'), editsOf('B01'), (kept, tried) => {
        const derive = deriverOf('B01', facts);
        const cells = kept.reduce<CellsByRow>((all, edits) => edited('B01', all, edits), new Map());
        const before = derive(cells);
        for (const edits of tried) derive(edited('B01', cells, edits));
        expect(derive(cells)).toEqual(before);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});
