import { describe, expect, it } from 'vitest';

import { splitSentence } from '../../../renderer/ui/first-sentence.ts';

describe('what happened, apart from what to do', () => {
  it('parts a message after its first sentence, Vietnamese capitals included', () => {
    expect(splitSentence('Sổ đang mở ở nơi khác. Đóng nơi đó. Rồi thử lại.')).toEqual({
      first: 'Sổ đang mở ở nơi khác.',
      rest: 'Đóng nơi đó. Rồi thử lại.',
    });
  });

  it.each(['Tệp SCT1_30_300_2022-08.age không đọc được.', 'Số 1.234,5 không hợp lệ.', ''])(
    'leaves %j whole',
    (text) => {
      expect(splitSentence(text)).toEqual({ first: text, rest: '' });
    },
  );
});
