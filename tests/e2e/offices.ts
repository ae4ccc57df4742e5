import { join } from 'node:path';

import { test } from '@playwright/test';

import type { Side } from '#shared/domain/role.ts';
import { newAlbum, openWindow } from '../../build/demo/window.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import type { Desk } from '../../build/sample/desk.ts';
import { sampleAccounts, samplePassword, samplePeriod } from '../../build/sample/people.ts';
import { sampleRows } from '../../build/sample/values.ts';
import { approve, introduce, recordRows, sealTo, setUp } from '../../build/sample/work.ts';
import { augustClock, openTestOffice } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

/** An office over its services alone, as the samples work with it. */
function deskOf(office: TestOffice): Desk {
  return {
    must: office.must,
    pickFolder: (path) => Promise.resolve(office.pick(path)),
    pickFile: (path) => Promise.resolve(office.pick(path)),
  };
}

/** Works on a data folder before a window opens it; the store is closed afterwards. */
export async function prepare<T>(
  dataFolder: string,
  work: (desk: Desk) => Promise<T>,
  now?: string,
): Promise<T> {
  const office = openTestOffice(dataFolder, augustClock(now));
  try {
    return await work(deskOf(office));
  } finally {
    office.close();
  }
}

/** A new data folder of an office that has its sample accounts and nothing else. */
export async function newOffice(side: Side, unit: string): Promise<string> {
  const dataFolder = test.info().outputPath(`data-${unit}`);
  await prepare(dataFolder, (desk) => setUp(desk, side, unit));
  return dataFolder;
}

/** Whoever comes first in an office: who receives at the province, who records in a district. */
export async function signInFirst(desk: Desk, side: Side): Promise<void> {
  const [{ name }] = sampleAccounts(side);
  await desk.must('session.signIn', { name, password: samplePassword });
}

/** What two offices do before their windows open. */
type Together = (reporting: Desk, receiving: Desk) => Promise<unknown>;

/** A new district and the province enrol each other over the stick and go on from there. */
export async function enrolWith(
  province: string,
  unit: string,
  stick: string,
  work: Together = () => Promise.resolve(),
  now?: string,
): Promise<string> {
  const district = await newOffice('district', unit);
  await prepare(province, (receiving) =>
    prepare(
      district,
      async (reporting) => {
        await signInFirst(receiving, 'province');
        await signInFirst(reporting, 'district');
        await introduce(reporting, receiving, stick);
        await work(reporting, receiving);
      },
      now,
    ),
  );
  return district;
}

/** District 300 and a new province that know each other; then what else the two of them do. */
export async function enrolledPair(
  stick: string,
  work?: Together,
): Promise<{ readonly district: string; readonly province: string }> {
  const province = await newOffice('province', '30');
  return { district: await enrolWith(province, '300', stick, work), province };
}

/** District 300 with an approved report that lies sealed on the stick, and the province. */
export function sealedPair(stick: string): ReturnType<typeof enrolledPair> {
  return enrolledPair(stick, (reporting) => reportTo(reporting, '300', stick));
}

/** District 300 whose report the province received from the stick. */
export function receivedPair(stick: string): ReturnType<typeof enrolledPair> {
  return enrolledPair(stick, async (reporting, receiving) => {
    await reportTo(reporting, '300', stick);
    await takeIn(receiving, stick);
  });
}

/** The sample report of a district: recorded, approved, sealed to the stick. */
export async function reportTo(reporting: Desk, unit: string, stick: string): Promise<void> {
  await recordRows(reporting, sampleRows(unit));
  await approve(reporting);
  await sealTo(reporting, stick);
}

/** Opens a received report again, records one figure of Biểu 01 or none, and seals it to the stick. */
export async function reviseTo(
  reporting: Desk,
  stick: string,
  reason: string,
  typed?: string,
): Promise<void> {
  const period = samplePeriod;
  await reporting.must('submission.act', { period, action: 'revise', reason, password: null });
  if (typed !== undefined) {
    const cells = [{ row: 'HI_COVERAGE', column: 'numerator', typed }];
    await reporting.must('sheet.record', { period, form: 'B01', cells });
  }
  await approve(reporting);
  await sealTo(reporting, stick);
}

/** The province receives what lies on the stick. */
export async function takeIn(receiving: Desk, stick: string): Promise<void> {
  const place = await receiving.pickFolder(stick);
  await receiving.must('bundle.receive', { place, password: samplePassword });
}

/** Works in the window of an office; gives what the window complained of, which should be nothing. */
export async function inWindow(
  dataFolder: string,
  work: (window: OfficeWindow) => Promise<void>,
  now?: string,
): Promise<readonly string[]> {
  const complaints: string[] = [];
  const album = newAlbum(join(test.info().outputPath(), 'pictures'));
  const window = await openWindow(dataFolder, album, (what) => complaints.push(what), now);
  try {
    await work(window);
  } finally {
    await window.close();
  }
  return complaints;
}
