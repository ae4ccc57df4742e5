import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const rules = [...read('../../../shared/bundle/SPEC.md').matchAll(/^\| (B\d+) +\|/gm)].map(
  ([, id]) => id,
);
const sources = [
  ...readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.test.ts')),
  '../../interop/independent-check.test.ts',
  '../../scenario/freshness.test.ts',
  '../../scenario/wrong-clock.test.ts',
].map(read);

describe('the rules of the bundle', () => {
  it('are numbered without gaps', () => {
    expect(rules).toEqual(rules.map((_, at) => `B${String(at + 1)}`));
    expect(rules.length).toBeGreaterThan(20);
  });

  it.each(rules)('%s has a test that cites it, and no test cites an unknown rule', (rule) => {
    const cited = sources.flatMap((text) =>
      [...text.matchAll(/['`](?:B\d+ )*(B\d+) /g)].map(([, id]) => id),
    );
    expect(cited).toContain(rule);
    expect(cited.filter((id) => !rules.includes(id))).toEqual([]);
  });
});
