import { z } from 'zod';

import { query } from '../call.ts';
import { nothing, placeHandle, shortText } from '../shapes.ts';

/** Forms about keys, to be printed and signed by hand. */
const files = [
  /** District: "phiếu đăng ký khóa". */
  z.strictObject({ kind: z.literal('enrolment') }),
  /** Province: its fingerprint, for the letter to the units. */
  z.strictObject({ kind: z.literal('letter') }),
  /** Province: "biên bản bàn giao khóa", of the root keys in use. */
  z.strictObject({ kind: z.literal('handover') }),
] as const;
const file = z.discriminatedUnion('kind', files);
const document = z.discriminatedUnion('kind', [
  ...files,
  /** A recovery code that was just made and is told by the caller: it is kept nowhere. */
  z.strictObject({ kind: z.literal('recovery'), code: shortText }),
]);
export type KeyDocument = z.infer<typeof document>;
export type KeyDocumentFile = z.infer<typeof file>;

export const keyDocumentCalls = {
  /** A recovery code is never written to a file. */
  'keyform.savePdf': query(
    'administrator',
    z.strictObject({ document: file, folder: placeHandle }),
    z.strictObject({ fileName: z.string(), folderLabel: z.string() }),
  ),
  /** Opens the system's print dialog. */
  'keyform.print': query('administrator', z.strictObject({ document }), nothing),
} as const;
