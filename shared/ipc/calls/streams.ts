import { z } from 'zod';

import { receiptOutcomes } from '../../bundle/receipt.ts';
import { longestNote } from '../../domain/answer-limits.ts';
import { command, query } from '../call.ts';
import { instant, message, password, periodCode, unitCode } from '../shapes.ts';

/** The digest of a bundle's statement: what a decision names. */
const statement = z.string().regex(/^[0-9a-f]{64}$/);

/** A cell in which reports differ, with what each says there in words; null where nothing stands. */
export const streamCell = z.strictObject({
  form: z.string(),
  formName: z.string(),
  row: z.string(),
  rowName: z.string(),
  column: z.string(),
  columnName: z.string(),
  values: z.array(z.string().nullable()),
});
export type StreamCell = z.infer<typeof streamCell>;

/** A bundle as one side of a comparison. */
const streamSide = z.strictObject({
  statement,
  checkCode: z.string(),
  revision: z.number().int(),
  sequence: z.number().int(),
  /** Which installation of the unit sent it: the beginning of its series. */
  series: z.string(),
  /** The how-manieth installation that was enrolled; null for one that was not. */
  installation: z.number().int().nullable(),
  preparedBy: z.string().nullable(),
  approvedBy: z.string().nullable(),
  /** By the unit's clock; null for what came before that was kept. */
  sealedAt: instant.nullable(),
  receivedAt: instant,
  /** Why it is held; null for a bundle that was taken in. */
  heldFor: z.string().nullable(),
  answer: z.enum(receiptOutcomes).nullable(),
});
export type StreamSide = z.infer<typeof streamSide>;

const streamQuestion = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  period: periodCode,
  periodName: z.string(),
  /** What counts now; null where nothing of the unit does. */
  here: streamSide.nullable(),
  /** What else was sent, each with in how many cells it differs from what counts. */
  others: z.array(streamSide.extend({ differing: z.number().int() })),
});
export type StreamQuestion = z.infer<typeof streamQuestion>;

const streamDecision = z.strictObject({
  unit: unitCode,
  unitName: z.string(),
  /** Check codes: the same as receipts and bundles have. */
  chosen: z.string().nullable(),
  setAside: z.array(z.string()),
  reason: z.string(),
  decidedBy: z.string(),
  decidedAt: instant,
});

const deskView = z.strictObject({
  questions: z.array(streamQuestion),
  /** The units whose last decision may be looked at again, as the question that it was. */
  settled: z.array(streamQuestion),
  /** What was decided of this period before, newest first. */
  decisions: z.array(streamDecision),
});
export type StreamDesk = z.infer<typeof deskView>;

const readers = ['receiver', 'consolidator'] as const;

/** Bundles of one unit that do not go together, and what people decide about them (B31). */
export const streamCalls = {
  'stream.list': query(readers, z.strictObject({ period: periodCode }), deskView),
  /** What counts, another bundle and what both began from, where any of them differ. */
  'stream.compare': query(
    readers,
    z.strictObject({ unit: unitCode, period: periodCode, other: statement }),
    z.strictObject({ base: streamSide.nullable(), cells: z.array(streamCell) }),
  ),
  /** Decides which bundle counts; `known` names all that the decider saw, so that nothing slips in. */
  'stream.decide': command(
    ['receiver'],
    z.strictObject({
      unit: unitCode,
      period: periodCode,
      chosen: statement.nullable(),
      known: z.array(statement).min(1).max(100),
      reason: message(longestNote),
      password,
    }),
    deskView,
  ),
} as const;
