import { describe, expect, it } from 'vitest';

import { plainName } from '#shared/kit/plain-text.ts';
import { personNameField } from '#shared/bundle/fields.ts';

describe('a person’s name', () => {
  it.each([
    ['Nguyễn\tThị Lan', 'Nguyễn Thị Lan'],
    ['Trần\u2028Hoa', 'Trần Hoa'],
    ['Lê\r\nNam\n', 'Lê Nam'],
    ['\u0000Ông\u0085Tư\uD800', 'Ông Tư'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['\u0958'.repeat(200), '\u0915\u093C'.repeat(100)],
    ['a'.repeat(199) + '𠮷', 'a'.repeat(199)],
  ])('can be signed however it was typed: %j', (typed, name) => {
    expect(plainName(typed)).toBe(name);
    expect(personNameField.safeParse(plainName(typed)).success).toBe(true);
  });

  it('stays as it is where it is one, down to its blanks', () => {
    const name = 'Nguyễn  Thị  Lan (P.Tổng hợp)';
    expect(plainName(name)).toBe(name);
  });
});
