import { z } from 'zod';

import { receiptOutcomes } from '../../bundle/receipt.ts';
import { longestNote, longestRefusalNote, longestRemark } from '../../domain/answer-limits.ts';
import { command, query } from '../call.ts';
import {
  columnCode,
  formCode,
  instant,
  message,
  nothing,
  password,
  periodCode,
  placeHandle,
  remark,
  rowCode,
  unitCode,
} from '../shapes.ts';

/** A remark with the cell in words. */
const namedRemark = remark.extend({ place: z.string() });

const issuedReceipt = z.strictObject({
  sequence: z.number().int(),
  outcome: z.enum(receiptOutcomes),
  code: z.string().nullable(),
  note: z.string().nullable(),
  remarks: z.array(namedRemark),
  answeredBy: z.string(),
  answeredAt: instant,
  fileName: z.string(),
  /** Whether its short form was kept, for the printed receipt. */
  isPrintable: z.boolean(),
  /** When it was first written out, as far as the store knows; null before. */
  handed: z
    .strictObject({ way: z.enum(['folder', 'outbox']), by: z.string(), at: instant })
    .nullable(),
});
export type IssuedReceipt = z.infer<typeof issuedReceipt>;

const answerView = z.strictObject({
  bundle: z.number().int(),
  unit: unitCode,
  unitName: z.string(),
  period: periodCode,
  periodName: z.string(),
  revision: z.number().int(),
  checkCode: z.string(),
  receivedAt: instant,
  /** What was answered so far, newest first: that one is what the province says now. */
  receipts: z.array(issuedReceipt),
  /** What stands beside the cells now: every answer carries all of it, until it is taken back. */
  remarks: z.array(namedRemark),
});
export type AnswerView = z.infer<typeof answerView>;

const bundle = z.number().int().positive();
const readers = ['receiver', 'consolidator'] as const;
const sequence = z.number().int().positive();
const written = z.strictObject({ fileName: z.string(), folderLabel: z.string() });

/** A folder, one folder for each unit in it, or the outbox beside the store. */
const handingPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), folder: placeHandle }),
  z.strictObject({ kind: z.literal('unit-folders'), folder: placeHandle }),
  z.strictObject({ kind: z.literal('outbox') }),
]);

/** The province's answers to what it received. */
export const answerCalls = {
  'answer.view': query(readers, z.strictObject({ bundle }), answerView),
  /** Keeps a remark on a row or cell for this and every later answer; an empty text takes it back. */
  'remark.save': command(
    ['receiver'],
    z.strictObject({
      bundle,
      form: formCode,
      row: rowCode,
      column: columnCode.nullable(),
      text: message(longestRemark),
    }),
    answerView,
  ),
  /** Signs an answer: with a note or standing remarks an accepted report is accepted with notes. */
  'answer.give': command(
    ['receiver'],
    z.strictObject({
      bundle,
      answer: z.enum(['accepted', 'returned']),
      note: message(longestNote).nullable(),
      password,
    }),
    answerView,
  ),
  /** Signs the refusal of a file that is authentic and cannot be taken, and writes it beside. */
  'answer.refuse': command(
    ['receiver'],
    z.strictObject({
      place: placeHandle,
      fileName: z.string().max(255),
      note: message(longestRefusalNote).nullable(),
      password,
    }),
    z.strictObject({ fileName: z.string(), code: z.string() }),
  ),
  /** Writes a signed receipt to a folder, for the courier. */
  'answer.write': command(['receiver'], z.strictObject({ sequence, folder: placeHandle }), written),
  /** The answers in force that were never written anywhere. */
  'answer.unwritten': query(
    readers,
    nothing,
    z.array(
      z.strictObject({
        sequence,
        unit: z.string(),
        unitName: z.string(),
        fileName: z.string(),
      }),
    ),
  ),
  /** Writes one receipt (or all that were never written, for null) for whoever carries them. */
  'answer.hand': command(
    ['receiver'],
    z.strictObject({ sequence: sequence.nullable(), to: handingPlace }),
    z.strictObject({ written: z.array(written), folderLabel: z.string() }),
  ),
  /** Writes the printed receipt as PDF. */
  'answer.savePdf': query(readers, z.strictObject({ sequence, folder: placeHandle }), written),
  /** Opens the system's print dialog with it. */
  'answer.print': query(readers, z.strictObject({ sequence }), nothing),
} as const;
