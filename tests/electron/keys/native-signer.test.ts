import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { nativeSigner } from '../../../electron/keys/native-signer.ts';
import { sign, signatureHolds, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';

const someSeed = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('signing with the host’s own Ed25519', () => {
  it('B4 makes the same bytes as the bundle’s signer, which its verifier accepts', () => {
    fc.assert(
      fc.property(someSeed, fc.uint8Array({ maxLength: 500 }), (seed, message) => {
        const key = signingKeyFromSeed(seed);
        const signature = sign(message, { ...key, signNatively: nativeSigner(seed) });
        expect(signature).toEqual(sign(message, key));
        expect(signatureHolds(signature, message, key.publicKey)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
