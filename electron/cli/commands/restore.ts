import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import type { Translate } from '#shared/text/translate.ts';

import type { Invocation } from '../arguments.ts';
import type { Desk } from '../desk.ts';
import { columns, done } from '../output.ts';
import type { Outcome } from '../output.ts';

type Backups = CallOutput<'setup.backups'>;

/**
 * `restore`: opens a backup in place of a damaged store, the newest one that opens unless one is
 * named; with `--list` only tells which there are.
 */
export async function restore(
  { call, say, office }: Desk,
  { given }: Invocation,
): Promise<Result<Outcome>> {
  const backups = await call('setup.backups', {});
  if (!backups.ok) return backups;
  if (given.list !== undefined) {
    return ok(done(backups.value, backupLines(backups.value, say)));
  }
  const backup = given.backup ?? backups.value.find(({ isSound }) => isSound)?.name;
  if (backup === undefined) return refuse('no-backup');
  const setAside = office.damage?.facts['file'] ?? '';
  const restored = await call('setup.restoreBackup', { backup });
  if (!restored.ok) return restored;
  const { damage } = restored.value;
  if (damage !== null) return { ok: false, refusal: damage };
  return ok(done({ backup, setAside }, say('cli.done.restored', { backup, file: setAside })));
}

function backupLines(backups: Backups, say: Translate): string {
  if (backups.length === 0) return say('cli.done.noBackups');
  return columns(
    backups.map(({ name, bytes, isSound }) => [
      name,
      `${String(Math.ceil(bytes / 1024))} KiB`,
      say(isSound ? 'cli.done.backupSound' : 'cli.done.backupUnsound'),
    ]),
  );
}
