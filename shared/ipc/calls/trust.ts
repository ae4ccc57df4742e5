import { z } from 'zod';

import { command, query } from '../call.ts';
import { instant, nothing, password, place, placeHandle, shortText, unitCode } from '../shapes.ts';

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
    })
    .nullable(),
  /** District: whether the accepted keyring names this office's key. Always true at the province. */
  isEnrolled: z.boolean(),
  /** Province: every unit that reports to it and whether its key is enrolled. */
  units: z.array(
    z.strictObject({
      unit: unitCode,
      name: z.string(),
      fingerprint: z.string().nullable(),
      enrolledAt: instant.nullable(),
    }),
  ),
});
export type TrustState = z.infer<typeof trustState>;

const written = z.strictObject({
  fileName: z.string(),
  folderLabel: z.string(),
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
} as const;

export const placeCalls = {
  /** Asks the user for a folder, in the system's own dialog; null when the dialog was left. */
  'place.pickFolder': query('signed-in', nothing, place.nullable()),
  'place.pickFile': query(
    'signed-in',
    z.strictObject({
      purpose: z.enum(['keyring', 'enrolment', 'bundle', 'attachment', 'signed-document', 'excel']),
    }),
    place.nullable(),
  ),
} as const;
