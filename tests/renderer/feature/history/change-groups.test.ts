import { describe, expect, it } from 'vitest';

import type { CellChangeView, Reopening } from '#shared/ipc/calls/history.ts';
import { groupChanges, isSameAct } from '../../../../renderer/feature/history/change-groups.ts';
import { restoreLabel, valueInWords } from '../../../../renderer/feature/history/restore-label.ts';
import { translator } from '#shared/text/translate.ts';

let last = 0;

function change(part: Partial<CellChangeView>): CellChangeView {
  last += 1;
  const held = { typed: '', text: '', fault: null };
  return {
    id: last,
    form: 'B01',
    formName: 'Biểu 01',
    row: 'HI_COVERAGE',
    rowName: 'Tỷ lệ bao phủ BHYT',
    column: 'numerator',
    columnName: 'Tử số',
    placeColumn: 'numerator',
    before: held,
    after: held,
    now: '',
    by: 'Chuyên viên',
    at: '2022-08-24T01:00:00Z',
    revision: 1,
    why: null,
    ...part,
  };
}

describe('the changes of one opening of the report', () => {
  const returned: Reopening = {
    action: 'return',
    reason: 'Xem lại BHYT',
    by: 'Trưởng phòng',
    at: '2022-08-24T02:00:00Z',
  };
  const revised: Reopening = { ...returned, action: 'revise', reason: 'Cập nhật' };

  it('stand together under its revision and its reason', () => {
    const changes = [
      change({ revision: 2, why: revised }),
      change({ revision: 2, why: { ...revised } }),
      change({ why: returned }),
      change({ why: { ...returned, at: '2022-08-23T02:00:00Z' } }),
      change({}),
    ];
    const groups = groupChanges(changes);
    expect(groups.map(({ revision, why, changes: own }) => [revision, why, own.length])).toEqual([
      [2, revised, 2],
      [1, returned, 1],
      [1, { ...returned, at: '2022-08-23T02:00:00Z' }, 1],
      [1, null, 1],
    ]);
    expect(groups.flatMap((group) => group.changes)).toEqual(changes);
    expect(groupChanges([])).toEqual([]);
  });

  it('are one act when one person made them at one time', () => {
    const one = change({});
    expect(isSameAct(change({}), one)).toBe(true);
    expect(isSameAct(change({ by: 'Trưởng phòng' }), one)).toBe(false);
    expect(isSameAct(change({ at: '2022-08-24T01:01:00Z' }), one)).toBe(false);
    expect(isSameAct(one, undefined)).toBe(false);
  });
});

describe('an earlier value in words', () => {
  const text = { t: translator('vi') };

  it('stands on the button where it is short', () => {
    expect(restoreLabel('118.200', text)).toBe('Lấy lại 118.200');
    expect(restoreLabel('Theo công văn 412/BHXH', text)).toBe('Lấy lại bản cũ');
  });

  it('is cut in a sentence, on one line', () => {
    expect(valueInWords('', text)).toBe('(trống)');
    expect(valueInWords('một\nhai', text)).toBe('“một hai”');
    expect(valueInWords('x'.repeat(50), text)).toBe(`“${'x'.repeat(40)}…”`);
  });
});
