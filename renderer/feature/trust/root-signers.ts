import type { CallOutput } from '#shared/ipc/contract.ts';

/** A root key that is to agree: its file and its holder's password. */
export type SignerDraft = {
  readonly file: CallOutput<'place.pickFile'>;
  readonly password: string;
};

export const emptySigner: SignerDraft = { file: null, password: '' };

export const noSigners: readonly SignerDraft[] = [emptySigner, emptySigner];

/** What the services take; null while a file or a password is missing. */
export function completeSigners(
  signers: readonly SignerDraft[],
): { file: string; password: string }[] | null {
  const complete = signers.flatMap(({ file, password }) =>
    file === null || password === '' ? [] : [{ file: file.handle, password }],
  );
  return complete.length === signers.length ? complete : null;
}
