import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { paginate } from '#shared/domain/pagination.ts';
import type { Block } from '#shared/domain/pagination.ts';

const room = { first: 96, next: 148, signatures: 42 };
type Line = { readonly at: number; readonly height: number; readonly isHeading: boolean };

function blocks(shapes: readonly (readonly [number, boolean])[]): readonly Block<Line>[] {
  return shapes.map(([height, isHeading], at) => ({
    content: { at, height, isHeading },
    height,
    isHeading,
  }));
}

const anyBlocks = fc
  .array(fc.tuple(fc.integer({ min: 5, max: 60 }), fc.boolean()), { maxLength: 60 })
  // Headings are one line high, rows may be many.
  .map((shapes) => shapes.map(([height, heading]) => [heading ? 7 : height, heading] as const))
  // Two headings in a row never stand on a form, and none stands at its end.
  .map((shapes) => shapes.filter(([, heading], at) => !heading || shapes[at + 1]?.[1] === false));
const height = (lines: readonly Line[]): number =>
  lines.reduce((sum, line) => sum + line.height, 0);

describe('pages', () => {
  it('lose no line and keep their order', () => {
    fc.assert(
      fc.property(anyBlocks, (shapes) => {
        const pages = paginate(blocks(shapes), room);
        expect(pages.flat().map(({ at }) => at)).toEqual(shapes.map((_, at) => at));
        expect(pages.length).toBeGreaterThan(0);
      }),
    );
  });

  it('never end with a heading', () => {
    fc.assert(
      fc.property(anyBlocks, (shapes) => {
        for (const page of paginate(blocks(shapes), room)) {
          expect(page[page.length - 1]?.isHeading ?? false).toBe(false);
        }
      }),
    );
  });

  it('hold what stands on them, the last one with the signatures', () => {
    fc.assert(
      fc.property(anyBlocks, (shapes) => {
        const pages = paginate(blocks(shapes), room);
        pages.forEach((page, at) => {
          const own = at === 0 ? room.first : room.next;
          const signatures = at === pages.length - 1 ? room.signatures : 0;
          expect(height(page)).toBeLessThanOrEqual(own - signatures);
        });
      }),
    );
  });

  it('never leave the signatures alone where a line fits with them', () => {
    fc.assert(
      fc.property(anyBlocks, (shapes) => {
        const pages = paginate(blocks(shapes), room);
        if (shapes.length > 0) expect(pages[pages.length - 1]).not.toEqual([]);
      }),
    );
  });

  it('give a line that is higher than a page one of its own', () => {
    const pages = paginate(
      blocks([
        [10, false],
        [200, false],
        [10, false],
      ]),
      room,
    );
    expect(pages.map((page) => page.map(({ at }) => at))).toEqual([[0], [1], [2]]);
  });

  it('put the signatures on a page of their own rather than over the edge', () => {
    const pages = paginate(
      blocks([
        [10, false],
        [140, false],
      ]),
      room,
    );
    expect(pages.map((page) => page.map(({ at }) => at))).toEqual([[0], [1], []]);
  });

  it('are one page when there is nothing to print', () => {
    expect(paginate([], room)).toEqual([[]]);
  });
});
