import { z } from 'zod';

import { exportFormats } from '#shared/domain/export-format.ts';
import { query } from '../call.ts';
import { periodCode, placeHandle, refusal } from '../shapes.ts';

const format = z.enum(exportFormats);

/** What became of one format: the file as it was read back, or why there is none. */
const exportedFile = z.strictObject({
  format,
  fileName: z.string().nullable(),
  bytes: z.number().int(),
  sha256: z.string().nullable(),
  refusal: refusal.nullable(),
});
export type ExportedFile = z.infer<typeof exportedFile>;

export const exportCalls = {
  /**
   * Writes the consolidated figures of a period into a folder, one file for each format, each read
   * back and compared. A format that is refused keeps no other from being written.
   */
  'consolidation.export': query(
    ['receiver', 'consolidator'],
    z.strictObject({
      period: periodCode,
      folder: placeHandle,
      formats: z.array(format).min(1).max(exportFormats.length),
    }),
    z.array(exportedFile),
  ),
} as const;
