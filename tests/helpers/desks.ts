import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { CallInput } from '#shared/ipc/contract.ts';
import { newFolder } from './keyrings.ts';
import { districtOffice } from './templates.ts';
import { august2022, password, setUpOffice } from './world.ts';
import type { TestOffice } from './world.ts';

/** Two computers of district 300, not paired yet; the recorder is signed in at both. */
export async function twoDesks(): Promise<readonly [TestOffice, TestOffice]> {
  const first = await districtOffice(onTestFinished);
  const second = await setUpOffice(newFolder('second'), 'district', '300');
  onTestFinished(() => {
    first.close();
    second.close();
  });
  return [first, second];
}

/** The file by which a computer introduces itself, and the digits that its screen shows. */
export async function introduction(
  office: TestOffice,
): Promise<{ readonly path: string; readonly fingerprint: string }> {
  const folder = newFolder('introduction');
  const { fileName, trust } = await office.must('trust.writeRequest', {
    folder: office.pick(folder),
    password,
  });
  return { path: join(folder, fileName), fingerprint: trust.ownFingerprint };
}

/** `office` pairs `other`; gives what `pairing.add` answers. */
export async function pairWith(office: TestOffice, other: TestOffice, name = 'Máy kia') {
  const { path, fingerprint } = await introduction(other);
  return office.must('pairing.add', { file: office.pick(path), fingerprint, name });
}

/** Two computers of district 300 that know each other. */
export async function pairedDesks(): Promise<readonly [TestOffice, TestOffice]> {
  const [first, second] = await twoDesks();
  await pairWith(first, second, 'Máy hai');
  await pairWith(second, first, 'Máy một');
  return [first, second];
}

export const type = (office: TestOffice, form: string, cells: CallInput<'sheet.record'>['cells']) =>
  office.must('sheet.record', { period: august2022, form, cells });

/** Writes drafts of some forms to a folder of their own; the file's path. */
export async function send(office: TestOffice, ...forms: string[]): Promise<string> {
  const [computer] = await office.must('pairing.list', {});
  const folder = newFolder('drafts');
  const { fileName } = await office.must('drafts.send', {
    period: august2022,
    forms,
    to: computer?.id ?? 0,
    folder: office.pick(folder),
    password,
  });
  return join(folder, fileName);
}

export const preview = (office: TestOffice, path: string) =>
  office.must('drafts.preview', { file: office.pick(path), password });

export const refusedPreview = (office: TestOffice, path: string) =>
  office.refusal('drafts.preview', { file: office.pick(path), password });

/** Everything of a file that may be taken over. */
export async function takeAll(office: TestOffice, path: string) {
  const { statement, cells } = await preview(office, path);
  const accepted = cells
    .filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
    .map(({ form, row, column, before, after }) => ({ form, row, column, before, after }));
  return office.must('drafts.take', { statement, accepted });
}

/** What stands in a form, as typed, by row and column. */
export async function typedIn(office: TestOffice, form: string): Promise<Record<string, string>> {
  const { cells } = await office.must('sheet.open', { period: august2022, form });
  return Object.fromEntries(cells.map(({ row, column, typed }) => [`${row} ${column}`, typed]));
}
