import type { AttachmentView } from '#shared/ipc/calls/attachment.ts';
import type { Text } from '../../ui/text.ts';

type File = Pick<AttachmentView, 'mediaType' | 'bytes' | 'sha256' | 'targetName' | 'column'>;

const KILOBYTE = 1024;
const MEGABYTE = 1024 * 1024;
const SHORT_HASH = 8;

/** A size as file managers write it: `512 byte`, `84 KB`, `1,4 MB`; rounded up, never to nothing. */
export function sizeText(bytes: number, { formatDecimal }: Text): string {
  if (bytes < KILOBYTE) return `${String(bytes)} byte`;
  if (bytes < MEGABYTE) return `${String(Math.ceil(bytes / KILOBYTE))} KB`;
  const tenths = Math.ceil((bytes * 10) / MEGABYTE);
  const whole = String(Math.floor(tenths / 10));
  const rest = tenths % 10;
  return `${formatDecimal(rest === 0 ? whole : `${whole}.${String(rest)}`)} MB`;
}

export function kindText({ mediaType }: Pick<File, 'mediaType'>, { t }: Text): string {
  return t(`attachments.kinds.${mediaType}`);
}

/** What a file is evidence for, in words. */
export function targetText({ targetName }: Pick<File, 'targetName'>, { t }: Text): string {
  return targetName ?? t('attachments.list.wholePeriod');
}

/** Eight digits of a digest, for eyes that compare; the whole stands in the title. */
export function shortHash(sha256: string): string {
  return sha256.slice(0, SHORT_HASH);
}
