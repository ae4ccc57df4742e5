import type { Catalogue } from './catalogue.ts';
import checkData from './checks-1112.json' with { type: 'json' };
import formData from './forms-1112.json' with { type: 'json' };
import planData from './plan-1112.json' with { type: 'json' };
import { readCatalogue } from './read-catalogue.ts';
import unitData from './units-30.json' with { type: 'json' };

/**
 * The catalogue that the program brings along: plan 1112/KH-UBND of Hải Dương with the units of
 * 2022. A new store loads it as version 1. Checked once, when the module is loaded.
 */
export const builtInCatalogue: Catalogue = checked({
  ...planData,
  ...formData,
  checks: checkData.checks,
  ...unitData,
});

function checked(data: unknown): Catalogue {
  const reading = readCatalogue(data);
  if (reading.ok) return reading.value;
  throw new Error(`The built-in catalogue is broken: ${JSON.stringify(reading.refusal)}`);
}
