import type { Catalogue } from './catalogue.ts';
import planData from './plan-1112.json' with { type: 'json' };
import { readCatalogue } from './read-catalogue.ts';
import unitData from './units-30.json' with { type: 'json' };

/**
 * The catalogue that the program brings along: plan 1112/KH-UBND of Hải Dương with the units of
 * 2022. A new store loads it as version 1. Checked once, when the module is loaded.
 */
export const builtInCatalogue: Catalogue = checked({ ...planData, ...unitData });

function checked(data: unknown): Catalogue {
  const reading = readCatalogue(data);
  if (reading.ok) return reading.value;
  throw new Error(`The built-in catalogue is broken: ${JSON.stringify(reading.refusal)}`);
}
