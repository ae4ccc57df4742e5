import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hearing, judgeFreshness, STALE_AFTER_DAYS } from '#shared/domain/freshness.ts';
import type { ProvinceWord } from '#shared/domain/freshness.ts';
import { freshnessLines } from '#shared/domain/freshness-words.ts';
import { parseInstant } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';

function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === null) throw new Error(text);
  return instant;
}

const issued = at('2022-08-01T01:00Z');
const held = { keyring: { version: 3, issued }, catalogue: 2, now: at('2022-08-24T01:00Z') };
const words = fc.record<ProvinceWord>({
  keyring: fc.integer({ min: 1, max: 9 }),
  keyringAt: fc.constantFrom(at('2022-08-02T01:00Z'), at('2022-09-02T01:00Z'), issued),
  catalogue: fc.integer({ min: 1, max: 9 }),
});

describe('what an office knows to be old (D106)', () => {
  it('D106 is nothing before the first receipt and while receipts name what it holds', () => {
    const fresh = { keyring: null, catalogue: null, stale: null };
    expect(judgeFreshness({ ...held, word: null })).toEqual(fresh);
    const word = { keyring: 3, keyringAt: held.now, catalogue: 2 };
    expect(judgeFreshness({ ...held, word })).toEqual(fresh);
    expect(judgeFreshness({ ...held, word: { ...word, keyring: 2, catalogue: 1 } })).toEqual(fresh);
  });

  it('D106 is a keyring and a catalogue that a receipt named a newer version of', () => {
    const word = { keyring: 5, keyringAt: held.now, catalogue: 4 };
    const known = judgeFreshness({ ...held, word });
    expect(known).toEqual({
      keyring: { newer: 5, held: 3 },
      catalogue: { newer: 4, held: 2 },
      stale: null,
    });
    expect(freshnessLines(known, 'vi')[0]?.text).toBe(
      'Tỉnh đã có sổ khóa phiên bản 5; máy này đang dùng phiên bản 3: xin bản mới khi gửi gói tiếp theo.',
    );
  });

  it('D106 may be a keyring that nothing was heard of for more than 45 days', () => {
    const on = (now: string, word: ProvinceWord | null) =>
      judgeFreshness({ ...held, now: at(now), word }).stale?.days ?? null;
    expect(STALE_AFTER_DAYS).toBe(45);
    expect(on('2022-09-15T01:00Z', null)).toBeNull();
    expect(on('2022-09-16T01:00Z', null)).toBe(46);
    const word = { keyring: 3, keyringAt: at('2022-08-31T01:00Z'), catalogue: 2 };
    expect(on('2022-09-16T01:00Z', word)).toBeNull();
    expect(on('2022-10-16T01:00Z', word)).toBe(46);
    // Of another version the receipt says nothing about this one.
    expect(on('2022-09-16T01:00Z', { ...word, keyring: 2 })).toBe(46);
  });

  it('D106 does not hang on the order of receipts, and hearing one twice changes nothing', () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (heard) => {
        const known = (of: readonly ProvinceWord[]) =>
          of.reduce<ProvinceWord | null>((word, one) => hearing(word, one), null);
        expect(known([...heard].reverse())).toEqual(known(heard));
        expect(known([...heard, ...heard])).toEqual(known(heard));
        expect(known(heard)?.keyring).toBe(Math.max(...heard.map(({ keyring }) => keyring)));
        expect(known(heard)?.catalogue).toBe(Math.max(...heard.map((one) => one.catalogue)));
      }),
    );
  });
});
