const CRC32_POLYNOMIAL = 0xedb8_8320;
const SLICES = 8;

/**
 * Eight tables of 256: the remainder of each byte with none to seven zero bytes behind it, so that
 * eight bytes are taken at a time ("slicing-by-8", Kounavis and Berry 2005).
 */
const crcTables = makeCrcTables();

function makeCrcTables(): Uint32Array {
  const tables = new Uint32Array(SLICES * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      value = (value & 1) === 1 ? (value >>> 1) ^ CRC32_POLYNOMIAL : value >>> 1;
    }
    tables[byte] = value;
  }
  for (let at = 256; at < tables.length; at += 1) {
    const before = tables[at - 256] ?? 0;
    tables[at] = (before >>> 8) ^ (tables[before & 0xff] ?? 0);
  }
  return tables;
}

/** CRC-32 of bytes as ZIP has it (PKWARE APPNOTE 4.4.7): 0 to 2^32-1. */
export function crc32(bytes: Uint8Array): number {
  const table = (slice: number, byte: number): number => crcTables[slice * 256 + byte] ?? 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const whole = bytes.length - (bytes.length % SLICES);
  let crc = 0xffff_ffff;
  for (let at = 0; at < whole; at += SLICES) {
    const low = crc ^ view.getUint32(at, true);
    const high = view.getUint32(at + 4, true);
    crc =
      table(7, low & 0xff) ^
      table(6, (low >>> 8) & 0xff) ^
      table(5, (low >>> 16) & 0xff) ^
      table(4, low >>> 24) ^
      table(3, high & 0xff) ^
      table(2, (high >>> 8) & 0xff) ^
      table(1, (high >>> 16) & 0xff) ^
      table(0, high >>> 24);
  }
  for (let at = whole; at < bytes.length; at += 1) {
    crc = table(0, (crc ^ (bytes[at] ?? 0)) & 0xff) ^ (crc >>> 8);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
