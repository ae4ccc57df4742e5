import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { projectFolder } from '../setup/places.mjs';
import { sampleUnits } from '../sample/values.ts';
import type { DemoUnit } from './district-window.ts';

/** What the demo was asked for. */
export type DemoArguments = { readonly out: string; readonly units: readonly DemoUnit[] };

/** The district that works in the window when all report. */
const shownFirst = '300';
const usage = 'usage: npm run demo [-- --out DIR] [--units 300,291]';

/** Reads `--out DIR` and `--units CODE,CODE`; throws one line that says how it is used. */
export function readArguments(args: readonly string[]): DemoArguments {
  const { values } = parseArgs({
    args: [...args],
    options: { out: { type: 'string' }, units: { type: 'string' } },
  });
  const all = [shownFirst, ...sampleUnits.filter((unit) => unit !== shownFirst)];
  const codes = [...new Set(values.units?.split(',') ?? all)];
  return {
    out: resolve(values.out ?? `${projectFolder}/demo-output`),
    units: codes.map(unitOf),
  };
}

function unitOf(code: string): DemoUnit {
  const unit = builtInCatalogue.units.find((candidate) => candidate.code === code);
  if (unit === undefined || !sampleUnits.includes(code)) {
    throw new Error(`there are no sample values for unit “${code}”; ${usage}`);
  }
  return { code, name: unit.nameWithType, shortName: unit.name };
}
