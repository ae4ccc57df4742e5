import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Check, Finding } from '#shared/domain/check.ts';
import { checksTouching, recheck, runChecks } from '#shared/domain/check-run.ts';
import { findingWords } from '#shared/domain/finding-words.ts';
import { cell, columnsOfRow, context, sheet, type TypedRows } from './check-samples.ts';

const rowsOf: Readonly<Record<string, readonly string[]>> = {
  B01: ['GRDP_SHARE_AGRI', 'GRDP_SHARE_INDCON', 'GRDP_SHARE_SERV', 'NTM_MODEL_COMMUNE', 'HDI'],
  B02: ['IV.1.1', 'IV.4.4', 'NV.001', 'NV.002'],
  B03: ['V.1', 'V.2', 'DA.001'],
  B04: ['10660', '10663', '10666'],
  CS: ['IV.2.1', 'IV.2.2'],
  TM: ['I', 'II.1'],
  KH: ['SO_KY_HIEU', 'HI_COVERAGE', 'POVERTY_RATE'],
  DA: ['DA.001', 'DA.002'],
};
const typedText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('', '-', '...', '0', '5', '12', '40', '100', '1.200') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('official', 'estimated', 'overdue', 'doneInTime', '2022'),
  },
  { weight: 1, arbitrary: fc.constantFrom('abc', '1 234.567', '-7', '6.2', '22/4/2022', 'NSTW') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);

type Sample = { readonly form: string; readonly typed: TypedRows };
const sample: fc.Arbitrary<Sample> = fc.constantFrom(...Object.keys(rowsOf)).chain((form) => {
  const rows = rowsOf[form] ?? [];
  const row = (code: string) =>
    fc.record(Object.fromEntries(columnsOfRow(form, code).map((column) => [column, typedText])), {
      requiredKeys: [],
    });
  return fc
    .record(Object.fromEntries(rows.map((code) => [code, row(code)])))
    .map((typed) => ({ form, typed: typed as TypedRows }));
});
const beside = (typed: TypedRows) =>
  context({
    previous: ['2023-04', typed],
    samePeriod: ['2022-08', typed],
    history: ['10', '11', '12', '11.5'],
    peers: ['20', '21', '22', '24'],
  });

