import { describe, expect, it } from 'vitest';

import { generateAgeKey } from '#shared/bundle/age-envelope.ts';
import { identityGroups, readIdentityText, typedIdentity } from '#shared/bundle/identity-text.ts';
import { codeOf, granted } from './two-offices.ts';

describe('an age identity on paper', () => {
  it('is read back from its groups, however they are typed', async () => {
    const { identity } = await generateAgeKey();
    const [prefix, groups] = identityGroups(identity);
    expect([prefix, groups.length, groups[0]?.length]).toEqual(['AGE-SECRET-KEY-1', 15, 4]);
    const spellings = [
      identity,
      identity.toLowerCase(),
      `${prefix}\n${groups.join(' ')}`,
      groups.join('-'),
      ` ${groups.join('\u2013')}\t`,
    ];
    for (const text of spellings) expect(granted(readIdentityText(text))).toBe(identity);
    expect(typedIdentity(groups.slice(1).join(' '))).toEqual({ left: 4, hasOthers: false });
  });

  it('is not guessed at: a letter too many, missing or of another script is refused', async () => {
    const { identity } = await generateAgeKey();
    for (const text of ['', `${identity}Q`, identity.slice(1), identity.slice(0, -1)]) {
      expect(codeOf(readIdentityText(text)), text).toBe('identity-malformed');
    }
    for (const letter of ['B', 'I', 'O', '1', 'Â', 'Đ']) {
      expect(typedIdentity(`${identity.slice(0, -1)}${letter}`).hasOthers).toBe(true);
    }
  });
});
