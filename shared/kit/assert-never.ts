/** Closes a discriminated union: a case that was forgotten is a compile error here. */
export function assertNever(value: never): never {
  throw new Error(`A case was not handled: ${JSON.stringify(value)}`);
}
