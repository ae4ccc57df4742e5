import { z } from 'zod';

import { command, query } from '../call.ts';
import { instant, nothing, password, placeHandle, refusal, unitCode } from '../shapes.ts';

const version = z.number().int();

/** Which catalogue of the plan is in force at the province, and which one each unit goes by. */
const catalogueHolders = z.strictObject({
  version,
  units: z.array(
    z.strictObject({
      unit: unitCode,
      name: z.string(),
      /** Whether its key is enrolled: only then can anything be sealed for it. */
      isEnrolled: z.boolean(),
      /** What the report that was received last says; null before any said it. */
      reported: z.strictObject({ version, at: instant }).nullable(),
      /** What was sealed for it and written last; null when nothing was. */
      issued: z.strictObject({ version, at: instant }).nullable(),
    }),
  ),
});
export type CatalogueHolders = z.infer<typeof catalogueHolders>;

export const catalogueCalls = {
  /**
   * Province: seals the catalogue in force for every unit whose key is enrolled, one file each. Where a
   * file cannot be written, the others are, and both are told. For receivers, who have the office's keys.
   */
  'catalogue.issue': command(
    ['receiver'],
    z.strictObject({ folder: placeHandle, password }),
    z.strictObject({
      version,
      folderLabel: z.string(),
      files: z.array(z.strictObject({ unit: unitCode, name: z.string(), fileName: z.string() })),
      missing: z.array(z.strictObject({ unit: unitCode, name: z.string(), refusal })),
    }),
  ),
  'catalogue.holders': query(['receiver', 'consolidator'], nothing, catalogueHolders),
} as const;
