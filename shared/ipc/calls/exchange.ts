import { z } from 'zod';

import { receiptOutcomes } from '../../bundle/receipt.ts';
import { aggregations } from '#shared/domain/indicator.ts';
import { arrivals } from '#shared/domain/arrival.ts';
import { verdicts } from '#shared/domain/comparison.ts';
import { verdictReasons } from '#shared/domain/goal.ts';
import { command, query } from '../call.ts';
import { periodLock } from './period-lock.ts';
import {
  instant,
  nothing,
  password,
  periodCode,
  placeHandle,
  refusal,
  remark,
  unitCode,
} from '../shapes.ts';

/** The province's answer as the unit has it. */
const takenReceipt = z.strictObject({
  outcome: z.enum(receiptOutcomes),
  code: z.string().nullable(),
  note: z.string().nullable(),
  at: instant,
  answeredBy: z.string().nullable(),
  /** Whether only the short form came, so that remarks may still be on their way. */
  isShort: z.boolean(),
  remarks: z.array(
    remark.extend({
      formName: z.string(),
      rowName: z.string(),
      columnName: z.string().nullable(),
      /** The recorded column where the cell stands in its sheet; null where only its row tells. */
      placeColumn: z.string().nullable(),
    }),
  ),
});

/** A bundle that this office sealed, and how far it has come. */
export const sentBundle = z.strictObject({
  id: z.number().int(),
  fileName: z.string(),
  period: periodCode,
  revision: z.number().int(),
  sequence: z.number().int(),
  checkCode: z.string(),
  fingerprint: z.string(),
  sealedAt: instant,
  sealedBy: z.string(),
  preparedBy: z.string(),
  approvedBy: z.string(),
  stage: z.enum(['sealed', 'copied', 'received', 'returned', 'refused']),
  copiedTo: z.string().nullable(),
  /** What the province says of it now. */
  receipt: takenReceipt.nullable(),
});
export type SentBundle = z.infer<typeof sentBundle>;

/** `held`: genuine and signed, but a person has to decide. `skipped`: not a file for here. */
export const verdictOutcomes = [
  'accepted',
  'already-received',
  'held',
  'refused',
  'skipped',
] as const;

/** What became of one file of a folder: exactly one verdict each, and why. */
export const verdict = z.strictObject({
  fileName: z.string(),
  outcome: z.enum(verdictOutcomes),
  /** What a receipt says of the bundle that it answers; null for every other file. */
  answer: z.enum(receiptOutcomes).nullable(),
  unit: unitCode.nullable(),
  unitName: z.string().nullable(),
  period: periodCode.nullable(),
  revision: z.number().int().nullable(),
  /** The version of the plan's catalogue, where the file is one. */
  catalogue: z.number().int().nullable(),
  refusal: refusal.nullable(),
  receiptFileName: z.string().nullable(),
  /** The file of this same reading that holds the same bundle and was judged before; else null. */
  copyOf: z.string().nullable(),
  /** The report of the same unit and period before it; `receivedAt` is null where it would only come. */
  replaces: z
    .strictObject({ revision: z.number().int(), receivedAt: instant.nullable() })
    .nullable(),
  /** Whether a unit verifiably sent what was not taken in, so that a signed no can answer it. */
  isAnswerable: z.boolean(),
  /** Where a copy of a refused file lies in quarantine, or why there is none; null for all others. */
  quarantine: z
    .strictObject({ fileName: z.string().nullable(), refusal: refusal.nullable() })
    .nullable(),
});
export type Verdict = z.infer<typeof verdict>;

const consolidatedCell = z.strictObject({
  unit: unitCode,
  kind: z.enum(['number', 'nil', 'missing', 'empty', 'not-received', 'returned']),
  number: z.string().nullable(),
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  status: z.string().nullable(),
  note: z.string(),
});

export const consolidatedRow = z.strictObject({
  row: z.string(),
  ordinal: z.string(),
  group: z.string(),
  name: z.string(),
  unitOfMeasure: z.string(),
  decimals: z.number().int(),
  aggregation: z.enum(aggregations),
  total: z.strictObject({
    kind: z.enum(['number', 'nil', 'missing', 'empty']),
    number: z.string().nullable(),
    /** The lowest status of the parts. */
    status: z.string().nullable(),
    /** How many units the total stands on, of how many. */
    counted: z.number().int(),
    expected: z.number().int(),
    /** Σ of both amounts over those units; null where nothing is weighed. */
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    /** The share of the denominator that they hold, in percent; else why it cannot be known. */
    share: z.string().nullable(),
    whyNoShare: z.enum(['no-denominator', 'left-out-unknown']).nullable(),
    /** Whom the total stands without, and their denominator in an earlier period, where one is known. */
    leftOut: z.array(
      z.strictObject({
        unit: unitCode,
        denominator: z.string().nullable(),
        period: z.string().nullable(),
      }),
    ),
  }),
  target: z
    .strictObject({ value: z.string(), comparison: z.string(), horizon: z.string() })
    .nullable(),
  /** Total minus target, in the indicator's unit (for % points of percent); null without both. */
  difference: z.string().nullable(),
  met: z.boolean().nullable(),
  /** What may be said of the total by now (D73, D153); null without a number or a target. */
  verdict: z.enum(verdicts).nullable(),
  /** Why, where the figure and the target do not say so themselves. */
  verdictReason: z.enum(verdictReasons).nullable(),
  /** What the province noted beside a figure of its own. */
  ownNote: z.string(),
  units: z.array(consolidatedCell),
});
export type ConsolidatedRow = z.infer<typeof consolidatedRow>;

