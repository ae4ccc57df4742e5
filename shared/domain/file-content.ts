/** What a file is by its own bytes. Names and their endings are only what somebody wrote. */

export const mediaTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MediaType = (typeof mediaTypes)[number];

/** `isWhole` false: it begins as that kind of file, and its end is missing. */
export type FileContent = { readonly mediaType: MediaType; readonly isWhole: boolean };

const PDF_START = [0x25, 0x50, 0x44, 0x46, 0x2d]; // %PDF-
const PDF_END = [0x25, 0x25, 0x45, 0x4f, 0x46]; // %%EOF
const PNG_START = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PNG_LAST_CHUNK = [0x49, 0x45, 0x4e, 0x44]; // IEND
const JPEG_START = [0xff, 0xd8, 0xff];
const JPEG_SCAN = 0xda;
const JPEG_END = 0xd9;
/** Readers of PDF look for the end mark in this many last bytes (ISO 32000-1, annex H.3, note 18). */
const PDF_TAIL_BYTES = 1024;

/**
 * Recognises PDF, JPEG and PNG by their first bytes and tells whether their end is there (D90):
 * `%%EOF` near the end of a PDF, the last chunk of a PNG, the end mark behind the scan of a JPEG.
 * What follows that end, as some cameras write, does no harm. Null for every other content.
 */
export function recogniseContent(bytes: Uint8Array): FileContent | null {
  if (standsAt(bytes, PDF_START, 0)) {
    return { mediaType: 'application/pdf', isWhole: hasPdfEnd(bytes) };
  }
  if (standsAt(bytes, PNG_START, 0)) return { mediaType: 'image/png', isWhole: hasPngEnd(bytes) };
  if (standsAt(bytes, JPEG_START, 0)) {
    return { mediaType: 'image/jpeg', isWhole: hasJpegEnd(bytes) };
  }
  return null;
}

function hasPdfEnd(bytes: Uint8Array): boolean {
  const from = Math.max(PDF_START.length, bytes.length - PDF_TAIL_BYTES);
  for (let at = bytes.length - PDF_END.length; at >= from; at -= 1) {
    if (standsAt(bytes, PDF_END, at)) return true;
  }
  return false;
}

/** Goes from chunk to chunk: length, type, content, checksum (PNG, section 5.3). */
function hasPngEnd(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = PNG_START.length;
  while (at + 12 <= bytes.length) {
    const next = at + 12 + view.getUint32(at);
    if (standsAt(bytes, PNG_LAST_CHUNK, at + 4)) return next <= bytes.length;
    at = next;
  }
  return false;
}

/**
 * Goes from segment to segment up to the scan, past the small picture that a camera may have put
 * into one of them, and looks for the end mark from there (ITU-T T.81, annex B).
 */
function hasJpegEnd(bytes: Uint8Array): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== JPEG_SCAN) {
    const isFill = bytes[at + 1] === 0xff;
    at += isFill ? 1 : 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
  for (; at + 1 < bytes.length; at += 1) {
    if (bytes[at] === 0xff && bytes[at + 1] === JPEG_END) return true;
  }
  return false;
}

function standsAt(bytes: Uint8Array, pattern: readonly number[], at: number): boolean {
  return pattern.every((byte, offset) => bytes[at + offset] === byte);
}
