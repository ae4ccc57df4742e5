import { z } from 'zod';

import { command, query } from '../call.ts';
import { instant, nothing, password, place, placeHandle, shortText, unitCode } from '../shapes.ts';

/** When a key outside the store was last tried, and whether it is time to try it again. */
const keyTest = { testedAt: instant.nullable(), isTestDue: z.boolean() };
const newerVersion = z.strictObject({ newer: z.number().int(), held: z.number().int() });

/** District: what the province is known to have that this office lacks. */
const freshness = z.strictObject({
  keyring: newerVersion.nullable(),
  catalogue: newerVersion.nullable(),
  /** The province has not confirmed the keyring for too long. */
  stale: z.strictObject({ confirmedAt: instant, days: z.number().int() }).nullable(),
});

/** Whom this office trusts, and who trusts it. Fingerprints are 32 digits in groups of four. */
export const trustState = z.strictObject({
  ownFingerprint: z.string(),
  /** District: the province's keyring that was accepted; province: its own. Null before that. */
  keyring: z
    .strictObject({
      province: unitCode,
      version: z.number().int(),
      fingerprint: z.string(),
      issuedAt: instant,
      /** The root keys above the province's working keys; null where there are none. */
      root: z
        .strictObject({
          version: z.number().int(),
          threshold: z.number().int(),
          /** In the order of their holders, as on the record of handing over. */
          keys: z.array(z.strictObject({ fingerprint: z.string(), ...keyTest })),
          issuedAt: instant,
        })
        .nullable(),
    })
    .nullable(),
  /** Province: the escrow key's way onto paper; null at a district. */
  escrow: z
    .strictObject({
      printedAt: instant.nullable(),
      /** When it was written as a file, to be printed elsewhere. */
      writtenAt: instant.nullable(),
      ...keyTest,
    })
    .nullable(),
  freshness,
  /** District: whether the accepted keyring names this office's key. Always true at the province. */
  isEnrolled: z.boolean(),
  /** Province: every unit that reports to it and whether its key is enrolled. */
  units: z.array(
    z.strictObject({
      unit: unitCode,
      name: z.string(),
      fingerprint: z.string().nullable(),
      enrolledAt: instant.nullable(),
      /** Whether its newest key no longer counts: only what came before is held to it. */
      isRevoked: z.boolean(),
    }),
  ),
});
export type TrustState = z.infer<typeof trustState>;

const written = z.strictObject({
  fileName: z.string(),
  folderLabel: z.string(),
  trust: trustState,
});

/** Where one of three people keeps a root key, and the password that only they know. */
const rootHolder = z.strictObject({ folder: placeHandle, password });
const rootHolders = z.array(rootHolder).length(3);

const rootsWritten = z.strictObject({
  /** The new key files, in the order of their holders; none where no root key is new. */
  fileNames: z.array(z.string()),
  trust: trustState,
});

export const trustCalls = {
  'trust.state': query('signed-in', nothing, trustState),
  /** District: writes the signed enrolment request to a folder. */
  'trust.writeRequest': command(
    'administrator',
    z.strictObject({ folder: placeHandle, password }),
    written,
  ),
  /** District: accepts a keyring file; the fingerprint is needed the first time only. */
  'trust.acceptKeyring': command(
    'administrator',
    z.strictObject({ file: placeHandle, fingerprint: shortText }),
    trustState,
  ),
  /** Province: writes the public keyring to a folder. */
  'trust.writeKeyring': command('administrator', z.strictObject({ folder: placeHandle }), written),
  /** Province: enrols the key of a request whose fingerprint was read out, and writes the reply. */
  'trust.enrol': command(
    'administrator',
    z.strictObject({
      file: placeHandle,
      fingerprint: shortText,
      folder: placeHandle,
      password,
    }),
    written,
  ),
  /** Province: makes three root keys, each on its holder's stick, and the first root. */
  'trust.createRoots': command(
    'administrator',
    z.strictObject({ keys: rootHolders, password }),
    rootsWritten,
  ),
  /** Province: with two root keys, replaces the province's signing key or all root keys. */
  'trust.renewRoots': command(
    'administrator',
    z.strictObject({
      signers: z.array(z.strictObject({ file: placeHandle, password })).length(2),
      change: z.discriminatedUnion('kind', [
        /** `keepOld`: what the old key signed still counts, as long as nobody else has it. */
        z.strictObject({ kind: z.literal('signing'), keepOld: z.boolean() }),
        z.strictObject({ kind: z.literal('keys'), keys: rootHolders }),
      ]),
      password,
    }),
    rootsWritten,
  ),
  /**
   * Province: three new root keys and a first root that follows none, as when two of the old keys are
   * lost. Districts refuse it until they type the new digits.
   */
  'trust.startRootsAnew': command(
    'administrator',
    z.strictObject({ keys: rootHolders, password }),
    rootsWritten,
  ),
  /** Province: whether a root key on its stick opens and is one in use; nothing is signed with it. */
  'trust.testRootKey': command(
    'administrator',
    z.strictObject({ file: placeHandle, password }),
    z.strictObject({ number: z.number().int(), fingerprint: z.string(), trust: trustState }),
  ),
  /** Province: opens the system's print dialog with the escrow key, for a sealed envelope. */
  'trust.printEscrow': command(
    'administrator',
    z.strictObject({ password }),
    z.strictObject({ isPrinted: z.boolean(), trust: trustState }),
  ),
  /** Province: writes the escrow key as a text file that the age program reads. */
  'trust.writeEscrow': command(
    'administrator',
    z.strictObject({ folder: placeHandle, password }),
    written,
  ),
  /** Province: whether what was typed or scanned from the paper is the escrow key of the keyring. */
  'trust.testEscrow': command('administrator', z.strictObject({ identity: shortText }), trustState),
  /** Province: a unit's key counts no longer, but for what was received from it. */
  'trust.revoke': command(
    'administrator',
    z.strictObject({ unit: unitCode, password }),
    trustState,
  ),
} as const;

export const placeCalls = {
  /** Asks the user for a folder, in the system's own dialog; null when the dialog was left. */
  'place.pickFolder': query('signed-in', nothing, place.nullable()),
  'place.pickFile': query(
    'signed-in',
    z.strictObject({
      purpose: z.enum([
        'keyring',
        'enrolment',
        'root-key',
        'bundle',
        'attachment',
        'signed-document',
        'excel',
        'catalogue',
      ]),
    }),
    place.nullable(),
  ),
  /** As `place.pickFile`, for one bundle or several of one folder, under one handle. */
  'place.pickFiles': query(
    'signed-in',
    z.strictObject({ purpose: z.enum(['bundle']) }),
    place.nullable(),
  ),
} as const;
