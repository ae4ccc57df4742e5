import type { Unit } from '#shared/domain/unit.ts';
import { searchKey } from '#shared/text/fold.ts';

/** Which units somebody means, and the first of their words that is not one unit. */
export type ReadUnits = {
  readonly found: readonly Unit[];
  readonly unclear: { readonly typed: string; readonly fits: number } | null;
};

/**
 * Reads units by code or by name, with or without the kind and the accents, set apart by commas.
 * Names are borne by several units of a province, so what fits more than one is not guessed at.
 */
export function readUnits(text: string, among: readonly Unit[]): ReadUnits {
  const found: Unit[] = [];
  let unclear: ReadUnits['unclear'] = null;
  for (const typed of wordsOf(text)) {
    const fitting = unitsFor(typed, among);
    const codes = new Set(fitting.map(({ code }) => code));
    // A code that lived on under another name is still one.
    const only = fitting.at(-1);
    if (only !== undefined && codes.size === 1) {
      if (!found.some(({ code }) => code === only.code)) found.push(only);
    } else unclear ??= { typed, fits: codes.size };
  }
  return { found, unclear };
}

/** Codes may stand with blanks alone between them; names have blanks of their own. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(/[,;\n]/)
    .flatMap((word) => (/^[\d\s]+$/.test(word) ? word.split(/\s+/) : [word]))
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function unitsFor(typed: string, among: readonly Unit[]): readonly Unit[] {
  const byCode = among.filter(({ code }) => code === typed);
  if (byCode.length > 0) return byCode;
  const key = searchKey(typed);
  const byWhole = among.filter((unit) => unit.searchKey === key);
  return byWhole.length > 0 ? byWhole : among.filter(({ name }) => searchKey(name) === key);
}
