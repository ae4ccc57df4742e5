import { create } from 'zustand';

import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Result } from '#shared/kit/result.ts';
import { ok } from '#shared/kit/result.ts';
import { call } from '../client.ts';
import { onAccountChange } from './session-store.ts';

/** The store's catalogue, read once for each session and after each newer one: sheets are derived from it in the window. */
const useCatalogue = create<{ readonly catalogue: Catalogue | null }>()(() => ({
  catalogue: null,
}));

/** The catalogue; asked of the services when it is wanted for the first time. */
export async function readCatalogue(): Promise<Result<Catalogue>> {
  const known = useCatalogue.getState().catalogue;
  if (known !== null) return ok(known);
  const answer = await call('catalogue.read', {});
  if (answer.ok) useCatalogue.setState({ catalogue: answer.value });
  return answer;
}

/** Forgets the catalogue, as when a newer one was taken in: whoever wants it next reads that one. */
export function forgetCatalogue(): void {
  useCatalogue.setState({ catalogue: null });
}

onAccountChange(forgetCatalogue);
