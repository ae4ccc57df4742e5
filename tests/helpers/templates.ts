/**
 * Offices that were set up once for a test file and are copied for each of its tests: deriving keys
 * from passwords is slow on purpose. Copies have the same keys and series; where a test is about
 * different ones, it sets its offices up itself.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll } from 'vitest';

import type { Clock } from '#shared/kit/clock.ts';
import { noPorts } from '../../electron/service/ports.ts';
import type { Ports } from '../../electron/service/ports.ts';
import { approve, fillSheet, setUpPair } from './exchange.ts';
import type { Pair } from './exchange.ts';
import { augustClock, openTestOffice, setUpOffice, temporaryFolder } from './world.ts';
import type { TestOffice } from './world.ts';

type OnEnd = (work: () => void) => void;

const templates = new Map<string, Promise<string>>();
const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The folder of a template, made at its first use and removed after the file's tests. */
function template(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const existing = templates.get(name);
  if (existing !== undefined) return existing;
  const folder = mkdtempSync(join(tmpdir(), `sct-template-${name}-`));
  folders.push(folder);
  const made = make(folder).then(() => folder);
  templates.set(name, made);
  return made;
}

/** District 300 with an account for each role; the recorder is signed in. */
export async function districtOffice(
  onEnd: OnEnd,
  { clock = augustClock(), ports = noPorts }: { clock?: Clock; ports?: Ports } = {},
): Promise<TestOffice> {
  const made = await template('district', async (folder) => {
    (await setUpOffice(folder, 'district', '300')).close();
  });
  const folder = temporaryFolder('district', onEnd);
  cpSync(made, folder, { recursive: true });
  const office = openTestOffice(folder, clock, ports);
  await office.signIn('recorder');
  return office;
}

/**
 * The province and district 300, who know each other; its report of August 2022 is empty
 * (`introduced`) or approved. Recorder and receiver are signed in; the stick is empty.
 */
export async function pairOf(stage: 'introduced' | 'approved', onEnd: OnEnd): Promise<Pair> {
  const made = await template(stage, async (folder) => {
    const pair = await setUpPair(folder, temporaryFolder('keys', onEnd));
    if (stage === 'approved') {
      await fillSheet(pair.district);
      await approve(pair.district);
    }
    pair.district.close();
    pair.province.close();
  });
  const folder = temporaryFolder('pair', onEnd);
  cpSync(made, folder, { recursive: true });
  const district = openTestOffice(join(folder, '300'));
  const province = openTestOffice(join(folder, 'province'));
  await district.signIn('recorder');
  await province.signIn('receiver');
  return { district, province, stick: temporaryFolder('stick', onEnd) };
}
