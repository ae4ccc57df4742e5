import { z } from 'zod';
import { CELLS_PATH } from './cell-record.ts';
import {
  appVersionField,
  instantField,
  periodCodeField,
  sequenceField,
  versionField,
} from './fields.ts';
import { addressShape, fileEntryShape, formsField, originShape } from './statement.ts';

/**
 * The payload of a drafts bundle: one installation of a unit hands another of the same unit what was
 * typed so far for a period. It is no report: nobody approved it, the province never takes it.
 */
export const draftsStatementShape = z
  .strictObject({
    v: z.literal(1),
    type: z.literal('sct.drafts'),
    from: originShape,
    to: addressShape,
    period: periodCodeField,
    forms: formsField,
    catalogue: versionField,
    seq: sequenceField,
    created: instantField,
    app: appVersionField,
    files: z.tuple([fileEntryShape]),
  })
  .refine(({ files }) => files[0].path === CELLS_PATH, { path: ['files'] })
  .refine(({ from, to }) => from.unit === to.unit, { path: ['to', 'unit'] });

export type DraftsStatement = z.infer<typeof draftsStatementShape>;

/** What the sealer is told; it adds the version, the type and the list of files itself. */
export type DraftsFacts = Omit<DraftsStatement, 'v' | 'type' | 'files'>;
