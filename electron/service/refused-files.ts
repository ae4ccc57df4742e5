import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { Sha256 } from '#shared/bundle/bytes.ts';
import { parseBundleFileName, reportByName } from '#shared/bundle/names.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';

import type { ReadHandle } from '../storage/handle.ts';
import { listRefusedFiles } from '../storage/import-register.ts';
import type { RefusedFile } from '../storage/import-register.ts';
import type { ReceivedBundle } from '../storage/received-sheets.ts';

/** Faults of ours, and a bundle older than what came: nothing for the unit to write again. */
const notTheUnits = ['internal-fault', 'store-unwritable', 'sequence-replayed'];

/** Gives the last file that came in a unit's name for a period and still stands refused, if any. */
export type FindRefusedFile = (
  unit: UnitCode,
  period: PeriodCode,
  bundle: Pick<ReceivedBundle, 'receivedAt' | 'statementSha256'> | null,
) => RefusedFile | null;

/**
 * Reads the refused files of the register by the unit and period that their names give. Names prove
 * nothing, but a refused file has nothing better. One is settled by a report that was received since,
 * or that is the very bundle which the name gives.
 */
export function refusedFilesByName(store: ReadHandle): FindRefusedFile {
  const byReport = new Map<string, RefusedFile[]>();
  for (const file of listRefusedFiles(store, notTheUnits)) {
    const claimed = reportByName(file.fileName);
    if (claimed === null) continue;
    const key = `${claimed.unit} ${claimed.period}`;
    byReport.set(key, [...(byReport.get(key) ?? []), file]);
  }
  return (unit, period, bundle) => {
    const files = byReport.get(`${unit} ${period}`) ?? [];
    if (bundle === null) return files.at(-1) ?? null;
    const code = checkCode(bundle.statementSha256 as Sha256); // a digest when it was stored
    const open = files.filter(
      ({ fileName, firstAt }) =>
        firstAt > bundle.receivedAt && parseBundleFileName(fileName)?.code8 !== code,
    );
    return open.at(-1) ?? null;
  };
}
