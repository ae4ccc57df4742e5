import { join } from 'node:path';

import { test } from '@playwright/test';

import type { Side } from '#shared/domain/role.ts';
import { newAlbum, openWindow } from '../../build/demo/window.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import type { Desk } from '../../build/sample/desk.ts';
import { samplePassword } from '../../build/sample/people.ts';
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

/** District 300 with an approved report that lies sealed on the stick, and the province. */
export async function sealedPair(
  stick: string,
): Promise<{ readonly district: string; readonly province: string }> {
  const district = await newOffice('district', '300');
  const province = await newOffice('province', '30');
  await prepare(province, (receiving) =>
    prepare(district, async (reporting) => {
      await signInFirst(receiving, 'tiepnhan');
      await signInFirst(reporting, 'chuyenvien');
      await introduce(reporting, receiving, stick);
      await recordRows(reporting, sampleRows('300'));
      await approve(reporting);
      await sealTo(reporting, stick);
    }),
  );
  return { district, province };
}

async function signInFirst(desk: Desk, name: string): Promise<void> {
  await desk.must('session.signIn', { name, password: samplePassword });
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
