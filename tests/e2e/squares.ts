import decodeQR from 'qr/decode.js';

/** What a camera reads on a page, given as PPM. */
export function readSquare(picture: Buffer): string {
  const [head = '', width = '', height = ''] =
    /^P6\s(\d+)\s(\d+)\s255\s/.exec(picture.toString('latin1', 0, 40)) ?? [];
  return decodeQR({
    width: Number(width),
    height: Number(height),
    data: picture.subarray(head.length),
  });
}
