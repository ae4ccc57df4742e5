import { ok, refuse, type Result } from '#shared/kit/result.ts';
import type { Catalogue } from './catalogue.ts';
import { faultsOf } from './consistency.ts';
import { catalogueSchema } from './schema.ts';

export type CatalogueRefusal = 'catalogue-malformed' | 'catalogue-inconsistent';

/**
 * Reads a catalogue from data of unknown origin, such as parsed JSON of a store or a bundle.
 * @returns `catalogue-malformed` (facts: `at`, `problem`) when its shape is wrong,
 * `catalogue-inconsistent` (facts: `faults`, `first`, `at`, `value`) when it contradicts itself.
 */
export function readCatalogue(data: unknown): Result<Catalogue, CatalogueRefusal> {
  const parsed = catalogueSchema.safeParse(data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse('catalogue-malformed', {
      at: issue?.path.map(String).join('.') ?? '',
      problem: issue?.message ?? '',
    });
  }
  const faults = faultsOf(parsed.data);
  const [first] = faults;
  if (first === undefined) return ok(parsed.data);
  return refuse('catalogue-inconsistent', {
    faults: faults.length,
    first: first.code,
    at: first.at,
    value: first.value,
  });
}
