/**
 * Refusals are values, exceptions are bugs. A function that may refuse returns a `Result`; whoever
 * calls it must look at `ok` before it can reach the value.
 */

/** What was refused: one stable code, and the facts that its message fills in. */
export type Refusal<Code extends string = string> = {
  readonly code: Code;
  readonly facts: Readonly<Record<string, string | number>>;
};

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<Code extends string = string> = {
  readonly ok: false;
  readonly refusal: Refusal<Code>;
};
export type Result<T, Code extends string = string> = Ok<T> | Refused<Code>;

/** Wraps a value that was granted. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Refuses with a code and the facts that its message needs. */
export function refuse<Code extends string>(
  code: Code,
  facts: Refusal['facts'] = {},
): Refused<Code> {
  return { ok: false, refusal: { code, facts } };
}
