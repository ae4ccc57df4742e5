import { describe, expect, it } from 'vitest';

import { ok, refuse } from '#shared/kit/result.ts';

describe('results', () => {
  it('hold a value or a refusal with its facts', () => {
    expect(ok(3)).toEqual({ ok: true, value: 3 });
    expect(refuse('row-unknown', { row: 'X' })).toEqual({
      ok: false,
      refusal: { code: 'row-unknown', facts: { row: 'X' } },
    });
    expect(refuse('not-enrolled').refusal.facts).toEqual({});
  });
});
