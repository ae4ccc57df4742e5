// `npm run demo [-- --out DIR] [--units 300,291]`: the main job with nobody at the keyboard, in real
// Electron, with invented sample figures at a stated sample clock. What it leaves is told by
// summary.json in the output folder; it ends with 1 when any step failed.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openWithAge } from './demo/age-check.ts';
import { readArguments } from './demo/arguments.ts';
import type { DemoArguments } from './demo/arguments.ts';
import { messageOf, newJournal } from './demo/journal.ts';
import type { Journal, Step } from './demo/journal.ts';
import { publishKeys } from './demo/keys.ts';
import { provinceUnit, runOffices, storeFolder } from './demo/offices.ts';
import { lastFile, preparePlaces } from './demo/places.ts';
import type { DemoPlaces } from './demo/places.ts';
import { firstLine, seconds, summaryText, writeSummary } from './demo/summary.ts';
import { electronRuntime } from './runtime/locate.mjs';

const stores = await mkdtemp(join(tmpdir(), 'so-chi-tieu-demo-'));
try {
  process.exitCode = await demo(readArguments(process.argv.slice(2)));
} catch (fault) {
  console.error(`demo: ${messageOf(fault)}`);
  process.exitCode = 2;
} finally {
  await rm(stores, { recursive: true, force: true });
}

async function demo({ out, units }: DemoArguments): Promise<number> {
  const start = performance.now();
  const places = await preparePlaces(out, stores);
  const journal = newJournal(tell);
  const provinceFingerprint = await runOffices(places, journal, units);
  const codes = units.map(({ code }) => code);
  await publishAndCheck(places, journal, codes);
  const { version } = electronRuntime();
  const summary = await writeSummary(out, {
    units: codes,
    steps: journal.steps,
    milliseconds: Math.round(performance.now() - start),
    provinceFingerprint,
    runtime: `Electron ${version}`,
  });
  console.log(summaryText(summary, out));
  return summary.totals.failed === 0 ? 0 : 1;
}

async function publishAndCheck(
  places: DemoPlaces,
  journal: Journal,
  codes: readonly string[],
): Promise<void> {
  const chain = journal.chain('-');
  await chain.step('publish the throw-away keys', async () => {
    let count = 0;
    for (const unit of [provinceUnit, ...codes]) {
      count += (await publishKeys(storeFolder(places, unit), places.keys)).length;
    }
    return `${count} files`;
  });
  await chain.step('open a bundle with age and the published escrow key', async () => {
    const bundle = await lastFile(places.stick, new RegExp(`^SCT1_${provinceUnit}_.*\\.age$`));
    return openWithAge(bundle, join(places.keys, `${provinceUnit}-escrow.txt`));
  });
}

function tell({ unit, name, milliseconds, ok, detail }: Step): void {
  const verdict = ok ? '  ' : '✗ ';
  console.log(
    `${verdict}${unit.padStart(4)} ${seconds(milliseconds)}  ${name}  ${firstLine(detail)}`.trimEnd(),
  );
}
