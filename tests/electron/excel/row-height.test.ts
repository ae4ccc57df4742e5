import { describe, expect, it } from 'vitest';

import { heightFor } from '../../../electron/excel/row-height.ts';

const line = heightFor([{ text: 'một dòng', width: 20 }]);
const linesOf = (text: string, width: number): number => heightFor([{ text, width }]) / line;

describe('the height of a row', () => {
  it.each([
    ['', 10, 1],
    ['vừa đúng mười', 13, 1],
    ['vừa đúng mười', 12, 2],
    ['Tử số\n(người)', 20, 2],
    ['một hai ba bốn năm sáu', 8, 3],
    ['khôngcódấucáchnàocả', 7, 3],
    ['a khôngcódấucáchnàocả', 7, 4],
    ['hai\n\ndòng', 20, 3],
  ])('has room for every line: %j in %i characters', (text, width, lines) => {
    expect(linesOf(text, width)).toBe(lines);
  });

  it('is that of its highest cell, and no higher than a row can be', () => {
    const texts = [
      { text: 'ngắn', width: 20 },
      { text: 'một\nhai\nba', width: 20 },
    ];
    expect(heightFor(texts)).toBe(3 * line);
    expect(heightFor([{ text: 'dòng\n'.repeat(99), width: 20 }])).toBe(409);
    expect(heightFor([])).toBe(line);
  });
});
