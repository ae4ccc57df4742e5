import { describe, expect, it } from 'vitest';

import { readStatus } from '../../../renderer/state/status-words.ts';

describe('typed statuses', () => {
  it.each([
    ['ước', 'estimated'],
    ['UOC TINH', 'estimated'],
    ['Sơ bộ', 'provisional'],
    ['so bo', 'provisional'],
    ['chính', 'official'],
    ['Chính thức', 'official'],
    ['official', 'official'],
    ['số liệu sơ bộ', 'provisional'],
  ])('understands %s', (typed, status) => {
    expect(readStatus(typed)).toBe(status);
  });

  it.each(['', 'c', 'tạm', 'số liệu'])('does not guess at “%s”', (typed) => {
    expect(readStatus(typed)).toBeNull();
  });
});
