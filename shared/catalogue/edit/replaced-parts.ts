import type { Catalogue } from '../catalogue.ts';

/** Parts of a catalogue by their names; null for one that was not there. */
export type ReplacedParts = Readonly<Record<string, unknown>>;

/** The parts that a later catalogue has otherwise, as the earlier one had them. */
export function replacedParts(earlier: Catalogue, later: Catalogue): ReplacedParts {
  const before = new Map<string, unknown>(Object.entries(earlier));
  const after = new Map<string, unknown>(Object.entries(later));
  const names = new Set([...before.keys(), ...after.keys()]);
  return Object.fromEntries(
    [...names]
      .filter((name) => JSON.stringify(before.get(name)) !== JSON.stringify(after.get(name)))
      .map((name) => [name, before.get(name) ?? null]),
  );
}

/** The earlier catalogue again, of the later one and what `replacedParts` kept; still to be read. */
export function withReplacedParts(later: Catalogue, parts: ReplacedParts): ReplacedParts {
  return Object.fromEntries(
    Object.entries<unknown>({ ...later, ...parts }).filter(([, part]) => part !== null),
  );
}
