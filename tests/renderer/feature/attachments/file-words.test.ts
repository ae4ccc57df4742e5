import { describe, expect, it } from 'vitest';

import { formatDecimal } from '#shared/text/format-number.ts';
import { shortHash, sizeText } from '../../../../renderer/feature/attachments/file-words.ts';
import type { Text } from '../../../../renderer/ui/text.ts';

// Sizes need numbers in the reader's language, and nothing else of the texts.
const text = { formatDecimal } as Pick<Text, 'formatDecimal'> as Text;

describe('the words of a file', () => {
  it.each([
    [0, '0 byte'],
    [1023, '1023 byte'],
    [1024, '1 KB'],
    [1025, '2 KB'],
    [1024 * 1024, '1 MB'],
    [1024 * 1024 + 1, '1,1 MB'],
    [7_500_000, '7,2 MB'],
    [50 * 1024 * 1024, '50 MB'],
  ])('a size of %d is %s, never less than it is', (bytes, words) => {
    expect(sizeText(bytes, text)).toBe(words);
  });

  it('eight digits stand for a digest', () => {
    expect(shortHash('0123456789abcdef'.repeat(4))).toBe('01234567');
  });
});
