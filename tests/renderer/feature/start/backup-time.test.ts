import { describe, expect, it } from 'vitest';

import { backupTime } from '../../../../renderer/feature/start/backup-time.ts';

describe('when a backup was made', () => {
  it('stands in its name, in UTC', () => {
    expect(backupTime('so-chi-tieu-000003-20220824T010203.sqlite3')).toBe(
      '2022-08-24T01:02:03.000Z',
    );
  });

  it('is not guessed from another name', () => {
    expect(backupTime('so-chi-tieu.sqlite3')).toBeNull();
  });
});
