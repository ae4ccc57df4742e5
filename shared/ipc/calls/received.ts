import { z } from 'zod';

import { receiptOutcomes } from '../../bundle/receipt.ts';
import { query } from '../call.ts';
import { formCode, instant, periodCode, unitCode } from '../shapes.ts';
import { openedSheet } from './sheet.ts';
import { streamCell } from './streams.ts';

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
  /** What other units state of the same figures; the checks of the province look at them as well. */
  peers: z.array(
    z.strictObject({
      row: z.string(),
      column: z.string(),
      numbers: z.array(
        z.strictObject({ unit: unitCode, unitName: z.string(), number: z.string() }),
      ),
    }),
  ),
  /** What the unit's own checks found, by the catalogue that it had (null where that is not known). */
  sender: z.strictObject({
    catalogue: z.number().int().nullable(),
    newestCatalogue: z.number().int(),
    findings: z.array(
      z.strictObject({ check: z.string(), row: z.string(), column: z.string().nullable() }),
    ),
  }),
  /** Who prepared and who approved; none for what was received before that was kept. */
  acts: z.array(signedAct),
});
export type ReceivedSheet = z.infer<typeof receivedSheet>;

const revisionsView = z.strictObject({
  /** Every revision of the period, the last received first. */
  revisions: z.array(
    z.strictObject({
      bundle: z.number().int(),
      revision: z.number().int(),
      sequence: z.number().int(),
      checkCode: z.string(),
      receivedAt: instant,
      answer: z.enum(receiptOutcomes),
      /** Why the unit opened it, as its log says; null for a first one, and where no log told. */
      reason: z.string().nullable(),
      isCurrent: z.boolean(),
      isSetAside: z.boolean(),
    }),
  ),
  /** The bundle that the current one is held against; null where none was accepted before it. */
  comparedWith: z.number().int().nullable(),
  cells: z.array(streamCell),
});

export const receivedCalls = {
  /** What a unit sent of one form; its view is derived from it by `viewSheet` like any other. */
  'received.sheet': query(
    ['receiver', 'consolidator'],
    z.strictObject({ unit: unitCode, period: periodCode, form: formCode }),
    receivedSheet,
  ),
  /** What changed since the last accepted revision, cell by cell: first what stood, then what stands. */
  'received.revisions': query(
    ['receiver', 'consolidator'],
    z.strictObject({ unit: unitCode, period: periodCode }),
    revisionsView,
  ),
} as const;
