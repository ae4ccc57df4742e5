import { execFileSync } from 'node:child_process';

import { expect, test } from '@playwright/test';

import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import { lastFile } from '../../build/demo/places.ts';
import { sampleAccounts, samplePassword } from '../../build/sample/people.ts';
import { inWindow, newOffice } from './offices.ts';
import { newStick } from './sticks.ts';

const newPassword = 'mật khẩu mới tinh';

test('a forgotten password is set anew with the code on paper; the enrolment form is one page', async () => {
  const data = await newOffice('district', '300');
  const out = newStick('forms');
  let fingerprint = '';
  const complaints = await inWindow(data, async (window) => {
    const { page } = window;
    const [recorder] = sampleAccounts('district');
    const dialog = page.getByRole('dialog');
    await signIn(window, recorder);

    await goTo(window, 'frame.pages.trust', t('trust.district.title'));
    fingerprint = (await window.must('trust.state', {})).ownFingerprint;
    await window.answerDialogs(out);
    const name = t('trust.documents.saveOf', { name: t('trust.documents.enrolment') });
    await content(window).getByRole('button', { name }).click();
    await content(window)
      .getByText(/phieu-dang-ky-khoa_300\.pdf/)
      .waitFor();

    await goTo(window, 'frame.pages.settings', t('settings.title'));
    // Without a desktop there is no key store: the real Electron says so, and the page with it.
    expect((await window.must('session.state', {})).safeStorage).toBe('none');
    await expect(page.getByText(t('settings.about.safeStorageNone'))).toBeVisible();
    await window.shoot('key-store-none');
    await button(content(window), t('settings.recovery.open')).click();
    await expect(dialog.getByText(t('settings.recovery.leadBinds'))).toHaveCount(0);
    await dialog.getByLabel(t('settings.recovery.password'), { exact: true }).fill(samplePassword);
    await button(dialog, t('settings.recovery.action')).click();
    const code = (await dialog.locator('.recovery-code').textContent()) ?? '';
    await window.shoot('recovery-code');
    await button(dialog, t('settings.recovery.kept')).click();
    await expect(page.getByText(code.slice(0, 9))).toHaveCount(0);

    await window.must('session.signOut', {});
    await page.reload();
    await button(page, t('start.recover.open')).click();
    await button(dialog, t('start.recover.action')).click();
    await expect(
      dialog.getByText(t('start.recover.recovery-code-malformed'), { exact: true }),
    ).toBeVisible();
    await dialog.getByLabel(t('start.recover.code'), { exact: true }).fill(code);
    await dialog.getByLabel(t('settings.password.new'), { exact: true }).fill(newPassword);
    await dialog.getByLabel(t('settings.password.again'), { exact: true }).fill(newPassword);
    await window.shoot('recover');
    await button(dialog, t('start.recover.action')).click();
    await expect(page.getByText(t('start.recover.done'))).toBeVisible();
    await window.shoot('recovered');
    await page.getByLabel(t('start.password'), { exact: true }).fill(newPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('home.title') }).waitFor();
  });
  expect(complaints).toEqual([]);

  const pdf = await lastFile(out, /\.pdf$/);
  const read = (tool: string, ...args: string[]): string =>
    execFileSync(tool, args, { encoding: 'utf8' });
  const info = read('pdfinfo', pdf);
  expect(/^Pages:\s+(\d+)$/m.exec(info)?.[1]).toBe('1');
  const size = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info);
  expect([size?.[1], size?.[2]].map((points) => Math.round(Number(points)))).toEqual([595, 842]);
  const text = read('pdftotext', pdf, '-');
  expect(text).toContain('PHIẾU ĐĂNG KÝ KHÓA');
  expect(text.replace(/\s+/g, ' ')).toContain(fingerprint);
});

test('with a code the key store guards the keys; on another computer the code opens them', async () => {
  const data = await newOffice('district', '300');
  const [recorder] = sampleAccounts('district');
  let code = '';
  const atHome = await inWindow(data, async (window) => {
    const { page } = window;
    const dialog = page.getByRole('dialog');
    await window.pretendKeyStore('the office’s computer');
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.settings', t('settings.title'));
    await expect(page.getByText(t('settings.about.safeStorageAvailableTitle'))).toBeVisible();
    await window.shoot('key-store-available');
    await button(content(window), t('settings.recovery.open')).focus();
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(t('settings.recovery.leadBinds'))).toBeVisible();
    await window.shoot('key-store-lead');
    await dialog.getByLabel(t('settings.recovery.password'), { exact: true }).fill(samplePassword);
    await page.keyboard.press('Enter');
    code = (await dialog.locator('.recovery-code').textContent()) ?? '';
    await button(dialog, t('settings.recovery.kept')).click();
    await expect(page.getByText(t('settings.about.safeStorageUsed'))).toBeVisible();
    await expect(page.getByText(t('settings.recovery.boundHere'))).toBeVisible();
    await window.shoot('key-store-used');
  });
  const elsewhere = await inWindow(data, async (window) => {
    const { page } = window;
    const dialog = page.getByRole('dialog');
    await window.pretendKeyStore('another computer');
    await page.reload();
    await expect(page.getByText(t('start.keysElsewhereTitle'))).toBeVisible();
    await window.shoot('keys-elsewhere');
    await signIn(window, recorder);
    await expect(page.getByText(t('start.ownKeyElsewhere'))).toBeVisible();
    await button(page, t('frame.dismiss')).click();
    await goTo(window, 'frame.pages.settings', t('settings.title'));
    await expect(page.getByText(t('settings.about.safeStorageElsewhereTitle'))).toBeVisible();
    await button(content(window), t('settings.recovery.openAgain')).click();
    await dialog.getByLabel(t('settings.recovery.password'), { exact: true }).fill(samplePassword);
    await button(dialog, t('settings.recovery.action')).click();
    await expect(dialog.getByText('T-13')).toBeVisible();
    await window.shoot('key-store-elsewhere');
    await page.keyboard.press('Escape');

    await window.must('session.signOut', {});
    await page.reload();
    await button(page, t('start.recover.open')).click();
    await dialog.getByLabel(t('start.recover.code'), { exact: true }).fill(code);
    await dialog.getByLabel(t('settings.password.new'), { exact: true }).fill(newPassword);
    await dialog.getByLabel(t('settings.password.again'), { exact: true }).fill(newPassword);
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('start.recover.done'))).toBeVisible();
    await page.getByLabel(t('start.password'), { exact: true }).fill(newPassword);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('home.title') }).waitFor();
    expect((await window.must('session.state', {})).safeStorage).toBe('used');
    await window.must('recovery.make', { password: newPassword });
  });
  expect([...atHome, ...elsewhere]).toEqual([]);
});
