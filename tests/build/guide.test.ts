import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { vi } from '#shared/text/vi.ts';

const guide = readFileSync(new URL('../../docs/huong-dan.md', import.meta.url), 'utf8');

function textsOf(messages: object): readonly string[] {
  return Object.values(messages).flatMap((message: unknown) =>
    typeof message === 'string'
      ? [message]
      : typeof message === 'object' && message !== null
        ? textsOf(message)
        : [],
  );
}

describe('the guide for officers', () => {
  it('quotes the screen word for word', () => {
    const texts = new Set(textsOf(vi));
    const quoted = [...guide.matchAll(/“([^”]+)”/g)].map(([, words]) => words?.trim() ?? '');
    const onScreen = quoted.filter((words) => words !== '' && words !== '-' && words !== '...');
    expect(onScreen.length).toBeGreaterThan(20);
    expect(onScreen.filter((words) => !texts.has(words))).toEqual([]);
  });
});
