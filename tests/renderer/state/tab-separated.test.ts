import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { formatBlock, parseBlock } from '../../../renderer/state/tab-separated.ts';

describe('blocks on the clipboard', () => {
  it('reads what a spreadsheet copies', () => {
    expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(parseBlock('"dòng 1\ndòng 2"\t"nói ""có"""\n')).toEqual([
      ['dòng 1\ndòng 2', 'nói "có"'],
    ]);
  });

  it('takes a quote that never closes for a letter', () => {
    expect(parseBlock('"5\t6')).toEqual([['"5', '6']]);
  });

  it('reads back what it wrote', () => {
    const cell = fc.string().map((text) => text.replace(/\r/g, ''));
    const block = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
      );
    fc.assert(
      fc.property(block, (lines) => {
        expect(parseBlock(`${formatBlock(lines)}\n`)).toEqual(lines);
      }),
    );
  });
});
