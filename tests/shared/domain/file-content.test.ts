import { describe, expect, it } from 'vitest';

import { recogniseContent } from '#shared/domain/file-content.ts';
import { smallJpeg, smallPdf, smallPng, smallProgram } from '../../helpers/small-files.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what a file is', () => {
  it.each([
    ['application/pdf', smallPdf()],
    ['image/jpeg', smallJpeg()],
    ['image/png', smallPng()],
  ])('D90 %s by its own bytes', (mediaType, bytes) => {
    expect(recogniseContent(bytes)).toEqual({ mediaType, isWhole: true });
  });

  it.each([
    ['a program', smallProgram()],
    ['nothing', new Uint8Array()],
    ['a text', bytesOf('Số liệu %PDF-1.7 %%EOF')],
    ['a ZIP', bytesOf('PK\u0003\u0004')],
    ['a page', bytesOf('<!doctype html>')],
  ])('D90 %s is none of them', (_what, bytes) => {
    expect(recogniseContent(bytes)).toBeNull();
  });

  it.each([
    ['PDF', smallPdf(), -7],
    ['JPEG', smallJpeg([]), -1],
    ['PNG', smallPng(), -1],
  ])('D90 a %s without its end is cut', (_what, bytes, end) => {
    for (let length = 8; length <= bytes.length + end; length += 1) {
      expect(recogniseContent(bytes.subarray(0, length))?.isWhole, String(length)).toBe(false);
    }
  });

  it('D90 a PDF may have a little behind its end, and no more', () => {
    const padded = (count: number) => bytesOf(`%PDF-1.4\n%%EOF${' '.repeat(count)}`);
    expect(recogniseContent(padded(1000))?.isWhole).toBe(true);
    expect(recogniseContent(padded(2000))?.isWhole).toBe(false);
  });

  it('D90 lengths that lead nowhere end nowhere', () => {
    const png = smallPng();
    png.set([0xff, 0xff, 0xff, 0xff], 8);
    expect(recogniseContent(png)?.isWhole).toBe(false);
    const jpeg = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0xff, 0xd9]);
    expect(recogniseContent(jpeg)?.isWhole).toBe(false);
  });
});
