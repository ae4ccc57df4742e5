import { x25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nativeX25519 } from '../../../electron/keys/native-x25519.ts';

const someScalar = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('the host’s own X25519', () => {
  it('agrees with another implementation on public keys and secrets', () => {
    fc.assert(
      fc.property(someScalar, someScalar, (one, other) => {
        const { share, secretWith } = nativeX25519.pairOf(one);
        expect(share).toEqual(x25519.getPublicKey(one));
        const theirs = x25519.getPublicKey(other);
        expect(secretWith(theirs)).toEqual(x25519.getSharedSecret(one, theirs));
      }),
      { numRuns: 50 },
    );
  });

  it('makes a new pair each time', () => {
    const [one, other] = [nativeX25519.newPair(), nativeX25519.newPair()];
    expect(one.share).not.toEqual(other.share);
    expect(one.secretWith(other.share)).toEqual(other.secretWith(one.share));
  });

  it('shares no secret with a point of small order', () => {
    expect(() => nativeX25519.newPair().secretWith(new Uint8Array(32))).toThrow();
  });
});
