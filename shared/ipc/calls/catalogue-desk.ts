import { z } from 'zod';

import type { Catalogue } from '../../catalogue/catalogue.ts';
import { differenceGroups } from '../../catalogue/edit/differences.ts';
import { catalogueEdit } from '../../catalogue/edit/edit.ts';
import { command, query } from '../call.ts';
import { day, formCode, instant, nothing, password, periodCode, placeHandle } from '../shapes.ts';

const version = z.number().int();
const count = z.number().int();

/** One difference between two versions, as `differencesOf` tells it. */
const difference = z.strictObject({
  group: z.enum(differenceGroups),
  kind: z.enum(['added', 'changed', 'ended', 'removed', 'reordered']),
  id: z.string(),
  name: z.string(),
  field: z.string().nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

/** The services read catalogues strictly before they keep or show one. */
const catalogue = z.custom<Catalogue>((value) => typeof value === 'object' && value !== null);

/** The draft of the next version, or the version in force where nothing was edited yet. */
const draftView = z.strictObject({
  inForce: version,
  next: version,
  catalogue,
  edited: z.strictObject({ by: z.string(), at: instant }).nullable(),
  /** What contradicts itself; such a draft is kept and not published. */
  faults: z.array(z.strictObject({ code: z.string(), at: z.string(), value: z.string() })),
  differences: z.array(difference),
  /** The step that can be undone now, with what it changed; null where there is none. */
  lastStep: z
    .strictObject({
      id: count,
      action: z.enum(['edit', 'load', 'discard']),
      by: z.string(),
      at: instant,
      /** Of an edit; a file and a discarding change everything. */
      differences: z.array(difference),
    })
    .nullable(),
});
export type DraftView = z.infer<typeof draftView>;

/** What a version does to a form that this unit has open. */
const sheetEffect = z.strictObject({
  period: periodCode,
  periodName: z.string(),
  form: formCode,
  formName: z.string(),
  /** Why it would be there no more: no such form or period, or this unit does not report in it. */
  gone: z.enum(['form', 'unit']).nullable(),
  /** Typed figures whose row or column goes away. */
  lost: z.array(z.strictObject({ row: z.string(), column: z.string(), typed: z.string() })),
  newRows: z.array(z.string()),
  toFill: z.strictObject({ before: count, after: count }),
  findings: z.strictObject({
    before: count,
    after: count,
    blockingBefore: count,
    blockingAfter: count,
  }),
});
export type SheetEffect = z.infer<typeof sheetEffect>;

const offerView = z.strictObject({
  version,
  current: version,
  receivedAt: instant,
  differences: z.array(difference),
  deadlines: z.array(
    z.strictObject({ period: periodCode, periodName: z.string(), before: day, after: day }),
  ),
  sheets: z.array(sheetEffect),
});
export type OfferView = z.infer<typeof offerView>;

/** The province's desk of the catalogue, and what a district does with a version that was sent. */
export const catalogueDeskCalls = {
  'catalogue.draft': query(['receiver', 'consolidator'], nothing, draftView),
  /** Applies one edit to the draft, which begins with the first. */
  'catalogue.edit': command(['receiver'], z.strictObject({ edit: catalogueEdit }), draftView),
  'catalogue.discard': command(['receiver'], nothing, draftView),
  /** Undoes the draft's last step, by its number. */
  'catalogue.undo': command(['receiver'], z.strictObject({ step: count }), draftView),
  /** Puts a whole catalogue from a JSON file in the draft's place. */
  'catalogue.load': command(['receiver'], z.strictObject({ file: placeHandle }), draftView),
  /** Writes the draft, or the version in force, as a JSON file. */
  'catalogue.save': query(
    ['receiver', 'consolidator'],
    z.strictObject({ folder: placeHandle }),
    z.strictObject({ fileName: z.string() }),
  ),
  /** Makes the draft the version in force. */
  'catalogue.publish': command(['receiver'], z.strictObject({ password }), draftView),
  /** The version that waits here, in short; null where none does. */
  'catalogue.waiting': query(
    ['recorder', 'approver'],
    nothing,
    z.strictObject({ version, current: version, receivedAt: instant }).nullable(),
  ),
  /** What the version that waits would change; null where none waits. */
  'catalogue.offer': query(['recorder', 'approver'], nothing, offerView.nullable()),
  /** Goes by a version that waits, from now on. */
  'catalogue.take': command(
    ['recorder', 'approver'],
    z.strictObject({ version }),
    z.strictObject({ version }),
  ),
} as const;
