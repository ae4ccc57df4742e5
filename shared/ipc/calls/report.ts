import { z } from 'zod';

import { query } from '../call.ts';
import { nothing, periodCode, placeHandle } from '../shapes.ts';

const which = z.strictObject({ period: periodCode });

export const reportCalls = {
  /** Lays Biểu số 01 out for the screen: the address of a page that shows exactly what is printed. */
  'report.preview': query(
    'signed-in',
    which,
    z.strictObject({
      address: z.string().regex(/^app:\/\/print\/[0-9a-f]{32}$/),
      pages: z.number(),
    }),
  ),
  'report.savePdf': query(
    'signed-in',
    z.strictObject({ period: periodCode, folder: placeHandle }),
    z.strictObject({ fileName: z.string(), pages: z.number().int() }),
  ),
  /** Opens the system's print dialog with the same pages. */
  'report.print': query('signed-in', which, nothing),
} as const;
