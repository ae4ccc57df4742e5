import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';

import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import { lastFile } from '../../build/demo/places.ts';
import { sampleAccounts } from '../../build/sample/people.ts';
import { exportFormats } from '#shared/domain/export-format.ts';
import { smallDisk } from '../helpers/disk.ts';
import { inWindow, receivedPair } from './offices.ts';
import { newStick } from './sticks.ts';

const ends: (() => void)[] = [];
test.afterEach(() => {
  for (const end of ends.splice(0)) end();
});

test('the province exports a period by keyboard and prints it for its leaders', async () => {
  test.setTimeout(180_000);
  const stick = newStick('stick');
  const { province } = await receivedPair(stick);
  const [receiver] = sampleAccounts('province');
  const out = newStick('out');

  const complaints = await inWindow(province, async (window) => {
    const { page } = window;
    await signIn(window, receiver);
    await goTo(window, 'frame.pages.consolidation', t('consolidation.title'));
    await window.answerDialogs(out);
    await button(content(window), t('export.action')).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(2);

    // Without a folder nothing is written, and the page says what is missing.
    await dialog.getByRole('checkbox').first().focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(t('export.folderMissing'))).toBeVisible();
    for (let at = 2; at < exportFormats.length; at += 1) {
      await dialog.getByRole('checkbox').nth(at).focus();
      await page.keyboard.press('Space');
    }
    await window.shoot('province-export-choice');
    await expectAccessible(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(t('export.folderMissing'))).toBeHidden();
    await dialog.getByRole('checkbox').first().focus();
    await page.keyboard.press('Enter');

    const files = dialog.getByRole('list', { name: t('export.listLabel') }).getByRole('listitem');
    await expect(files).toHaveCount(exportFormats.length);
    await expect(dialog.getByText(t('export.readBack'))).toHaveCount(exportFormats.length);
    await window.shoot('province-export-done');
    await expectAccessible(page);
    expect(readdirSync(out)).toHaveLength(exportFormats.length);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);

    // Where nothing can be written, the title says so, and another place is chosen for what failed.
    const full = smallDisk('4k', (work) => ends.push(work)) ?? '/proc';
    await window.answerDialogs(full);
    await button(content(window), t('export.action')).press('Enter');
    await dialog.getByRole('checkbox').nth(1).uncheck();
    await button(dialog, t('export.pickFolder')).press('Enter');
    await expect(dialog.getByText(basename(full), { exact: true })).toBeVisible();
    await button(dialog, t('export.run')).press('Enter');
    await expect(button(dialog, t('export.again'))).toBeFocused();
    await expect(dialog).toContainText(t('export.nothingTitle', { folder: basename(full) }));
    await window.shoot('province-export-failed');
    await expectAccessible(page);
    await button(dialog, t('export.elsewhere')).press('Enter');
    await expect(dialog.getByRole('checkbox', { checked: true })).toHaveCount(1);
    await expect(dialog.getByText(t('export.folderNone'))).toBeVisible();
    await window.answerDialogs(out);
    await button(dialog, t('export.pickFolder')).press('Enter');
    await expect(dialog.getByText(t('export.folderNone'))).toBeHidden();
    await button(dialog, t('export.run')).press('Enter');
    await expect(dialog.getByText(t('export.readBack'))).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);

    await goTo(window, 'frame.pages.report', t('report.title'));
    await page.locator('iframe').waitFor();
    await window.shoot('province-report');
    await button(content(window), t('report.save.action')).click();
    await content(window)
      .getByText(/\.pdf \(\d+ trang\)/)
      .waitFor();
  });
  expect(complaints).toEqual([]);

  const pdf = await lastFile(out, /\.pdf$/);
  const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  for (const words of [
    'BIỂU TỔNG HỢP',
    'SỞ KẾ HOẠCH VÀ ĐẦU TƯ',
    'Đơn vị chưa gửi (11/12)',
    '1/12',
  ]) {
    expect(text).toContain(words);
  }
});

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  );
}
