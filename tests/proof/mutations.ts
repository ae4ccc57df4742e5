/** What a bad stick, a careless hand or somebody without a signing key does to bytes. */
import fc from 'fast-check';

export type Mutation =
  | { readonly kind: 'flip'; readonly at: number; readonly bits: number }
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'drop'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'swap'; readonly at: number; readonly length: number };

const where = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
export const someMutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip'), at: where, bits: fc.integer({ min: 1, max: 255 }) }),
  fc.record({ kind: fc.constant('cut'), at: where }),
  fc.record({ kind: fc.constant('drop'), at: where, length: fc.integer({ min: 1, max: 300 }) }),
  fc.record({
    kind: fc.constant('insert'),
    at: where,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('swap'), at: where, length: fc.integer({ min: 1, max: 64 }) }),
);

/** The bytes after a mutation; perhaps the same, as when equal parts change places. */
export function mutated(bytes: Uint8Array, mutation: Mutation): Uint8Array {
  const at = Math.floor(mutation.at * bytes.length);
  const [before, after] = [bytes.slice(0, at), bytes.slice(at)];
  switch (mutation.kind) {
    case 'flip':
      after[0] = (after[0] ?? 0) ^ mutation.bits;
      return joined(before, after);
    case 'cut':
      return before;
    case 'drop':
      return joined(before, after.slice(mutation.length));
    case 'insert':
      return joined(before, mutation.bytes, after);
    case 'swap': {
      const { length } = mutation;
      return joined(
        before,
        after.slice(length, 2 * length),
        after.slice(0, length),
        after.slice(2 * length),
      );
    }
  }
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

export function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a).equals(b);
}
