import { z } from 'zod';

import { query } from '../call.ts';
import { formCode, instant, periodCode, unitCode } from '../shapes.ts';
import { openedSheet } from './sheet.ts';

/** A form of a unit's current bundle as the province reads it; nothing in it can be recorded. */
const receivedSheet = openedSheet.extend({
  revision: z.number().int(),
  receivedAt: instant,
  checkCode: z.string(),
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
