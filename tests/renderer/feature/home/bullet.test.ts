import { describe, expect, it } from 'vitest';

import type { SheetRow } from '#shared/catalogue/sheets/sheet.ts';
import { bulletsOf, withoutFigure } from '../../../../renderer/feature/home/bullet.ts';
import { provinceRow, sheetRow } from '../../state/rows.ts';

function against(row: string, rate: string, comparison: string, target: string): SheetRow {
  return sheetRow(row, {
    rate: { kind: 'number', number: rate, decimals: 1 },
    provinceTarget: { value: target, comparison, horizon: '2022' },
  });
}

describe('figures against the targets of the province', () => {
  it('puts what is furthest from its target first', () => {
    const rows = [
      against('met', '95', '>=', '92'),
      against('far', '20', '>=', '40'),
      against('near', '36', '>=', '40'),
      against('above', '3', '<=', '2'),
    ];
    expect(bulletsOf(rows).map(({ row }) => row.row)).toEqual(['far', 'above', 'near', 'met']);
  });

  it('draws bar and mark on one scale that has room for both', () => {
    const [bullet] = bulletsOf([against('A', '46', '>=', '92')]);
    expect(bullet).toMatchObject({ from: '0', length: '43.4783', mark: '86.9565' });
  });

  it('draws a negative figure to the left of zero', () => {
    const [bullet] = bulletsOf([against('A', '-5', '>=', '10')]);
    expect(bullet).toMatchObject({ from: '0', length: '30.303' });
  });

  it('leaves out rows without a figure or a target, and counts those still to come', () => {
    const target = { value: '10', comparison: '>=', horizon: '2022' };
    const rows = [sheetRow('A', { provinceTarget: target }), provinceRow('P'), sheetRow('B')];
    expect(bulletsOf(rows)).toEqual([]);
    expect(withoutFigure(rows)).toBe(1);
  });
});
