import { z } from 'zod';
import {
  appVersionField,
  instantField,
  sequenceField,
  sha256Field,
  versionField,
} from './fields.ts';
import { addressShape, fileEntryShape, originShape } from './statement.ts';

/** Where the plan lies in the archive: the catalogue as canonical JSON. */
export const CATALOGUE_PATH = 'data/catalogue.json';

/**
 * The payload of a catalogue bundle: the province hands a unit the plan as data (periods, indicators,
 * forms, checks, units). `sha256` is of the catalogue's canonical JSON and thus the same for
 * everybody who holds that version.
 */
export const catalogueStatementShape = z
  .strictObject({
    v: z.literal(1),
    type: z.literal('sct.catalogue'),
    from: originShape,
    to: addressShape,
    seq: sequenceField,
    created: instantField,
    app: appVersionField,
    keyring: versionField,
    catalogue: z.strictObject({ version: versionField, sha256: sha256Field }),
    files: z.tuple([fileEntryShape]),
  })
  .refine(({ files }) => files[0].path === CATALOGUE_PATH, { path: ['files'] })
  .refine(({ files, catalogue }) => files[0].sha256 === catalogue.sha256, {
    path: ['catalogue', 'sha256'],
  });

export type CatalogueStatement = z.infer<typeof catalogueStatementShape>;

/** What the sealer is told; it adds version, type, digest and list of files itself. */
export type CatalogueFacts = Omit<CatalogueStatement, 'v' | 'type' | 'catalogue' | 'files'>;
