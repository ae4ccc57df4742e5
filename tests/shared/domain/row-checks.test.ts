import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { bareContext } from '#shared/domain/check.ts';
import type { CheckedCell, Finding } from '#shared/domain/check.ts';
import { runChecks } from '#shared/domain/check-run.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import { columnsFor } from '#shared/domain/observation.ts';
import type { RowCells } from '#shared/domain/observation.ts';
import { parseDay } from '#shared/kit/clock.ts';
import { parsePeriodCode } from '#shared/domain/period.ts';
import { rowCells } from './observation-samples.ts';
import { indicator } from './samples.ts';

const cases = [
  ['HI_COVERAGE', { numerator: 'chín hai', denominator: '100' }, 'cell-unreadable', 'numerator'],
  ['HI_COVERAGE', { status: '' }, 'row-not-filled', 'numerator'],
  ['HDI', { status: '' }, 'row-not-filled', 'value'],
  ['HI_COVERAGE', { numerator: '92' }, 'row-half-filled', 'denominator'],
  ['HI_COVERAGE', { denominator: '100' }, 'row-half-filled', 'numerator'],
  ['HI_COVERAGE', { numerator: '92', value: '92' }, 'row-half-filled', 'denominator'],
  ['HI_COVERAGE', { note: 'sẽ bổ sung' }, 'row-half-filled', 'numerator'],
  ['HI_COVERAGE', { numerator: '92', denominator: '100', status: '' }, 'status-missing', 'status'],
  ['HI_COVERAGE', { numerator: '92', denominator: '0' }, 'denominator-zero', 'denominator'],
  [
    'NTM_MODEL_COMMUNE',
    { numerator: '17', denominator: '16' },
    'numerator-above-denominator',
    'numerator',
  ],
  ['HI_COVERAGE', { numerator: '130', denominator: '100' }, 'rate-out-of-range', 'numerator'],
  ['POOR_HH_REDUCTION', { numerator: '300', denominator: '100' }, 'rate-out-of-range', 'numerator'],
  ['HDI', { value: '1,2' }, 'rate-out-of-range', 'value'],
  ['HI_COVERAGE', { numerator: '40', denominator: '100' }, 'rate-unusual', 'numerator'],
  ['HI_COVERAGE', { value: '92' }, 'value-needs-note', 'note'],
] as const;

/** One row of Biểu 01, checked alone: nothing stands beside it, and no status is too early. */
function checkRow(indicator: Indicator, cells: RowCells): readonly Finding[] {
  const period = parsePeriodCode('2024-04');
  const today = parseDay('2024-04-25');
  if (period === null || today === null) throw new Error('no period or day');
  const taken: Record<string, CheckedCell> = {};
  for (const column of columnsFor(indicator)) taken[column] = cells[column];
  const context = bareContext(period, today, new Map([[indicator.code, indicator]]));
  const sheet = { form: 'B01', rows: [{ row: indicator.code, cells: taken }] };
  return runChecks(builtInCatalogue.checks, sheet, context);
}

function isBlocking(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity !== 'warning');
}

describe('checks of a row (D64)', () => {
  it.each(cases)('D64 finds in %s with %o: %s at %s', (code, typed, finding, column) => {
    expect(checkRow(indicator(code), rowCells(typed))).toMatchObject([
      { message: finding, column, row: code },
    ]);
  });

  it.each([
    { numerator: '92', denominator: '100' },
    { value: '-', status: '' },
    { value: '...', status: '' },
    { numerator: '-', denominator: '-', status: '' },
    { numerator: '...', denominator: '100', status: '' },
    { value: '92', note: 'Không có số tuyệt đối' },
  ] as const)('D64 is content with %o', (typed) => {
    expect(checkRow(indicator('HI_COVERAGE'), rowCells(typed))).toEqual([]);
  });

  it('D64 is content with the bounds themselves', () => {
    for (const typed of [
      { numerator: '120', denominator: '100' },
      { numerator: '60', denominator: '100' },
    ]) {
      const found = checkRow(indicator('HI_COVERAGE'), rowCells(typed));
      expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it('D64 blocks for errors and missing explanations, not for warnings', () => {
    const findings = (typed: Parameters<typeof rowCells>[0]) =>
      checkRow(indicator('HI_COVERAGE'), rowCells(typed));
    expect(isBlocking(findings({ numerator: '40', denominator: '100' }))).toBe(false);
    expect(isBlocking(findings({ value: '92' }))).toBe(true);
    expect(isBlocking(findings({ numerator: '92' }))).toBe(true);
    expect(isBlocking([])).toBe(false);
  });

  it('D64 checks anything that may be typed, and lets no faulty row pass', () => {
    const typed = fc.oneof(
      fc.constantFrom('', '-', '...', '0', '1.234', '92', 'abc', '1 234.567'),
      fc.string({ maxLength: 8 }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...builtInCatalogue.indicators),
        typed,
        typed,
        typed,
        (one, numerator, denominator, value) => {
          const cells = rowCells({ numerator, denominator, value });
          const found = checkRow(one, cells);
          const isFaulty =
            cells.value.fault !== null ||
            (one.formula.kind !== 'value' &&
              (cells.numerator.fault !== null || cells.denominator.fault !== null));
          if (isFaulty) expect(isBlocking(found)).toBe(true);
        },
      ),
    );
  });
});
