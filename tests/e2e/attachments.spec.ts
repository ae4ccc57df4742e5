import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { wholePeriod } from '#shared/domain/attachment.ts';
import {
  button,
  content,
  goTo,
  previewBundles,
  signIn,
  switchTo,
  t,
  takeInBundles,
} from '../../build/demo/office-steps.ts';
import { sampleAccounts, samplePassword, samplePeriod } from '../../build/sample/people.ts';
import { sampleRows } from '../../build/sample/values.ts';
import { approve, recordRows } from '../../build/sample/work.ts';
import { smallPdf, smallProgram } from '../helpers/small-files.ts';
import { enrolledPair, inWindow, newOffice } from './offices.ts';
import { newStick } from './sticks.ts';

test('a file is attached, refused, cited as the signed document, copied and removed', async () => {
  const data = await newOffice('district', '300');
  const folder = newStick('files');
  const fileOf = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const out = newStick('out');
  const [recorder, checker = recorder] = sampleAccounts('district');
  const complaints = await inWindow(data, async (window) => {
    const { page, answerDialogs } = window;
    const main = content(window);
    const dialog = page.getByRole('dialog');
    const open = () => goTo(window, 'frame.pages.attachments', t('attachments.title'));
    await signIn(window, recorder);
    await open();
    await expect(main.getByText(t('attachments.list.emptyTitle'))).toBeVisible();

    // By keyboard alone: the button, the file, the form, the row, Enter.
    await main.getByRole('button', { name: t('attachments.add.action') }).focus();
    await page.keyboard.press('Enter');
    await answerDialogs(fileOf('trò chơi.pdf', smallProgram()));
    await button(dialog, t('attachments.add.pick')).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText('trò chơi.pdf')).toBeVisible();
    await button(dialog, t('attachments.add.confirm')).click();
    await expect(dialog.getByRole('alert')).toContainText('D-01');
    await answerDialogs(fileOf('Bảng kê BHYT.pdf', smallPdf('bảng kê')));
    await button(dialog, t('attachments.add.pick')).click();
    await expect(dialog.getByRole('alert')).toHaveCount(0);
    await dialog.getByLabel(t('attachments.add.form'), { exact: true }).selectOption('B01');
    await dialog.getByLabel(t('attachments.add.row'), { exact: true }).selectOption('HI_COVERAGE');
    await button(dialog, t('attachments.add.confirm')).click();
    const row = main.getByRole('row', { name: /Bảng kê BHYT\.pdf/ });
    await expect(row).toContainText('Biểu 01');
    await expect(row).toContainText(recorder.displayName);

    await button(main, t('attachments.document.record')).click();
    const field = (name: 'number' | 'day' | 'signer') =>
      dialog.getByLabel(t(`attachments.document.${name}`), { exact: true });
    await field('number').fill('Số: 123/BC-UBND');
    await field('day').fill('22/8/2022');
    await field('signer').fill('Phó Chủ tịch UBND huyện');
    await answerDialogs(fileOf('Báo cáo 123.pdf', smallPdf('đã ký')));
    await button(dialog, t('attachments.document.pick')).click();
    await button(dialog, t('attachments.document.confirm')).click();
    const cited = t('attachments.document.cited', { number: '123', symbol: 'BC-UBND' });
    await expect(main.getByText(cited, { exact: true })).toBeVisible();

    await answerDialogs(out);
    const file = 'Bảng kê BHYT.pdf';
    await main.getByRole('button', { name: t('attachments.list.saveOf', { file }) }).click();
    await expect(page.getByText(t('attachments.list.saved', { file }))).toBeVisible();
    expect(new Uint8Array(readFileSync(join(out, file)))).toEqual(smallPdf('bảng kê'));

    await main.getByRole('button', { name: t('attachments.list.removeOf', { file }) }).click();
    await page.keyboard.press('Escape');
    await expect(row).toBeVisible();
    await main.getByRole('button', { name: t('attachments.list.removeOf', { file }) }).click();
    await button(dialog, t('attachments.remove.confirm')).click();
    await expect(row).toHaveCount(0);

    // Who only looks through the report sees everything and changes nothing.
    await switchTo(window, checker);
    await open();
    await expect(main.getByText(cited, { exact: true })).toBeVisible();
    await expect(main.getByRole('button', { name: t('attachments.add.action') })).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
});

test('a large attachment is sealed in the district’s window and opened in the province’s', async () => {
  const stick = newStick('stick');
  const scan = Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    randomBytes(1_000_000),
    Buffer.from('\n%%EOF\n'),
  ]);
  const path = join(stick, 'Báo cáo quét.pdf');
  writeFileSync(path, scan);
  const [recorder] = sampleAccounts('district');
  const [receiver] = sampleAccounts('province');
  const { district, province } = await enrolledPair(stick, async (reporting) => {
    await recordRows(reporting, sampleRows('300'));
    const file = await reporting.pickFile(path, 'bundle');
    await reporting.must('attachment.add', { period: samplePeriod, file, target: wholePeriod });
    await approve(reporting);
  });
  const sealing = await inWindow(district, async (window) => {
    const main = content(window);
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.bundle', t('bundle.title'));
    await main.getByLabel(t('bundle.seal.password'), { exact: true }).fill(samplePassword);
    await main.getByRole('checkbox').check();
    await window.answerDialogs(stick);
    await button(main, t('bundle.seal.action')).click();
    await expect(main.getByText(t('bundle.copy.doneTitle'))).toBeVisible();
  });
  const receiving = await inWindow(province, async (window) => {
    const main = content(window);
    await signIn(window, receiver);
    await goTo(window, 'frame.pages.receive', t('receive.title'));
    await window.answerDialogs(stick);
    await button(main, t('receive.source.pickFolder')).click();
    await main.getByLabel(t('receive.source.password'), { exact: true }).fill(samplePassword);
    await previewBundles(window);
    await takeInBundles(window);
    await expect
      .poll(async () => {
        const units = await window.must('attachment.listReceived', { period: samplePeriod });
        return units.flatMap(({ attachments }) => attachments.map(({ sha256 }) => sha256));
      })
      .toEqual([createHash('sha256').update(scan).digest('hex')]);
  });
  expect([...sealing, ...receiving]).toEqual([]);
});
