import type { CallOutput } from '#shared/ipc/contract.ts';

/** What a holder of a root key chose so far: where the key goes, and a password typed twice. */
export type HolderDraft = {
  readonly folder: CallOutput<'place.pickFolder'>;
  readonly password: string;
  readonly again: string;
};

const emptyHolder: HolderDraft = { folder: null, password: '', again: '' };

export const noHolders: readonly HolderDraft[] = [emptyHolder, emptyHolder, emptyHolder];

/** The shortest password of a root key's holder, as the services ask for it. */
const shortestPassword = 8;

export type HolderFault = 'folderMissing' | 'passwordShort' | 'passwordOther';

/** What is still wrong with a holder's part. */
export function faultsOfHolder({ folder, password, again }: HolderDraft): readonly HolderFault[] {
  const faults: HolderFault[] = [];
  if (folder === null) faults.push('folderMissing');
  if (password.length < shortestPassword) faults.push('passwordShort');
  else if (password !== again) faults.push('passwordOther');
  return faults;
}

/** What the services take; null while a holder's part is not complete. */
export function completeHolders(
  holders: readonly HolderDraft[],
): { folder: string; password: string }[] | null {
  const complete = holders.flatMap((holder) =>
    holder.folder === null || faultsOfHolder(holder).length > 0
      ? []
      : [{ folder: holder.folder.handle, password: holder.password }],
  );
  return complete.length === holders.length ? complete : null;
}

/** The same holders without what was typed: passwords never stay in sight of the next try. */
export function withoutPasswords(holders: readonly HolderDraft[]): readonly HolderDraft[] {
  return holders.map(({ folder }) => ({ folder, password: '', again: '' }));
}
