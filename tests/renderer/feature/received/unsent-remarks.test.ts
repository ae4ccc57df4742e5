import { describe, expect, it } from 'vitest';

import { unsentRemarks } from '../../../../renderer/feature/received/unsent-remarks.ts';

const about = (row: string, text: string, column: string | null = null) => ({
  form: 'B01',
  row,
  column,
  text,
  place: row,
});

describe('what the newest receipt does not say yet', () => {
  it('is nothing while everything stands as it was sent', () => {
    const remarks = [about('A', 'một'), about('A', 'hai', 'value')];
    const sent = { remarks, receipts: [{ remarks }, { remarks: [] }] };
    expect(unsentRemarks(sent)).toEqual({ unsent: 0, withdrawn: 0 });
  });

  it('is what was written, changed or taken back since, and none of the rest', () => {
    const [kept, changed, gone] = [about('A', 'một'), about('B', 'hai'), about('C', 'ba')];
    expect(
      unsentRemarks({
        remarks: [kept, { ...changed, text: 'khác' }, about('B', 'mới', 'value')],
        receipts: [{ remarks: [kept, changed, gone] }],
      }),
    ).toEqual({ unsent: 2, withdrawn: 1 });
    expect(unsentRemarks({ remarks: [kept], receipts: [] })).toEqual({ unsent: 1, withdrawn: 0 });
  });
});
