import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { test } from '@playwright/test';

import { samplePassword } from '../../build/sample/people.ts';
import { provinceSampleRows, sampleUnits } from '../../build/sample/values.ts';
import { introduce, recordRows } from '../../build/sample/work.ts';
import { newOffice, prepare, reportTo, reviseTo, signInFirst } from './offices.ts';
import { newStick } from './sticks.ts';

const [altered = '', duplicate = '', late = '', returned = '', revoked = '', ...sound] =
  sampleUnits;

/** What goes wrong with whom, of the twelve districts; with the others nothing does. */
export const unitThat = { altered, duplicate, late, returned, revoked };

/** A province and its twelve districts on the day on which the sticks lie on its desk. */
export type TwelveOffices = {
  readonly province: string;
  readonly dataOf: (unit: string) => string;
  /**
   * Bundles of all but the late district: one with a flipped byte, one twice under two names, one of a
   * unit whose key was revoked.
   */
  readonly firstStick: string;
  /** The bundle that was altered on the first stick, as it was sealed. */
  readonly soundCopy: string;
  /** The late district's bundle alone. */
  readonly lateStick: string;
  /** How many files of the first stick are taken in. */
  readonly soundFiles: number;
};

/** Sets all thirteen offices up, each with real keys, accounts and an approved, sealed report. */
export async function twelveOffices(): Promise<TwelveOffices> {
  const firstStick = newStick('usb-dot-1');
  const lateStick = newStick('usb-tre-han');
  const keys = newStick('usb-khoa');
  const province = await newOffice('province', '30');
  const dataOf = (unit: string): string => test.info().outputPath(`data-${unit}`);
  await prepare(province, async (receiving) => {
    await signInFirst(receiving, 'province');
    await recordRows(receiving, provinceSampleRows());
    for (const unit of sampleUnits) {
      await newOffice('district', unit);
      await prepare(dataOf(unit), async (reporting) => {
        await signInFirst(reporting, 'district');
        await introduce(reporting, receiving, keys);
        await reportTo(reporting, unit, unit === late ? lateStick : firstStick);
      });
    }
    await receiving.must('trust.revoke', { unit: revoked, password: samplePassword });
  });
  const soundCopy = join(keys, basename(fileOf(firstStick, altered)));
  copyFileSync(fileOf(firstStick, altered), soundCopy);
  flipByte(fileOf(firstStick, altered));
  const twin = fileOf(firstStick, duplicate);
  copyFileSync(twin, twin.replace('.age', ' - Copy.age'));
  return { province, dataOf, firstStick, lateStick, soundCopy, soundFiles: sound.length + 2 };
}

/** The district takes the province's answers from a stick and sends what was asked for on another. */
export async function reviseAfterAnswer(
  dataFolder: string,
  answers: string,
  stick: string,
): Promise<string> {
  return prepare(dataFolder, async (desk) => {
    await signInFirst(desk, 'district');
    const folder = await desk.pickFolder(answers);
    const verdicts = await desk.must('receipt.import', { folder, password: samplePassword });
    const answer = verdicts.find(({ outcome }) => outcome === 'accepted')?.answer ?? 'none';
    await reviseTo(desk, stick, 'Rà soát lại số liệu theo ý kiến của tỉnh', '151.000');
    return answer;
  });
}

/** The bundle of a unit on a stick. */
export function fileOf(stick: string, unit: string): string {
  const name = readdirSync(stick).find((each) => each.startsWith(`SCT1_30_${unit}_`));
  if (name === undefined) throw new Error(`Nothing of ${unit} lies on ${stick}.`);
  return join(stick, name);
}

function flipByte(path: string): void {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}
