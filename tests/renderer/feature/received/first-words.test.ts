import { describe, expect, it } from 'vitest';

import { firstWords } from '../../../../renderer/feature/received/first-words.ts';

describe('the first words of a remark', () => {
  it('are not taken of what is short enough', () => {
    expect(firstWords('Số liệu do Bảo hiểm xã hội huyện cung cấp')).toBeNull();
    expect(firstWords('a '.repeat(110))).toBeNull();
  });

  it('end with a whole word', () => {
    const text = 'Đề nghị rà soát số thẻ bảo hiểm y tế. '.repeat(20);
    const first = firstWords(text) ?? '';
    expect(first.length).toBeLessThanOrEqual(180);
    expect(first.length).toBeGreaterThan(150);
    expect(text.startsWith(`${first} `)).toBe(true);
  });

  it('are cut between letters where there are no words', () => {
    expect(firstWords('9'.repeat(400))).toHaveLength(180);
  });
});
