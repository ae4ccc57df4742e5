import { describe, expect, it } from 'vitest';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { recordedColumn } from '#shared/catalogue/forms/beside-column.ts';
import { findForm, indicatorOf } from '#shared/catalogue/forms/layout.ts';
import { readTyped } from '#shared/catalogue/sheets/cells.ts';

/** What is understood of a text in a cell of a form, in canonical form, or its fault. */
function read(formCode: string, row: string, columnCode: string, typed: string): string {
  const form = findForm(builtInCatalogue, formCode);
  const column = form === null ? null : recordedColumn(builtInCatalogue, form, columnCode);
  if (column === null) throw new Error(`${formCode} has no column ${columnCode}.`);
  const cell = readTyped(column, typed, indicatorOf(builtInCatalogue, row));
  return cell.fault ?? cell.canonical;
}

describe('a number with its unit behind it', () => {
  it.each([
    ['B03', 'V.1', 'plan', '45.000 triệu đồng', '45000'],
    ['B03', 'V.1', 'plan', '45.000 trieu dong', '45000'],
    ['B01', 'HI_COVERAGE', 'numerator', '121.800 người', '121800'],
    ['B01', 'HI_COVERAGE', 'value', '92,5%', '92.5'],
    ['B02', 'IV.1.1', 'progress', '80 %', '80'],
    ['B04', '11245', 'POVERTY_RATE.numerator', '31 hộ', '31'],
  ])('is read in %s, %s, %s: %s', (form, row, column, typed, canonical) => {
    expect(read(form, row, column, typed)).toBe(canonical);
  });

  it.each([
    ['B03', 'V.1', 'plan', '45 tỷ đồng'],
    ['B01', 'HI_COVERAGE', 'numerator', '121.800 hộ'],
    ['B04', '11245', 'POVERTY_RATE.numerator', '31 người'],
  ])('stays a draft where it is another unit: %s, %s, %s: %s', (form, row, column, typed) => {
    expect(read(form, row, column, typed)).toBe('number-unreadable');
  });
});
