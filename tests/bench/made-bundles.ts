import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { openEnvelope } from '#shared/bundle/open.ts';
import type { UnverifiedJws } from '#shared/bundle/jws.ts';
import type { SealedReport } from '#shared/bundle/seal.ts';
import type { PublicJwk } from '#shared/bundle/signing-key.ts';

import { sampleUnits } from '../../build/sample/values.ts';
import { sealRevisions, setUpAlone, setUpReporter, withKeys } from './sealed-reports.ts';
import type { Reporter } from './sealed-reports.ts';

/** As many as the province's units send in a busy year. */
export const bundleCount = 1200;

/** One sealed report, with what a reader that trusts itself alone would know of it. */
export type Made = {
  readonly report: SealedReport;
  readonly rows: Reporter['observations'];
  readonly jws: UnverifiedJws;
  readonly sender: PublicJwk;
};

export type MadeBundles = {
  readonly bundles: readonly Made[];
  /** The age identity of the province. */
  readonly identity: string;
  /** The data folder of a province that knows all senders and received nothing yet. */
  readonly province: string;
};

/** Seals the reports of all sample units, once for everything that is measured of an import. */
export async function makeBundles(place: string): Promise<MadeBundles> {
  mkdirSync(place);
  const folder = join(place, 'province');
  const province = await setUpAlone(folder, 'province', '30');
  const identity = await withKeys(province, (keys) => Promise.resolve(keys.identity));
  const bundles: Made[] = [];
  const each = Math.ceil(bundleCount / sampleUnits.length);
  for (const unit of sampleUnits) {
    const reporter = await setUpReporter(place, unit, province);
    const sender = await withKeys(reporter.office, (keys) => Promise.resolve(keys.signer.jwk));
    const count = Math.min(each, bundleCount - bundles.length);
    for (const report of await sealRevisions(reporter, count)) {
      const opened = await openEnvelope(report.bytes, { identities: [identity] });
      if (!opened.ok) throw new Error(opened.refusal.code);
      bundles.push({ report, rows: reporter.observations, jws: opened.value.jws, sender });
    }
    reporter.office.close();
  }
  province.close();
  return { bundles, identity, province: folder };
}

/** A new folder with all of them, as a stick would bring them. */
export function writeStick(folder: string, bundles: readonly Made[]): string {
  mkdirSync(folder);
  for (const { report } of bundles) writeFileSync(join(folder, report.fileName), report.bytes);
  return folder;
}
