import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { StreamDesk } from '#shared/ipc/calls/streams.ts';
import { approve, reopen, sealTo } from './exchange.ts';
import { answersOn, newFolder, receive } from './keyrings.ts';
import { record } from './sheets.ts';
import { pairOf } from './templates.ts';
import { august2022, openTestOffice, password } from './world.ts';
import type { TestOffice } from './world.ts';

const period = august2022;

/** The province with a report of one installation (its path) and another installation's to come. */
export type TwoInstallations = {
  readonly province: TestOffice;
  readonly here: string;
  readonly copy: TestOffice;
};

/** Revises a report with another figure and seals it; gives the bundle's path. */
export async function revised(office: TestOffice, typed: string): Promise<string> {
  await reopen(office, `sửa thành ${typed}`);
  await record(office, period, 'HI_COVERAGE', 'numerator', typed);
  await approve(office);
  return sealTo(office, newFolder('stick'));
}

/** Copies the data folder of a district to another computer; the office given is closed. */
export async function twins(
  office: TestOffice,
): Promise<{ readonly original: TestOffice; readonly copy: TestOffice }> {
  const own = office.office.dataFolder;
  office.close();
  const second = join(newFolder('second'), 'data');
  cpSync(own, second, { recursive: true });
  rmSync(join(second, 'so-chi-tieu.sqlite3.lock'), { force: true });
  const original = openTestOffice(own);
  const copy = openTestOffice(second);
  onTestFinished(() => {
    original.close();
    copy.close();
  });
  await original.signIn('recorder');
  await copy.signIn('recorder');
  return { original, copy };
}

/**
 * A district whose data folder was copied to a second computer after its first report; the first
 * computer's revision was received (93), the second one's waits on a stick (94).
 */
export async function copied(): Promise<
  TwoInstallations & { readonly original: TestOffice; readonly path: string }
> {
  const { district, province, stick } = await pairOf('approved', onTestFinished);
  await sealTo(district, stick);
  await receive(province, stick);
  await answersOn(district, stick);
  onTestFinished(() => {
    province.close();
  });
  const { original, copy } = await twins(district);
  const here = await revised(original, '93');
  await receive(province, here);
  const path = await revised(copy, '94');
  return { province, here, copy, original, path };
}

/** What waits of the period for somebody at the province. */
export async function desk(province: TestOffice): Promise<StreamDesk> {
  return province.must('stream.list', { period });
}

/** Decides the only question of the period. */
export async function decide(
  province: TestOffice,
  choose: (question: StreamDesk['questions'][number]) => string | null,
): Promise<StreamDesk> {
  return province.must('stream.decide', await facts(province, choose));
}

/** What a decision about the only question says. */
export async function facts(
  province: TestOffice,
  choose: (question: StreamDesk['questions'][number]) => string | null,
) {
  const [question] = (await desk(province)).questions;
  if (question === undefined) throw new Error('there is something to decide');
  const sides = [...(question.here === null ? [] : [question.here]), ...question.others];
  return {
    unit: question.unit,
    period,
    chosen: choose(question),
    known: sides.map(({ statement }) => statement),
    reason: 'Đã gọi điện, máy 2 là bản đúng.',
    password,
  };
}

/** The other side of a question. */
export const other = ({ others }: StreamDesk['questions'][number]): string =>
  others[0]?.statement ?? '';
/** What counts so far. */
export const here = ({ here: side }: StreamDesk['questions'][number]): string | null =>
  side?.statement ?? null;
