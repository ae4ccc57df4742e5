/** The smallest files that are what they say; `about` makes one differ from another. */

/** A PDF of one line with its end mark. */
export function smallPdf(about = 'văn bản'): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.7\n% ${about}\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n`);
}

/** A JPEG with a picture inside its first segment, a scan and, behind its end, a camera's extras. */
export function smallJpeg(extras: readonly number[] = [1, 2, 3]): Uint8Array {
  const thumbnail = [0xff, 0xd8, 0xff, 0xd9];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...[0xff, 0xe1, 0, 2 + thumbnail.length, ...thumbnail],
    ...[0xff, 0xff, 0xdb, 0, 3, 0],
    ...[0xff, 0xda, 0, 3, 1, 0x12, 0x34, 0xff, 0x00, 0x56],
    ...[0xff, 0xd9, ...extras],
  ]);
}

/** A PNG of one header and its last chunk. */
export function smallPng(): Uint8Array {
  const chunk = (type: string, ...content: readonly number[]) => [
    ...[0, 0, 0, content.length],
    ...[...type].map((letter) => letter.charCodeAt(0)),
    ...content,
    ...[0, 0, 0, 0],
  ];
  const start = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return Uint8Array.from([...start, ...chunk('IHDR', 1, 2, 3), ...chunk('IEND')]);
}

/** The first bytes of a Windows program. */
export function smallProgram(): Uint8Array {
  return Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0]);
}
