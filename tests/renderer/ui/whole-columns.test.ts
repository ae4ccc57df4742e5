import { expect, it } from 'vitest';

import { roomBehind, stopFor } from '../../../renderer/ui/whole-columns.ts';

const starts = [0, 60, 140, 240, 340, 440];

it('leaves room behind the last column, so that the farthest place is the start of one', () => {
  expect(roomBehind({ starts, width: 540, sight: 250 })).toBe(50);
  expect(roomBehind({ starts, width: 540, sight: 300 })).toBe(0);
  expect(roomBehind({ starts, width: 540, sight: 700 })).toBe(0);
});

it('shows a figure in full at the start of a column, as near as can be', () => {
  expect(stopFor(starts, { start: 340, end: 440 }, 0, 250)).toBe(240);
  expect(stopFor(starts, { start: 140, end: 240 }, 0, 250)).toBe(0);
  expect(stopFor(starts, { start: 60, end: 140 }, 240, 250)).toBe(60);
});

it('goes no further than to the beginning of a figure that is wider than the sight', () => {
  expect(stopFor(starts, { start: 340, end: 440 }, 0, 50)).toBe(340);
});
