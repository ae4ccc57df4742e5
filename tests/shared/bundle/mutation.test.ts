import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decryptWith, encryptFor } from '#shared/bundle/age-envelope.ts';
import { readEnrolment, sealEnrolment } from '#shared/bundle/enrolment.ts';
import { sealKeyring, trustFirstKeyring } from '#shared/bundle/keyring.ts';
import { openBundle } from '#shared/bundle/open.ts';
import type { OpenContext } from '#shared/bundle/open.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import type { SealedReport } from '#shared/bundle/seal.ts';
import {
  codeOf,
  districtCode,
  granted,
  keyringFacts,
  newOffice,
  provinceContext,
  reportToSeal,
  somewhen,
} from './two-offices.ts';
import type { Office } from './two-offices.ts';
import { isSame, joined, mutated, someMutation } from '../../proof/mutations.ts';

let province: Office;
let district: Office;
let context: OpenContext;
let sealed: SealedReport;

beforeAll(async () => {
  [province, district] = await Promise.all([newOffice(), newOffice()]);
  context = provinceContext(province, district);
  sealed = granted(await sealReport(reportToSeal(province, district)));
});

const CODE = /^[a-z]+(?:-[a-z]+)+$/;

describe('changed bytes are refused with a code, never accepted, never thrown', () => {
  it('B3 the sealed file', async () => {
    await fc.assert(
      fc.asyncProperty(someMutation, async (mutation) => {
        const bytes = mutated(sealed.bytes, mutation);
        fc.pre(!isSame(bytes, sealed.bytes));
        const code = codeOf(await openBundle(bytes, context));
        expect(code).not.toBe('accepted');
        expect(code).toMatch(CODE);
      }),
      { numRuns: 400 },
    );
  });

  it('B3 the archive inside, encrypted again by one who knows no signing key', async () => {
    const { plaintext } = granted(await decryptWith(sealed.bytes, context.identities));
    await fc.assert(
      fc.asyncProperty(someMutation, async (mutation) => {
        const archive = mutated(plaintext, mutation);
        const bytes = granted(await encryptFor(archive, [province.working.recipient]));
        const opened = await openBundle(bytes, context);
        if (opened.ok) {
          // A change that no reader sees, such as the time of an entry, may pass; a datum may not.
          expect(opened.value.statementSha256).toBe(sealed.statementSha256);
          expect(isSame(archive.slice(0, 4), plaintext.slice(0, 4))).toBe(true);
          return;
        }
        expect(opened.refusal.code).toMatch(CODE);
      }),
      { numRuns: 400 },
    );
  });

  it('B16 B18 keyring and enrolment request', () => {
    const keyring = sealKeyring(keyringFacts(province, district), province.signing);
    const { series, working } = district;
    const request = sealEnrolment(
      { unit: districtCode, series, recipient: working.recipient, created: somewhen, app: '0.1.0' },
      district.signing,
    );
    fc.assert(
      fc.property(someMutation, (mutation) => {
        const otherKeyring = mutated(keyring.bytes, mutation);
        if (!isSame(otherKeyring, keyring.bytes)) {
          expect(codeOf(trustFirstKeyring(otherKeyring, keyring.fingerprint))).toMatch(CODE);
        }
        const otherRequest = mutated(request.bytes, mutation);
        if (!isSame(otherRequest, request.bytes)) {
          expect(codeOf(readEnrolment(otherRequest))).toMatch(CODE);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('B3 arbitrary bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (noise) => {
        const bytes = new Uint8Array(noise);
        expect(codeOf(await openBundle(bytes, context))).toMatch(CODE);
        const headed = joined(Buffer.from('age-encryption.org/v1\n'), bytes);
        expect(codeOf(await openBundle(headed, context))).toMatch(CODE);
        expect(codeOf(readEnrolment(bytes))).toMatch(CODE);
      }),
      { numRuns: 200 },
    );
  });
});
