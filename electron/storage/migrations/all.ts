import { foundation } from './0001-foundation.ts';

/** The schema's steps in order; a store's `user_version` is how many of them it has taken. */
export const migrations: readonly string[] = [foundation];
