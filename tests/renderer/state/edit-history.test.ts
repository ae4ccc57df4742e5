import { describe, expect, it } from 'vitest';

import { emptyHistory, redo, remember, undo } from '../../../renderer/state/edit-history.ts';

const change = (row: string, before: string, after: string) =>
  ({ row, column: 'numerator', before, after }) as const;

describe('undo and redo of cells', () => {
  it('takes a pasted block back at once, the last cell first', () => {
    const history = remember(emptyHistory, [change('A', '', '1'), change('B', '5', '2')]);
    const back = undo(history);
    expect(back?.changes).toEqual([
      { row: 'B', column: 'numerator', typed: '5', isCarried: false },
      { row: 'A', column: 'numerator', typed: '', isCarried: false },
    ]);
  });

  it('makes what was taken back again', () => {
    const history = remember(emptyHistory, [change('A', '', '1')]);
    const back = undo(history);
    const again = redo(back?.history ?? emptyHistory);
    expect(again?.changes).toMatchObject([{ row: 'A', column: 'numerator', typed: '1' }]);
    expect(again?.history).toEqual(history);
  });

  it('marks what was taken over from another period again, and nothing else', () => {
    const carried = { ...change('A', '', '1'), isCarried: true };
    const back = undo(remember(emptyHistory, [carried, change('B', '', '2')]));
    expect(back?.changes.some(({ isCarried }) => isCarried)).toBe(false);
    const again = redo(back?.history ?? emptyHistory);
    expect(again?.changes.map(({ row, isCarried }) => [row, isCarried])).toEqual([
      ['A', true],
      ['B', false],
    ]);
  });

  it('forgets what was taken back once something new is typed', () => {
    const back = undo(remember(emptyHistory, [change('A', '', '1')]));
    const typed = remember(back?.history ?? emptyHistory, [change('A', '', '2')]);
    expect(redo(typed)).toBeNull();
  });

  it('does not remember a text that changed nothing', () => {
    expect(remember(emptyHistory, [change('A', '1', '1')])).toBe(emptyHistory);
    expect(undo(emptyHistory)).toBeNull();
  });
});
