import type { z } from 'zod';

import type { Role } from '../domain/role.ts';

/**
 * Who may make a call: anybody before signing in (`everyone`), every signed-in account
 * (`signed-in`), the accounts that administer the store, or accounts of named roles.
 */
export type Audience = 'everyone' | 'signed-in' | 'administrator' | readonly Role[];

/**
 * One call of the contract, declared once: handlers, router and client all derive from it. A
 * `command` changes the store; commands run one after the other. A `query` leaves the store alone,
 * though it may take its time: asking for a folder, printing.
 */
export type Call = {
  readonly kind: 'query' | 'command';
  readonly audience: Audience;
  readonly input: z.ZodType;
  readonly output: z.ZodType;
};

/** Declares a call that leaves the store alone. */
export function query<const Input extends z.ZodType, const Output extends z.ZodType>(
  audience: Audience,
  input: Input,
  output: Output,
): { kind: 'query'; audience: Audience; input: Input; output: Output } {
  return { kind: 'query', audience, input, output };
}

/** Declares a call that changes the store. */
export function command<const Input extends z.ZodType, const Output extends z.ZodType>(
  audience: Audience,
  input: Input,
  output: Output,
): { kind: 'command'; audience: Audience; input: Input; output: Output } {
  return { kind: 'command', audience, input, output };
}
