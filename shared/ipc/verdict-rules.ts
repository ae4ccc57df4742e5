import { isRefusalCode } from '../text/refusal-codes.ts';
import type { RefusalCode } from '../text/refusal-codes.ts';

/** What follows from a refusal of a bundle. */
export type VerdictRule = {
  /** Genuine and signed, and nobody's fault by itself: a person decides, so the verdict is `held`. */
  readonly isHeld: boolean;
  /** Whether a unit that verifiably sent the bundle can be told so, signed. */
  readonly isAnswerable: boolean;
};

const held = { isHeld: true, isAnswerable: true } as const;
const answered = { isHeld: false, isAnswerable: true } as const;
const silent = { isHeld: false, isAnswerable: false } as const;

/**
 * Everything that a report behind a sound signature is refused for. What is not named here came
 * before the signature was verified, or is a fault of ours: refused, and nobody to answer.
 */
const rules = {
  'sequence-fork': held,
  'sequence-jump': held,
  'series-unknown': held,
  'catalogue-newer': held,
  // It cannot be opened here, so no answer can name what it holds.
  'bundle-newer-than-program': { isHeld: true, isAnswerable: false },
  'sequence-replayed': answered,
  'acts-left-out': answered,
  'unit-unknown': answered,
  'unit-not-reporting': answered,
  'period-unknown': answered,
  'row-unknown': answered,
  'data-malformed': answered,
  'data-of-other-unit': answered,
  'figure-not-following': answered,
  'cell-not-in-catalogue': answered,
} as const satisfies Partial<Record<RefusalCode, VerdictRule>>;

type RuledCode = keyof typeof rules;
export type HeldCode = {
  [Code in RuledCode]: (typeof rules)[Code]['isHeld'] extends true ? Code : never;
}[RuledCode];

/** Whether a refusal leaves the bundle to a person. */
export function isHeldCode(code: string): code is HeldCode {
  return ruleOf(code).isHeld;
}

/** The rule of a refusal's code; of any code that the table does not name, that nothing follows. */
export function ruleOf(code: string): VerdictRule {
  return isRefusalCode(code) && Object.hasOwn(rules, code) ? rules[code as RuledCode] : silent;
}
