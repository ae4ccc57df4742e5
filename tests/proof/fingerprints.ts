import { randomBytes } from 'node:crypto';

import { base64url } from '#shared/bundle/bytes.ts';
import { fingerprintOf, parseFingerprint } from '#shared/bundle/fingerprint.ts';
import type { KeyId } from '#shared/bundle/signing-key.ts';
import type { Proof } from './proof.ts';

/** Every wrong digit and every swap of two different neighbours, in so many fingerprints. */
export function proveFingerprints(count: number): Proof {
  let [tried, wrong] = [0, 0];
  const refused = (typed: string): void => {
    tried += 1;
    if (parseFingerprint(typed).ok) wrong += 1;
  };
  for (let number = 0; number < count; number += 1) {
    const digits: string = fingerprintOf(base64url(randomBytes(32)) as KeyId); // any 32 bytes
    if (!parseFingerprint(digits).ok) wrong += 1;
    for (let at = 0; at < digits.length; at += 1) {
      const [digit, next] = [digits.charAt(at), digits.charAt(at + 1)];
      for (const other of '0123456789') {
        if (other !== digit) refused(digits.slice(0, at) + other + digits.slice(at + 1));
      }
      if (next !== '' && next !== digit) {
        refused(digits.slice(0, at) + next + digit + digits.slice(at + 2));
      }
    }
  }
  return {
    what: `mistyped digits in ${count.toLocaleString('en')} fingerprints`,
    tried,
    wrong,
    note: 'every single wrong digit and every swap of neighbours',
  };
}
