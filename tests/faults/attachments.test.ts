import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, it, onTestFinished } from 'vitest';

import { wholePeriod } from '#shared/domain/attachment.ts';
import { describeRefusal } from '#shared/text/translate.ts';
import { smallDisk } from '../helpers/disk.ts';
import { storeContents } from '../helpers/store-contents.ts';
import { august2022, openTestOffice, setUpOffice, temporaryFolder } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';

const period = august2022;
const target = wholePeriod;

/** A PDF of so many bytes that no disk can pack. */
function scan(office: TestOffice, megabytes: number, about: string): string {
  const content = new Uint8Array(megabytes * 1024 * 1024).map((_byte, at) => (at * 31) % 251);
  content.set(new TextEncoder().encode(`%PDF-1.7\n% ${about}\n`));
  content.set(new TextEncoder().encode('\n%%EOF'), content.length - 6);
  const path = join(temporaryFolder('scan', onTestFinished), `${about}.pdf`);
  writeFileSync(path, content);
  return office.pick(path);
}

it('a full disk under the store refuses an attachment whole, and takes it when there is room', async ({
  skip,
}) => {
  const disk = smallDisk('16m', onTestFinished);
  if (disk === null) return skip();
  const dataFolder = join(disk, 'data');
  const office = await setUpOffice(dataFolder, 'district', '300');
  await office.must('attachment.add', { period, file: scan(office, 1, 'một'), target });
  writeFileSync(join(disk, 'đầy'), Buffer.alloc(11 * 1024 * 1024));
  const before = storeContents(office);
  const file = scan(office, 6, 'hai');
  const reply = await office.call('attachment.add', { period, file, target });
  expect(reply).toMatchObject({ ok: false, refusal: { code: 'store-unwritable' } });
  expect(storeContents(office)).toBe(before);
  office.close();

  const again = openTestOffice(dataFolder);
  await again.signIn('recorder');
  expect((await again.must('attachment.list', { period })).attachments).toHaveLength(1);
  rmSync(join(disk, 'đầy'));
  const later = scan(again, 2, 'ba');
  const view = await again.must('attachment.add', { period, file: later, target });
  expect(view.attachments.map(({ fileName }) => fileName)).toEqual(['một.pdf', 'ba.pdf']);
  again.close();
});

it('a full stick refuses a copy whole and says that everything is safe', async ({ skip }) => {
  const stick = smallDisk('64k', onTestFinished);
  if (stick === null) return skip();
  const office = await setUpOffice(temporaryFolder('copy', onTestFinished), 'district', '300');
  const { attachments } = await office.must('attachment.add', {
    period,
    file: scan(office, 1, 'một'),
    target,
  });
  const which = { id: attachments[0]?.id ?? 0, folder: office.pick(stick) };
  const before = storeContents(office);
  const reply = await office.call('attachment.saveCopy', which);
  if (reply.ok) throw new Error('It was written.');
  expect(reply.refusal.code).toBe('folder-full');
  expect(describeRefusal(reply.refusal, 'vi').text).toMatch(/vẫn an toàn/);
  expect(storeContents(office)).toBe(before);
  office.close();
});
