import { z } from 'zod';

import { command, query } from '../call.ts';
import {
  cellText,
  columnCode,
  formCode,
  instant,
  nothing,
  password,
  periodCode,
  placeHandle,
  rowCode,
  shortText,
} from '../shapes.ts';
import { mostCellsAtOnce } from './sheet.ts';

const computerId = z.number().int().min(1);
const recorders = ['recorder'] as const;

/** Another installation of this unit, paired by its fingerprint. */
const pairedComputer = z.strictObject({
  id: computerId,
  name: z.string(),
  fingerprint: z.string(),
  pairedAt: instant,
  pairedBy: z.string(),
  /** Whether the province's keyring says that its key counts no longer: nothing goes either way. */
  isRevoked: z.boolean(),
});
const pairedComputers = z.array(pairedComputer);

/** One cell of drafts: what is here, and what taking it over would make of it, both as typed. */
const draftCell = z.strictObject({
  form: z.string(),
  row: z.string(),
  rowName: z.string(),
  column: z.string(),
  columnName: z.string(),
  before: z.string(),
  after: z.string(),
  /** The same as a reader knows it: the name of a choice, a figure in groups. */
  shownBefore: z.string(),
  shownAfter: z.string(),
  isNumber: z.boolean(),
  /** Whether the other computer's text is no value yet: it is taken over as the draft that it is. */
  isDraft: z.boolean(),
  outcome: z.enum(['new', 'changed', 'unchanged', 'refused']),
  reason: z.enum(['form-unknown', 'row-unknown', 'cell-not-yours', 'drafts-older']).nullable(),
});
export type DraftCell = z.infer<typeof draftCell>;

const draftsPreview = z.strictObject({
  fileName: z.string(),
  /** The digest of the statement that was opened; `drafts.take` takes over this one and no other. */
  statement: z.string(),
  computer: z.string(),
  period: periodCode,
  periodName: z.string(),
  sequence: z.number().int(),
  sealedAt: instant,
  forms: z.array(
    z.strictObject({
      form: z.string(),
      name: z.string(),
      /** When a newer file of this form was taken; this one is then looked at only. */
      newerTakenAt: instant.nullable(),
      /** When this very file was taken before. */
      takenAt: instant.nullable(),
    }),
  ),
  cells: z.array(draftCell),
});
export type DraftsPreview = z.infer<typeof draftsPreview>;

export const draftsCalls = {
  'pairing.list': query('signed-in', nothing, pairedComputers),
  /** District: trusts another computer of this unit, by its request and the digits that it shows. */
  'pairing.add': command(
    'administrator',
    z.strictObject({ file: placeHandle, fingerprint: shortText, name: shortText }),
    pairedComputers,
  ),
  'pairing.remove': command('administrator', z.strictObject({ id: computerId }), pairedComputers),
  /** District: seals what was typed so far in some forms for a paired computer. */
  'drafts.send': command(
    recorders,
    z.strictObject({
      period: periodCode,
      forms: z.array(formCode).min(1).max(40),
      to: computerId,
      folder: placeHandle,
      password,
    }),
    z.strictObject({ fileName: z.string(), folderLabel: z.string(), cells: z.number().int() }),
  ),
  /** District: opens drafts of a paired computer and looks at each cell. Records nothing. */
  'drafts.preview': command(
    recorders,
    z.strictObject({ file: placeHandle, password }),
    draftsPreview,
  ),
  /** Records the accepted cells of the drafts that were looked at last. */
  'drafts.take': command(
    recorders,
    z.strictObject({
      statement: z.string().regex(/^[0-9a-f]{64}$/),
      accepted: z
        .array(
          z.strictObject({
            form: formCode,
            row: rowCode,
            column: columnCode,
            before: cellText,
            after: cellText,
          }),
        )
        .min(1)
        .max(mostCellsAtOnce),
    }),
    z.strictObject({
      savedAt: instant,
      recorded: z.number().int(),
      /** Accepted, but the cell here had changed since it was looked at. */
      overtaken: z.number().int(),
      /** Would have been taken over, but was not accepted. */
      left: z.number().int(),
      /** What the recorded cells held before, as typed: `sheet.record` takes it back. */
      before: z.array(
        z.strictObject({
          form: formCode,
          row: rowCode,
          column: columnCode,
          typed: z.string(),
          isCarried: z.boolean(),
        }),
      ),
    }),
  ),
} as const;
