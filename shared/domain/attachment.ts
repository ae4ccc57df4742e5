import { ok, refuse } from '../kit/result.ts';
import type { Result } from '../kit/result.ts';
import { toNfc } from '../text/nfc.ts';
import { recogniseContent } from './file-content.ts';
import type { MediaType } from './file-content.ts';
import { isOpenForRecording } from './workflow.ts';
import type { SubmissionState } from './workflow.ts';

/** Sizes in bytes (D92). A megabyte is 1024 × 1024 here, as file managers count it. */
const MEGABYTE = 1024 * 1024;
export const mostAttachmentBytes = 10 * MEGABYTE;
export const mostPeriodBytes = 50 * MEGABYTE;
export const mostAttachments = 100;
export const longestFileName = 100;

/**
 * What a file is evidence for (D95): a period as a whole (all null), a form, a row of it, or one
 * cell. A part is named only together with what it is part of.
 */
export type AttachmentTarget = {
  readonly form: string | null;
  readonly row: string | null;
  readonly column: string | null;
};

export const wholePeriod: AttachmentTarget = { form: null, row: null, column: null };

const FORM_CODE = /^[A-Za-z][A-Za-z0-9_]{0,39}$/;
const ROW_CODE = /^[A-Z0-9][A-Z0-9_.-]{0,63}$/;
const COLUMN_CODE = /^[a-zA-Z0-9_.]{1,80}$/;

/** Whether a target's codes are codes, and none stands without what it is part of. */
export function isAttachmentTarget({ form, row, column }: AttachmentTarget): boolean {
  if (form === null) return row === null && column === null;
  if (row === null) return FORM_CODE.test(form) && column === null;
  return (
    FORM_CODE.test(form) && ROW_CODE.test(row) && (column === null || COLUMN_CODE.test(column))
  );
}

export type SizeRefusal = 'attachment-empty' | 'attachment-too-large';
export type ContentRefusal =
  'attachment-kind-unknown' | 'attachment-cut' | 'attachment-content-differs';

/** Judges a file by its size alone, before any of it is read (D92). */
export function judgeSize(fileName: string, bytes: number): Result<null, SizeRefusal> {
  if (bytes === 0) return refuse('attachment-empty', { file: fileName });
  return bytes > mostAttachmentBytes
    ? refuse('attachment-too-large', { file: fileName, most: mostAttachmentBytes / MEGABYTE })
    : ok(null);
}

/** What a period holds already: its attachments, and the bytes of its different files. */
export type Held = { readonly attachments: number; readonly bytes: number };

/** Judges whether a period has room for one more attachment of so many new bytes (D92). */
export function judgeRoom(held: Held, newBytes: number): Result<null, 'attachments-too-many'> {
  return held.attachments < mostAttachments && held.bytes + newBytes <= mostPeriodBytes
    ? ok(null)
    : refuse('attachments-too-many', {
        most: mostPeriodBytes / MEGABYTE,
        mostFiles: mostAttachments,
      });
}

/**
 * Judges a file by its bytes, and its name by them (D90, D91). Gives the kind and the name under
 * which it is kept. Refuses `attachment-kind-unknown`, `attachment-cut`, and
 * `attachment-content-differs` {file, said, found} where the name's ending says something else.
 */
export function judgeContent(
  fileName: string,
  bytes: Uint8Array,
): Result<{ readonly mediaType: MediaType; readonly fileName: string }, ContentRefusal> {
  const content = recogniseContent(bytes);
  if (content === null) return refuse('attachment-kind-unknown', { file: fileName });
  const { mediaType, isWhole } = content;
  const said = endingOf(fileName);
  if (said !== null && !endings[mediaType].includes(said)) {
    const found = endingFor(mediaType);
    return refuse('attachment-content-differs', { file: fileName, said, found });
  }
  if (!isWhole) return refuse('attachment-cut', { file: fileName });
  return ok({ mediaType, fileName: cleanFileName(fileName, mediaType) });
}

/** The endings of each kind; the first is the one that is given. */
const endings: Readonly<Record<MediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/png': ['png'],
};

/** The usual ending of a kind of file, without its point. */
export function endingFor(mediaType: MediaType): 'pdf' | 'jpg' | 'png' {
  switch (mediaType) {
    case 'application/pdf':
      return 'pdf';
    case 'image/jpeg':
      return 'jpg';
    case 'image/png':
      return 'png';
  }
}

const ENDING = /\.([\p{L}\d]*\p{L}[\p{L}\d]*)$/u;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;
const NOT_IN_FILE_NAMES = /[<>:"/\\|?*]/g;
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const NAMELESS = 'tai-lieu';

/** A file's name as it can be told: NFC, on one line, without signs that turn or hide text. */
export function plainFileName(fileName: string): string {
  return toNfc(fileName.replace(/\s/gu, ' ').replace(UNSEEN, '')).replace(/ {2,}/g, ' ').trim();
}

/** The ending of a file name in lower case; null when none is there, as in `Bieu 8.2022`. */
function endingOf(fileName: string): string | null {
  const [, ending] = ENDING.exec(plainFileName(fileName)) ?? [];
  return ending === undefined ? null : ending.toLowerCase();
}

/**
 * The name under which a file is kept, shown and written again (D91): NFC, on one line, without signs
 * that turn or hide text, without what file systems forbid, with an ending that tells its kind, at
 * most 100 letters. A name that is clean stays as it is.
 */
export function cleanFileName(fileName: string, mediaType: MediaType): string {
  const whole = plainFileName(fileName).replace(NOT_IN_FILE_NAMES, '-');
  const [, said = ''] = ENDING.exec(whole) ?? [];
  const isRight = endings[mediaType].includes(said.toLowerCase());
  const ending = isRight ? said.toLowerCase() : endingFor(mediaType);
  const longest = longestFileName - ending.length - 1;
  const base = trimmed(cutTo(trimmed(isRight ? whole.slice(0, -said.length) : whole), longest));
  const safe = WINDOWS_DEVICE.test(base) ? cutTo(`_${base}`, longest) : base;
  return `${safe === '' ? NAMELESS : safe}.${ending}`;
}

/** Whether a name is what `cleanFileName` makes of it: bundles hold nothing else. */
export function isCleanFileName(fileName: string, mediaType: MediaType): boolean {
  return cleanFileName(fileName, mediaType) === fileName;
}

/** Without points and blanks at its ends: Windows drops the last ones, others hide by the first. */
function trimmed(text: string): string {
  return text.replace(/^[. ]+|[. ]+$/g, '');
}

/** At most so many UTF-16 units, never half a letter. */
function cutTo(text: string, longest: number): string {
  let cut = '';
  for (const letter of text) {
    if (cut.length + letter.length > longest) break;
    cut += letter;
  }
  return cut;
}

/** Whether attachments may be added and taken away (D93): as long as figures may be recorded. */
export function isOpenForAttachments(state: SubmissionState): boolean {
  return isOpenForRecording(state);
}
