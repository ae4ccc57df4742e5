import { z } from 'zod';

import { query } from '../call.ts';
import { formCode, instant, periodCode, unitCode } from '../shapes.ts';
import { openedSheet } from './sheet.ts';

/** Who did a step of a received report, and under which key. */
export const signedAct = z.strictObject({
  act: z.enum(['prepare', 'approve', 'approve-on-paper']),
  name: z.string(),
  at: instant,
  /** Of the person's own key; null where the unit named them and nobody signed. */
  fingerprint: z.string().nullable(),
  /** Who last used the same key in an earlier report of the unit; null for a key that is new. */
  knownAs: z.string().nullable(),
  paper: z
    .strictObject({
      number: z.string(),
      symbol: z.string(),
      day: z.string(),
      signer: z.string(),
      sha256: z.string(),
    })
    .nullable(),
});

/** A form of a unit's current bundle as the province reads it; nothing in it can be recorded. */
const receivedSheet = openedSheet.extend({
  /** Which of the received bundles. */
  bundle: z.number().int(),
  revision: z.number().int(),
  receivedAt: instant,
  checkCode: z.string(),
  /** Who prepared and who approved; none for what was received before that was kept. */
  acts: z.array(signedAct),
});
export type ReceivedSheet = z.infer<typeof receivedSheet>;

export const receivedCalls = {
  /** What a unit sent of one form; its view is derived from it by `viewSheet` like any other. */
  'received.sheet': query(
    ['receiver', 'consolidator'],
    z.strictObject({ unit: unitCode, period: periodCode, form: formCode }),
    receivedSheet,
  ),
} as const;
