/** `so-chi-tieu-000003-20220824T010000.sqlite3`: a number, then the time in UTC. */
const BACKUP_NAME = /-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)\.sqlite3$/;

/** When a backup was made, as an instant in UTC, read from its file name; null for other names. */
export function backupTime(fileName: string): string | null {
  const parts = BACKUP_NAME.exec(fileName);
  if (parts === null) return null;
  const [, year, month, day, hour, minute, second] = parts.map(String);
  return [year, month, day].join('-') + 'T' + [hour, minute, second].join(':') + '.000Z';
}