describe('running checks (D80)', () => {
  it('D80 never throws, and says everything in words, whatever stands in the cells', () => {
    fc.assert(
      fc.property(sample, sample, ({ form, typed }, earlier) => {
        const found = runChecks(builtInCatalogue.checks, sheet(form, typed), beside(earlier.typed));
        for (const finding of found) {
          for (const language of ['vi', 'en'] as const) {
            const { text, how } = findingWords(finding, 'abc', language);
            expect(`${text} ${how}`).not.toMatch(/\{\{|undefined|findings\.|howComputed\./);
          }
        }
      }),
    );
  });

  it('D80 does not depend on the order of rows or checks', () => {
    fc.assert(
      fc.property(sample, fc.infiniteStream(fc.nat()), ({ form, typed }, numbers) => {
        const whole = sheet(form, typed);
        const around = beside(typed);
        const found = runChecks(builtInCatalogue.checks, whole, around);
        const shuffled = {
          form,
          rows: shuffle(whole.rows, numbers),
        };
        const other = runChecks(shuffle(builtInCatalogue.checks, numbers), shuffled, around);
        expect(sorted(other)).toEqual(sorted(found));
      }),
    );
  });

  it('D80 finds after one change what it would find anew, by what the cell touches alone', () => {
    fc.assert(
      fc.property(sample, fc.nat(), fc.nat(), typedText, (one, r, c, text) => {
        const { form, typed } = one;
        const rows = rowsOf[form] ?? [];
        const row = rows[r % rows.length] ?? '';
        const columns = columnsOfRow(form, row);
        const column = columns[c % columns.length] ?? '';
        const around = beside(typed);
        const before = runChecks(builtInCatalogue.checks, sheet(form, typed), around);
        const after = sheet(form, { ...typed, [row]: { ...typed[row], [column]: text } });
        expect(recheck(builtInCatalogue.checks, after, around, before, { row, column })).toEqual(
          runChecks(builtInCatalogue.checks, after, around),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('D80 knows the same of checks that look across rows and indicators', () => {
    const scope = { rows: null, indicators: null, when: [], unless: [] } as const;
    const base = { form: 'B04', severity: 'warning', message: 'other' } as const;
    const across: readonly Check[] = [
      { ...base, code: 'any', scope, kind: 'readable', parameters: { columns: null } },
      {
        ...base,
        code: 'blank',
        scope: { ...scope, unless: ['any'] },
        kind: 'required',
        parameters: { alternatives: [['*.numerator', '*.denominator']], of: 'begun-by-others' },
      },
      {
        ...base,
        code: 'sum',
        scope: { ...scope, unless: ['blank'] },
        kind: 'parts-sum-to-whole',
        parameters: {
          along: 'rows',
          column: '*.numerator',
          whole: { row: '10666' },
          parts: ['10660', '10663'],
          tolerance: '0' as never,
        },
      },
      {
        ...base,
        code: 'cross',
        scope: { ...scope, when: [{ column: 'HI_COVERAGE.numerator', is: 'number' }] },
        kind: 'not-zero',
        parameters: { column: '*.denominator' },
      },
    ];
    const some = ['HI_COVERAGE.numerator', 'HI_COVERAGE.denominator', 'POVERTY_RATE.numerator'];
    const row = fc.record(Object.fromEntries(some.map((column) => [column, typedText])));
    const rows = fc.record({ '10660': row, '10663': row, '10666': row });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom('10660', '10663', '10666'),
        fc.constantFrom(...some),
        typedText,
        (typed, at, column, text) => {
          const around = context();
          const before = runChecks(across, sheet('B04', typed), around);
          const after = sheet('B04', { ...typed, [at]: { ...typed[at], [column]: text } });
          expect(recheck(across, after, around, before, { row: at, column })).toEqual(
            runChecks(across, after, around),
          );
        },
      ),
      { numRuns: 400 },
    );
  });

  it('D80 touches a few checks only', () => {
    const codes = (form: string, row: string, column: string) =>
      checksTouching(builtInCatalogue.checks, form, { row, column }).map(({ check }) => check.code);
    expect(codes('B02', 'IV.1.1', 'progress')).toEqual([
      'b02-cell-unreadable',
      'b02-task-not-reported',
      'b02-state-missing',
      'b02-progress-out-of-range',
      'b02-done-below-hundred',
      'b02-not-started-with-progress',
    ]);
    expect(codes('B01', 'HI_COVERAGE', 'numerator')).not.toContain('b01-grdp-shares');
    expect(codes('B01', 'GRDP_SHARE_SERV', 'numerator')).toContain('b01-grdp-shares');
    expect(codes('TM', 'I', 'text')).toEqual(['tm-cell-unreadable', 'tm-section-empty']);
    expect(
      codes('B04', '10660', 'HI_COVERAGE.numerator').every((code) => code.startsWith('b04')),
    ).toBe(true);
  });

  it('D80 finds one cell of 25 communes and leaves the others as they are', () => {
    const communes = Array.from({ length: 25 }, (_, index) => String(10_000 + index));
    const columns = columnsOfRow('B04', '10000');
    const typed = Object.fromEntries(
      communes.map((row) => [row, Object.fromEntries(columns.map((column) => [column, '12']))]),
    );
    const whole = sheet('B04', typed);
    const around = context({ previous: ['2022-08', typed] });
    const before = runChecks(builtInCatalogue.checks, whole, around);
    const place = { row: '10003', column: 'HI_COVERAGE.numerator' };
    const changed = {
      form: 'B04',
      rows: whole.rows.map((row) =>
        row.row === place.row
          ? { ...row, cells: { ...row.cells, [place.column]: cell('B04', place.column, '130') } }
          : row,
      ),
    };
    const after = recheck(builtInCatalogue.checks, changed, around, before, place);
    const here = after.filter(({ row, column }) => row === place.row && column === place.column);
    expect(here.map(({ code }) => code)).toEqual(['b04-rate-out-of-range']);
    expect(after).toHaveLength(before.length + 1);
  });
});

function sorted(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => JSON.stringify(finding)).sort();
}

function shuffle<T>(list: readonly T[], numbers: fc.Stream<number>): readonly T[] {
  const keys = [...numbers.take(list.length)];
  return list
    .map((value, index) => ({ value, key: keys[index] ?? 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
