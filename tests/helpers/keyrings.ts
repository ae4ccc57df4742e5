import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { CallOutput } from '#shared/ipc/contract.ts';
import type { Pair } from './exchange.ts';
import { pairOf } from './templates.ts';
import { password, temporaryFolder } from './world.ts';
import type { TestOffice } from './world.ts';

/** A folder that is removed when the test ends. */
export const newFolder = (name: string): string => temporaryFolder(name, onTestFinished);

/** The province and district 300; closed when the test ends. */
export async function pair(stage: 'introduced' | 'approved' = 'introduced'): Promise<Pair> {
  const made = await pairOf(stage, onTestFinished);
  onTestFinished(() => {
    made.district.close();
    made.province.close();
  });
  return made;
}

/** The province's keyring as a file; its path. */
export async function keyringFile(province: TestOffice): Promise<string> {
  const folder = newFolder('keyring');
  const { fileName } = await province.must('trust.writeKeyring', { folder: province.pick(folder) });
  return join(folder, fileName);
}

/** A district accepts a keyring, with the digits of the letter where they are given. */
export async function takeKeyring(
  district: TestOffice,
  path: string,
  fingerprint = '',
): Promise<CallOutput<'trust.acceptKeyring'>> {
  return district.must('trust.acceptKeyring', { file: district.pick(path), fingerprint });
}

/** What the province says of the files in a folder. */
export const receive = (province: TestOffice, place: string) =>
  province.must('bundle.receive', { place: province.pick(place), password });

/** How the receipts on a stick fare at the district that they are for. */
export async function answersOn(district: TestOffice, stick: string): Promise<readonly string[]> {
  const verdicts = await district.must('receipt.import', {
    folder: district.pick(stick),
    password,
  });
  return verdicts
    .filter(({ fileName }) => fileName.startsWith('SCT1_300_'))
    .map(({ refusal }) => refusal?.code ?? 'accepted');
}
