import type { Sha256 } from './bytes.ts';

/** A verified statement and the one that it continues; null for the first, or where nobody kept it. */
export type Link = { readonly statementSha256: Sha256; readonly prev: Sha256 | null };

/** What decisions about a series chose last, and what they set aside for it. */
export type Choices = {
  readonly chosen: ReadonlySet<Sha256>;
  readonly setAside: ReadonlySet<Sha256>;
};

/** The two sides of a series of which copies were told apart. */
export type Lineage = {
  /** What was set aside and all that continues it, but for what was chosen later. */
  readonly leftBehind: ReadonlySet<Sha256>;
  /** Null where nothing was set aside: then nothing needs proof. */
  readonly proven: {
    /** What was chosen and all that continues it. */
    readonly line: ReadonlySet<Sha256>;
    /** What comes before it: there in the chosen history, though it may arrive later. */
    readonly before: ReadonlySet<Sha256>;
  } | null;
};

/**
 * Tells the chosen history of a series from those that were decided against (B31): of each statement
 * the nearest one before it that a decision named says where it belongs. Takes what was received or is
 * held of the series.
 */
export function lineageOf(links: readonly Link[], { chosen, setAside }: Choices): Lineage {
  return {
    leftBehind: continuing(links, setAside, chosen),
    proven:
      setAside.size === 0
        ? null
        : { line: continuing(links, chosen, setAside), before: leadingTo(links, chosen) },
  };
}

/** Some statements and all that continues them, up to where others begin. */
function continuing(
  links: readonly Link[],
  roots: ReadonlySet<Sha256>,
  ends: ReadonlySet<Sha256>,
): ReadonlySet<Sha256> {
  const found = new Set(roots);
  // Sets give what is added while they are gone through, too.
  for (const statement of found) {
    for (const link of links) {
      if (link.prev === statement && !ends.has(link.statementSha256)) {
        found.add(link.statementSha256);
      }
    }
  }
  return found;
}

/** All that some statements continue, also where only its digest is known. */
function leadingTo(links: readonly Link[], statements: ReadonlySet<Sha256>): ReadonlySet<Sha256> {
  const prevOf = new Map(links.map(({ statementSha256, prev }) => [statementSha256, prev]));
  const found = new Set<Sha256>();
  for (const statement of statements) {
    let prev = prevOf.get(statement) ?? null;
    while (prev !== null && !found.has(prev)) {
      found.add(prev);
      prev = prevOf.get(prev) ?? null;
    }
  }
  return found;
}
