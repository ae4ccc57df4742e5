import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import type { Desk } from '../sample/desk.ts';
import { receiptOverBridge, reportOverBridge } from './district-bridge.ts';
import { receiptInWindow, reportInWindow } from './district-window.ts';
import type { DemoUnit } from './district-window.ts';
import type { Chain, Journal } from './journal.ts';
import type { DemoPlaces } from './places.ts';
import { beginProvince, endProvince, enrolInWindow } from './province.ts';
import { newAlbum, openWindow } from './window.ts';
import type { Album, OfficeWindow } from './window.ts';

/** The unit that collects the reports. */
export const provinceUnit = '30';

/** Windows that work at the same time; the province's stays open besides and waits. */
const atOnce = Math.max(1, Math.min(2, availableParallelism() - 1));

type Demo = {
  readonly places: DemoPlaces;
  readonly journal: Journal;
  readonly album: Album;
  /** The first one works in the window, the others through its bridge. */
  readonly units: readonly DemoUnit[];
};

/** Where an office's store lies while the demo runs. */
export function storeFolder(places: DemoPlaces, unit: string): string {
  return join(places.stores, unit);
}

/**
 * Runs the whole job: every district reports, the province receives and consolidates, every district
 * takes its receipt in. Gives the province's fingerprint, empty when it never came so far.
 */
export async function runOffices(
  places: DemoPlaces,
  journal: Journal,
  units: readonly DemoUnit[],
): Promise<string> {
  const demo: Demo = { places, journal, album: newAlbum(places.screenshots), units };
  const [first, ...others] = units;
  if (first === undefined) throw new Error('There is no unit to report.');
  const reported = new Set<DemoUnit>();
  let fingerprint = '';
  await inOffice(demo, provinceUnit, async (province, chain) => {
    await beginProvince(province, chain, places);
    if (chain.isBroken()) return;
    fingerprint = (await province.must('trust.state', {})).ownFingerprint;
    const registrar = {
      fingerprint,
      enrol: (unit: string, read: string) => enrolInWindow(province, places, unit, read),
    };
    const atProvince = oneAtATime(province);
    const isReported = await inOffice(demo, first.code, (district, own) =>
      reportInWindow(district, own, first, places, registrar),
    );
    if (isReported) reported.add(first);
    await forEach(others, async (unit) => {
      const isDone = await inOffice(demo, unit.code, (district, own) =>
        reportOverBridge(district, own, unit.code, places, atProvince),
      );
      if (isDone) reported.add(unit);
    });
    const codes = units.map(({ code }) => code);
    await endProvince(province, chain, places, codes);
  });
  // A district whose report failed has said so; there is no receipt for it.
  await forEach([...reported], async (unit) => {
    await inOffice(demo, unit.code, (district, own) =>
      unit === first
        ? receiptInWindow(district, own, places)
        : receiptOverBridge(district, own, places),
    );
  });
  return fingerprint;
}

/**
 * Opens an office's program, works in it and closes it; a failure leaves a picture behind. Says
 * whether everything that the rest stands on was done.
 */
async function inOffice(
  { places, journal, album }: Demo,
  unit: string,
  work: (window: OfficeWindow, chain: Chain) => Promise<void>,
): Promise<boolean> {
  const opened: OfficeWindow[] = [];
  const complaints: string[] = [];
  const chain = journal.chain(unit, async () => (await opened[0]?.shoot(`failed-${unit}`)) ?? '');
  await chain.step('start the program', async () => {
    opened.push(
      await openWindow(storeFolder(places, unit), album, (what) => complaints.push(what)),
    );
    return '';
  });
  const window = opened[0];
  if (window === undefined) return false;
  await work(window, chain);
  const ending = journal.chain(unit);
  await ending.step('close the program', async () => {
    await window.close();
    if (complaints.length > 0) throw new Error(`the window complained: ${complaints.join(' | ')}`);
    return '';
  });
  return !chain.isBroken();
}

/** Lends a desk to one after the other: a system dialog has one answer at a time. */
function oneAtATime(desk: Desk): (work: (desk: Desk) => Promise<void>) => Promise<void> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() => work(desk));
    last = turn.catch(() => null);
    return turn;
  };
}

/** Works through a list, a few at a time. */
async function forEach<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...list];
  const worker = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
