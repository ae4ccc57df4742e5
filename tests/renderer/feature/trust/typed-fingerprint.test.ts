import { describe, expect, it } from 'vitest';

import { translator } from '#shared/text/translate.ts';

import { readTypedFingerprint } from '../../../../renderer/feature/trust/typed-fingerprint.ts';

const t = translator('vi');
// 30 digits and the two check digits of ISO 7064 MOD 97-10 that belong to them.
const body = '716677894950267518400013791233';
const check = String(98n - (BigInt(`${body}00`) % 97n)).padStart(2, '0');
const right = `${body}${check}`;

describe('a fingerprint while it is typed', () => {
  it('asks for the 32 digits before anything is typed', () => {
    const typed = readTypedFingerprint('', t);
    expect(typed).toMatchObject({ isComplete: false, error: null, hint: t('trust.typed.empty') });
  });

  it('counts what is missing, whatever separates the groups', () => {
    const typed = readTypedFingerprint('7166 7789-4950.26', t);
    expect(typed).toMatchObject({ isComplete: false, error: null, digits: '71667789495026' });
    expect(typed.hint).toBe(t('trust.typed.short', { left: 18 }));
  });

  it('is complete with 32 digits whose check digits are right', () => {
    const grouped = right.replace(/(\d{4})/g, '$1 ');
    expect(readTypedFingerprint(grouped, t)).toMatchObject({ isComplete: true, error: null });
  });

  it('finds one wrong digit and two that were swapped', () => {
    const wrong = `${right.slice(0, -1)}${String((Number(right.slice(-1)) + 1) % 10)}`;
    const swapped = `17${right.slice(2)}`;
    for (const text of [wrong, swapped]) {
      expect(readTypedFingerprint(text, t)).toMatchObject({
        isComplete: false,
        error: t('trust.typed.wrong'),
      });
    }
  });

  it('says that letters and further digits do not belong there', () => {
    expect(readTypedFingerprint('7166 O789', t).error).toBe(t('trust.typed.letters'));
    expect(readTypedFingerprint(`${right}12`, t).error).toBe(t('trust.typed.long', { over: 2 }));
  });
});
