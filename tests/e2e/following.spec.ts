import { readFileSync, readdirSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { button, content, goTo, signIn, switchTo, t } from '../../build/demo/office-steps.ts';
import { lastFile } from '../../build/demo/places.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { sampleAccounts } from '../../build/sample/people.ts';
import { inWindow, receivedPair } from './offices.ts';
import { newStick } from './sticks.ts';

const unit = 'Huyện Thanh Miện';

test('the province follows what came, where targets stand, and whom to remind, by keyboard', async () => {
  const [stick, out] = [newStick('stick'), newStick('out')];
  const { province } = await receivedPair(stick);
  const [receiver] = sampleAccounts('province');
  const complaints = await inWindow(province, async (window) => {
    const { page } = window;
    await signIn(window, receiver);
    await expect(content(window)).toContainText(t('home.standing.remind', { count: 12 }));
    await window.shoot('following-home');
    await goTo(window, 'frame.pages.following', t('following.title'));

    // What came: one unit's form by arrows, and through its door to the received report.
    const door = (column: string) =>
      page.getByRole('button', { name: new RegExp(`^${unit}, ${column}: .*Mở báo cáo$`) });
    await expect(door('Biểu 01')).toContainText('Đủ');
    await door('Biểu 01').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(door('Biểu 03')).toBeFocused();
    await window.shoot('following-reports');
    await faultless(window);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: unit }).waitFor();
    const forms = page.getByRole('group', { name: t('received.forms') });
    await expect(button(forms, 'Biểu 03')).toHaveAttribute('aria-pressed', 'true');
    await goTo(window, 'frame.pages.following', t('following.title'));

    // Where targets stand: own figures, and published ones marked as that.
    const tabs = page.getByRole('group', { name: t('following.tabs.label') });
    await button(tabs, t('following.tabs.targets')).press('Enter');
    const table = page.getByRole('table', { name: t('following.targets.table') });
    await expect(table.getByRole('row', { name: /^1 Tốc độ tăng GRDP/ })).toContainText('9,06%');
    await expect(table.getByRole('row', { name: /^1 Tốc độ tăng GRDP/ })).toContainText(
      t('following.targets.publishedWord', { word: 'không đạt' }),
    );
    await expect(table.getByRole('row', { name: /^10 Tỷ lệ bao phủ/ })).toContainText(
      '1/12 đơn vị',
    );
    await window.shoot('following-targets');
    await faultless(window);
    const region = page.getByRole('region', { name: t('following.targets.table') });
    await table.getByRole('row').last().scrollIntoViewIfNeeded();
    expect(await region.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
    await button(page, t('following.targets.ofYear', { year: 2025 })).press('Enter');
    // Another year begins with its first target.
    await expect.poll(() => region.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
    await expect(table).toContainText('/ 3 năm còn lại');
    await faultless(window);

    // The ranking keeps those without a figure at the end.
    await button(tabs, t('following.tabs.pictures')).press('Enter');
    await page.getByLabel(t('following.pictures.indicator')).selectOption('HI_COVERAGE');
    const ranking = page.getByRole('table', { name: /^Xếp hạng đơn vị: Tỷ lệ bao phủ/ });
    await expect(ranking.getByRole('row')).toHaveCount(13);
    await expect(ranking.getByRole('row').nth(1)).toContainText(unit);
    await expect(ranking.getByRole('row').last()).toContainText(
      t('following.pictures.kinds.not-received'),
    );
    // The table under the trend says why a period has no number.
    await page.getByLabel(t('following.pictures.unit')).selectOption({ label: unit });
    const trend = page.getByRole('table', { name: /Tỷ lệ bao phủ/ }).last();
    await expect(trend).toContainText(t('following.pictures.kinds.not-received'));
    await expect(trend).not.toContainText('...');
    await window.shoot('following-pictures');
    await faultless(window);

    // Reminders: copied, written as text, saved as PDF.
    await button(tabs, t('following.tabs.reminders', { count: 12 })).press('Enter');
    await button(page, t('following.reminders.copyOf', { unit: 'Thành phố Chí Linh' })).press(
      'Enter',
    );
    await expect(content(window)).toContainText(
      t('following.reminders.copied', { unit: 'Thành phố Chí Linh' }),
    );
    await window.answerDialogs(out);
    await button(page, t('following.reminders.write')).press('Enter');
    await expect(content(window)).toContainText('Đã ghi 12 tệp');
    // The printer gets the list by Tab alone, and the keyboard stays where it was.
    const printed = await window.answerPrinting();
    const print = button(page, t('following.reminders.print'));
    await page.keyboard.press('Tab');
    await expect(print).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(print).toBeEnabled();
    await expect(print).toBeFocused();
    await expect.poll(async () => (await printed()).length).toBeGreaterThan(1000);
    await button(page, t('following.reminders.save')).press('Enter');
    await expect(content(window)).toContainText('don-doc_30_2022-08.pdf');
    await window.shoot('following-reminders');
    await faultless(window);
  });
  expect(complaints).toEqual([]);

  const message = readdirSync(out).find((name) => name.startsWith('don-doc_290_'));
  expect(readFileSync(join(out, message ?? ''), 'utf8')).toContain(
    'Kính gửi: Ủy ban nhân dân thành phố Chí Linh',
  );
  const pdf = await lastFile(out, /\.pdf$/);
  const words = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
  expect(words).toContain('DANH SÁCH ĐƠN VỊ CẦN ĐÔN ĐỐC');
  expect(words).toContain('Nơi nhận:');
  expect(words).toContain('Huyện Thanh Miện');
});

test('the first page after a deadline says so to whoever signs in, with the numbers of the follow-up', async () => {
  const { province } = await receivedPair(newStick('stick'));
  const complaints = await inWindow(
    province,
    async (window) => {
      const { page } = window;
      const main = content(window);
      const [first, ...others] = sampleAccounts('province');
      await signIn(window, first);
      for (const next of [...others, null]) {
        await expect(page.getByRole('combobox').first()).toHaveValue('2022-08');
        await expect(main).toContainText(t('home.daysOver', { count: 1 }));
        await expect(main).toContainText(t('home.notSent', { count: 11 }));
        await expect(main).toContainText(
          `${t('home.standing.remind', { count: 12 })} Chưa gửi 11 · Gửi chưa đủ 1`,
        );
        await expect(main).toContainText(t('home.sentEverything', { complete: 0, expected: 12 }));
        await window.shoot('home-after-deadline');
        await button(main, t('home.toFollowing')).press('Enter');
        await expect(main).toContainText('0/12 đơn vị đã gửi đủ');
        const tabs = page.getByRole('group', { name: t('following.tabs.label') });
        await expect(button(tabs, t('following.tabs.reminders', { count: 12 }))).toBeVisible();
        if (next !== null) await switchTo(window, next);
      }

      // With the deadline far away nobody is to be reminded, on neither page.
      await page.getByRole('combobox').first().selectOption('2024-04');
      const tabs = page.getByRole('group', { name: t('following.tabs.label') });
      await button(tabs, t('following.tabs.reminders', { count: 0 })).press('Enter');
      await expect(main).toContainText(t('following.reminders.waiting', { count: 12 }));
      await window.shoot('reminders-to-come');
      await goTo(window, 'frame.pages.home', t('home.title'));
      await expect(main).toContainText(t('home.standing.noneToRemind'));
    },
    '2022-08-31T08:00+07:00',
  );
  expect(complaints).toEqual([]);
});

/** Nothing serious for those who hear or cannot see the page well. */
async function faultless({ page }: OfficeWindow): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}
