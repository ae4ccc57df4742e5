import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  differingParts,
  shownParts,
} from '../../../../renderer/feature/history/text-difference.ts';

const report =
  'Huyện đã chỉ đạo các phòng, ban, ngành tổ chức triển khai Kế hoạch 1112; đã có 16/17 xã, thị trấn ban hành kế hoạch thực hiện; bao phủ bảo hiểm y tế ước đạt 92,4% dân số.';

describe('two texts in a table', () => {
  it('are no longer than a few lines each, and never cut inside a word', () => {
    const long = `${report} ${report}`;
    const parts = shownParts('', long);
    expect(parts.before).toBe('');
    expect(parts.after.length).toBeLessThanOrEqual(121);
    expect(long.startsWith(`${parts.after.slice(0, -1)} `)).toBe(true);
    expect(parts.isCut).toBe(true);
    expect(shownParts('92', '94')).toEqual({ before: '92', after: '94', isCut: false });
    expect(shownParts(report, report.replace('16/17', '17/17')).after).toContain('17/17');
    expect(shownParts('', 'x'.repeat(400)).after).toMatch(/^x{120}…$/);
  });
});

describe('the parts in which two texts differ', () => {
  it('are shown with a few words around them', () => {
    const parts = differingParts(report, report.replace('16/17', '17/17'));
    expect(parts).toEqual({
      before: '…hoạch 1112; đã có 16/17 xã, thị trấn ban…',
      after: '…hoạch 1112; đã có 17/17 xã, thị trấn ban…',
      isCut: true,
    });
  });

  it('are the whole texts where one of them is short', () => {
    expect(differingParts('', report)).toEqual({ before: '', after: report, isCut: false });
    expect(differingParts('92', '94')).toEqual({ before: '92', after: '94', isCut: false });
    expect(differingParts(report, report).isCut).toBe(false);
  });

  it('show what was added at the end, and what was taken from the beginning', () => {
    expect(differingParts(report, `${report} Còn khó khăn.`).after).toMatch(
      /^….*dân số\. Còn khó khăn\.$/,
    );
    expect(differingParts(report, report.slice('Huyện đã '.length)).before).toMatch(
      /^Huyện đã chỉ đạo.*…$/,
    );
  });

  it('never lose a letter that differs: what is left out is in both texts', () => {
    const words = fc.array(fc.constantFrom('xã', 'số', '1', 'kế hoạch', 'đã có', ';'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, words, words, words, (head, one, other, tail) => {
        const before = [...head, ...one, ...tail].join(' ');
        const after = [...head, ...other, ...tail].join(' ');
        const parts = differingParts(before, after);
        const bare = (part: string) => (parts.isCut ? part.replace(/^…|…$/g, '') : part);
        const [own, others] = [bare(parts.before), bare(parts.after)];
        const starts = Array.from({ length: before.length - own.length + 1 }, (_, start) => start);
        expect(
          starts.some(
            (start) =>
              before.startsWith(own, start) &&
              after === before.slice(0, start) + others + before.slice(start + own.length),
          ),
        ).toBe(true);
      }),
    );
  });
});
