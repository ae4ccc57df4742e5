import { z } from 'zod';

import { command, query } from '../call.ts';
import { instant, nothing, password, placeHandle } from '../shapes.ts';
import { verdict, verdictOutcomes } from './exchange.ts';

/** How many files came to which outcome. */
const counts = z.record(z.enum(verdictOutcomes), z.number().int());
export type VerdictCounts = z.infer<typeof counts>;

export const importEnds = ['done', 'cancelled'] as const;
export type ImportEnd = (typeof importEnds)[number];

/** A time that files were taken in. `interrupted`: cut off before its end, so run it again. */
export const importRun = z.strictObject({
  id: z.number().int(),
  source: z.string(),
  files: z.number().int(),
  begunBy: z.string(),
  begunAt: instant,
  endedAt: instant.nullable(),
  state: z.enum([...importEnds, 'running', 'interrupted']),
  /** Receipts that it wrote; null where it did not come to its end. */
  receipts: z.number().int().nullable(),
  counts,
});
export type ImportRunView = z.infer<typeof importRun>;

/** How far the files of a place are read or taken in. */
export const inboxProgress = z.strictObject({
  kind: z.enum(['preview', 'take-in']),
  total: z.number().int(),
  done: z.number().int(),
  /** The file that is judged now. */
  fileName: z.string().nullable(),
  counts,
});
export type InboxProgress = z.infer<typeof inboxProgress>;

const readingHandle = z.string().regex(/^reading-[0-9a-f]{32}$/);
const receiver = ['receiver'] as const;

/** The province's inbox: look first, then take in, with one password. */
export const inboxCalls = {
  /**
   * Judges every file of a place as taking in would, and changes nothing. The office's keys stay open
   * for `inbox.takeIn` under the reading's handle: until it is used, cancelled or too old, or somebody
   * signs in or out. `reading` is null when it was cancelled on the way.
   */
  'inbox.preview': command(
    receiver,
    z.strictObject({ place: placeHandle, password }),
    z.strictObject({
      reading: readingHandle.nullable(),
      /** When the reading is over by itself. */
      goodUntil: instant.nullable(),
      total: z.number().int(),
      verdicts: z.array(verdict),
    }),
  ),
  /** Takes in what was looked at. Every file is read and judged anew: what changed has a new verdict. */
  'inbox.takeIn': command(
    receiver,
    z.strictObject({ reading: readingHandle }),
    z.strictObject({
      run: z.number().int(),
      state: z.enum(importEnds),
      total: z.number().int(),
      verdicts: z.array(verdict),
      /** The folder of refused files, where a copy of one lies there. */
      quarantineFolder: z.string().nullable(),
    }),
  ),
  /** How far a reading or an import is; null when none goes on. It waits for no command. */
  'inbox.progress': query(receiver, nothing, inboxProgress.nullable()),
  /** Ends a reading or an import after the file that is judged now, and a reading that waits. */
  'inbox.cancel': query(receiver, nothing, nothing),
  /** The register: the last runs, newest first. */
  'inbox.runs': query(receiver, nothing, z.array(importRun)),
  'inbox.run': query(
    receiver,
    z.strictObject({ id: z.number().int() }),
    importRun.extend({ verdicts: z.array(verdict), quarantineFolder: z.string().nullable() }),
  ),
} as const;
