import { ED25519_TORSION_SUBGROUP, ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { hex } from '#shared/bundle/bytes.ts';
import { edgeCases, strictVerdict } from '../../helpers/ed25519-cases.ts';
import { programVerdict } from '../../helpers/signature-verdicts.ts';

const someSeed = fc.uint8Array({ minLength: 32, maxLength: 32 });
const someMessage = fc.uint8Array({ maxLength: 200 });
/** Which byte of signature, key and message is changed, and how; or no change at all. */
const someChange = fc.option(fc.tuple(fc.nat(399), fc.integer({ min: 1, max: 255 })));
const someTorsion = fc.constantFrom(...ED25519_TORSION_SUBGROUP, null);

describe('verifying with the host’s own Ed25519 first', () => {
  it('B4 takes what the strict verifier takes, of every edge case of keys and points', () => {
    const cases = edgeCases();
    const verdicts = cases.map((one) => ({ ...programVerdict(one), strict: strictVerdict(one) }));
    expect(verdicts.filter(({ program, strict }) => program !== strict)).toEqual([]);
    // The host alone would take fewer; which others it would take differs from host to host.
    expect(verdicts.filter(({ host, strict }) => host && strict).length).toBeGreaterThan(10);
    expect(verdicts.filter(({ host, strict }) => !host && strict).length).toBeGreaterThan(10);
  });

  it('B4 takes what the strict verifier takes, of changed signatures, keys and messages', () => {
    fc.assert(
      fc.property(
        someSeed,
        someMessage,
        someTorsion,
        someChange,
        (seed, message, torsion, change) => {
          const publicKey = ed25519.getPublicKey(seed);
          const signature = ed25519.sign(message, seed);
          const moved =
            torsion === null
              ? publicKey
              : ed25519.Point.fromBytes(publicKey).add(ed25519.Point.fromHex(torsion)).toBytes();
          const all = Buffer.concat([signature, moved, message]);
          if (change !== null) {
            const at = change[0] % all.length;
            all[at] = (all[at] ?? 0) ^ change[1];
          }
          const one = {
            signature: hex(all.subarray(0, 64)),
            publicKey: hex(all.subarray(64, 96)),
            message: hex(all.subarray(96)),
          };
          expect(programVerdict(one).program).toBe(strictVerdict(one));
        },
      ),
      { numRuns: 300 },
    );
  });
});
