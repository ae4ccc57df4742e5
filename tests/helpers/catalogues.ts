import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import type { Verdict } from '#shared/ipc/calls/exchange.ts';
import { insertCatalogue } from '../../electron/storage/catalogues.ts';
import { write } from '../../electron/storage/handle.ts';
import { storeOf } from '../../electron/service/office.ts';
import { password } from './world.ts';
import type { TestOffice } from './world.ts';

/** The plan as it might be in a later version: one indicator has another name. */
export function laterCatalogue(ahead = 1, name = 'Tỷ lệ bao phủ BHYT toàn dân'): Catalogue {
  return {
    ...builtInCatalogue,
    version: builtInCatalogue.version + ahead,
    indicators: builtInCatalogue.indicators.map((indicator) =>
      indicator.code === 'HI_COVERAGE'
        ? { ...indicator, name: { ...indicator.name, vi: name } }
        : indicator,
    ),
  };
}

/** Puts a catalogue into an office's store, as a newer program does that brings it along. */
export function bringAlong({ office }: TestOffice, catalogue: Catalogue): void {
  write(storeOf(office), (handle) => {
    insertCatalogue(handle, catalogue.version, JSON.stringify(catalogue), office.clock.now());
  });
  office.catalogue = null;
}

/** What a district says of everything that the province sent in a folder. */
export function takenFrom(district: TestOffice, folder: string): Promise<readonly Verdict[]> {
  return district.must('receipt.import', { folder: district.pick(folder), password });
}

/** The same, and whatever waits then is accepted, as somebody does who saw what changes. */
export async function takeOffered(
  district: TestOffice,
  folder: string,
): Promise<readonly Verdict[]> {
  const verdicts = await takenFrom(district, folder);
  const waiting = await district.must('catalogue.waiting', {});
  if (waiting !== null) await district.must('catalogue.take', { version: waiting.version });
  return verdicts;
}
