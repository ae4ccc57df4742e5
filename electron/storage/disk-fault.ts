const diskCodes =
  /^(?:SQLITE_(?:CANTOPEN|READONLY|FULL|IOERR)|EACCES|EDQUOT|EEXIST|EFBIG|EIO|EISDIR|ENOSPC|ENOTDIR|EPERM|EROFS)/;

/** The code that SQLite or the file system put on a fault; empty when there is none. */
export function faultCode(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : '';
}

/** Whether a fault is the disk's (full, read-only, failing, out of reach) and not the program's. */
export function isDiskFault(fault: unknown): boolean {
  return diskCodes.test(faultCode(fault));
}