export const consolidatedView = z.strictObject({
  period: periodCode,
  periodName: z.string(),
  units: z.array(
    z.strictObject({
      unit: unitCode,
      name: z.string(),
      shortName: z.string(),
      revision: z.number().int().nullable(),
      receivedAt: instant.nullable(),
      /** What the province says of it now; null where nothing came. A returned report has no figures. */
      answer: z.enum(receiptOutcomes).nullable(),
      /** Whether it came in time, by both clocks; null where nothing came. */
      arrival: z.enum(arrivals).nullable(),
      /**
       * When the unit's clock says it was sealed; null where nothing came, or it was not kept, or came
       * in time and only some units are shown.
       */
      sealedAt: instant.nullable(),
      /** Whether that time cannot be right. */
      isSealedAtDoubtful: z.boolean(),
      /** Whether several streams of it state different figures and nobody decided which counts. */
      isUndecided: z.boolean(),
    }),
  ),
  /** Those that sent nothing for the period. */
  missingUnits: z.array(unitCode),
  /** Those whose report the province returned, until they send the next. */
  returnedUnits: z.array(unitCode),
  /** Those whose report came late, by both clocks. */
  lateUnits: z.array(unitCode),
  /** Of which units, in the order of codes, the rows hold figures of their own. */
  shown: z.strictObject({ from: z.number().int(), count: z.number().int() }),
  /** The lock that holds the period; the figures are then those that were locked. */
  lock: periodLock.nullable(),
  /** Whether this account may lock the period and lift its lock. */
  mayLock: z.boolean(),
  rows: z.array(consolidatedRow),
});
export type ConsolidatedView = z.infer<typeof consolidatedView>;

const district = ['recorder', 'approver'] as const;

export const exchangeCalls = {
  'bundle.list': query('signed-in', z.strictObject({ period: periodCode }), z.array(sentBundle)),
  /** Seals the approved period. Sealing the same revision twice gives the bundle sealed before. */
  'bundle.seal': command(district, z.strictObject({ period: periodCode, password }), sentBundle),
  /** Writes a sealed bundle to a folder: `.part`, fsync, read back, compare, rename. */
  'bundle.copy': command(
    district,
    z.strictObject({ id: z.number().int(), folder: placeHandle }),
    sentBundle,
  ),
  /** District: reads what the province sent in a folder: receipts, and newer catalogues. */
  'receipt.import': command(
    district,
    z.strictObject({ folder: placeHandle, password }),
    z.array(verdict),
  ),
  /** District: takes in a receipt's short form as it was typed or scanned from paper. */
  'receipt.enter': command(
    district,
    z.strictObject({ text: z.string().trim().min(1).max(4000) }),
    verdict,
  ),
  /** Province: reads every file of a folder (or one file), answers each accepted bundle there. */
  'bundle.receive': command(
    ['receiver'],
    z.strictObject({ place: placeHandle, password }),
    z.array(verdict),
  ),
  /**
   * Province: what was received, newest first. Of one unit what counts in each period; for one period
   * what counts of each unit, or else the last that it sent; otherwise the newest of all, up to a limit.
   */
  'bundle.received': query(
    ['receiver', 'consolidator'],
    z.union([z.strictObject({ unit: unitCode }), z.strictObject({ period: periodCode }), nothing]),
    z.array(
      z.strictObject({
        id: z.number().int(),
        unit: unitCode,
        unitName: z.string(),
        period: periodCode,
        revision: z.number().int(),
        sequence: z.number().int(),
        fileName: z.string(),
        checkCode: z.string(),
        receivedAt: instant,
        isCurrent: z.boolean(),
        /** What the province says of it now. */
        answer: z.enum(receiptOutcomes),
        /** The newest keyring that the unit is known to have, where the province has a newer one. */
        oldKeyring: z.number().int().nullable(),
        /** The same of the catalogue. */
        oldCatalogue: z.number().int().nullable(),
      }),
    ),
  ),
  'consolidation.view': query(
    ['receiver', 'consolidator'],
    z.strictObject({ period: periodCode, from: z.number().int().min(0).optional() }),
    consolidatedView,
  ),
} as const;
