import { z } from 'zod';

import { receiptOutcomes } from '../../bundle/receipt.ts';
import { command, query } from '../call.ts';
import {
  instant,
  longText,
  password,
  periodCode,
  placeHandle,
  rowCode,
  unitCode,
} from '../shapes.ts';
import { signedAct } from './received.ts';

/** The lock that holds a period. */
export const periodLock = z.strictObject({
  /** The how-manieth lock of the period ("lần"). */
  number: z.number().int(),
  lockedBy: z.string(),
  lockedAt: instant,
  checkCode: z.string(),
  sha256: z.string(),
  /** Units that sent or were answered something else since: it does not count. */
  newerUnits: z.array(unitCode),
});

/** What is to be known before a period is locked: nothing of it forbids that. */
const lockOutlook = z.strictObject({
  missing: z.array(z.string()),
  late: z.array(z.string()),
  returned: z.array(z.string()),
  undecided: z.array(z.string()),
  /** Findings of the province's own sheets that would keep a unit's report back. */
  errors: z.number().int(),
  /** The number that the lock would have, and the lock before it. */
  number: z.number().int(),
  previous: z
    .strictObject({ checkCode: z.string(), lockedAt: instant, reason: z.string() })
    .nullable(),
});

const lockDifference = z.strictObject({
  /** Where in the snapshot: `rows.HI_COVERAGE.units.300.numerator`. */
  at: z.string(),
  locked: z.string(),
  now: z.string(),
});

const communeFigure = z.strictObject({
  commune: z.string(),
  name: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  /** The rate of both, or the value where values add up; `-`, `...` or empty. */
  value: z.string(),
  status: z.string(),
  note: z.string(),
  source: z.string(),
});

/** What lies behind a unit's figure: the report that it came with, and its communes. */
export const figureBehind = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  revision: z.number().int(),
  sequence: z.number().int(),
  fileName: z.string(),
  checkCode: z.string(),
  sha256: z.string(),
  sealedAt: instant.nullable(),
  isSealedAtDoubtful: z.boolean(),
  receivedAt: instant,
  receivedBy: z.string(),
  acts: z.array(signedAct),
  answer: z
    .strictObject({
      outcome: z.enum(receiptOutcomes),
      note: z.string().nullable(),
      answeredBy: z.string(),
      answeredAt: instant,
    })
    .nullable(),
  source: z.string(),
  /** The commune form's name; null where the indicator is not broken down by communes. */
  communeForm: z.string().nullable(),
  communes: z.array(communeFigure),
});
export type FigureBehind = z.infer<typeof figureBehind>;
export type LockOutlook = z.infer<typeof lockOutlook>;
export type PeriodLockView = z.infer<typeof periodLock>;

const readers = ['receiver', 'consolidator'] as const;

export const periodLockCalls = {
  'figure.behind': query(
    readers,
    z.strictObject({ period: periodCode, unit: unitCode, row: rowCode }),
    figureBehind,
  ),
  'lock.outlook': query(readers, z.strictObject({ period: periodCode }), lockOutlook),
  /** Signs the consolidated table of a period as it stands, and keeps it. */
  'lock.set': command(
    ['consolidator'],
    z.strictObject({ period: periodCode, password }),
    z.strictObject({ number: z.number().int(), checkCode: z.string() }),
  ),
  'lock.lift': command(
    ['consolidator'],
    z.strictObject({ period: periodCode, reason: longText }),
    z.strictObject({ number: z.number().int() }),
  ),
  /** Makes the snapshot again from the store and compares it, byte by byte. */
  'lock.verify': query(
    readers,
    z.strictObject({ period: periodCode, number: z.number().int() }),
    z.strictObject({
      isSame: z.boolean(),
      sha256: z.string(),
      differences: z.array(lockDifference),
      /** How many there are in all; the list holds the first. */
      count: z.number().int(),
    }),
  ),
  /** Writes the signed file and the plain JSON beside it to a folder. */
  'lock.save': query(
    readers,
    z.strictObject({ period: periodCode, number: z.number().int(), folder: placeHandle }),
    z.strictObject({ fileNames: z.array(z.string()), folderLabel: z.string() }),
  ),
} as const;
