import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { sampleAccounts, samplePassword } from '../../build/sample/people.ts';
import { enrolledPair, inWindow, newOffice } from './offices.ts';
import { readSquare } from './squares.ts';
import { fillHolder, newStick } from './sticks.ts';

const passwords = ['giữ khóa một', 'giữ khóa hai', 'giữ khóa ba'];

/** Nothing serious that a screen reader or a keyboard would stumble over in the open dialog. */
async function expectAccessible({ page }: OfficeWindow): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include('dialog').analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  );
  const box = await page.locator('dialog').boundingBox();
  expect(box?.height).toBeLessThanOrEqual(560);
}

test('the escrow key is printed, and tried by typing it from the paper', async () => {
  const province = await newOffice('province', '30');
  const [receiver] = sampleAccounts('province');
  const stick = newStick('stick');
  let sheet: Uint8Array = new Uint8Array();
  let identity = '';
  const complaints = await inWindow(province, async (window) => {
    const { page } = window;
    await signIn(window, receiver);
    await goTo(window, 'frame.pages.provinceTrust', t('trust.province.title'));
    const main = content(window);
    const dialog = page.getByRole('dialog');
    const opener = (what: 'print' | 'test') =>
      button(main, t(`trust.province.escrow.${what}.openName`));
    await expect(main.getByText(t('trust.province.escrow.notPrinted'))).toBeVisible();
    await opener('print').scrollIntoViewIfNeeded();
    await window.shoot('escrow-none');

    // By keyboard: Enter opens the dialog, Enter sends it.
    await opener('print').press('Enter');
    await page.keyboard.press('Tab');
    await button(dialog, t('trust.province.escrow.print.action')).press('Enter');
    await expect(dialog.getByText(t('trust.passwordMissing'))).toBeVisible();
    await expectAccessible(window);
    await window.shoot('escrow-print');
    await page.keyboard.type('không phải');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('T-03');
    await window.shoot('escrow-print-refused');
    const printed = await window.answerPrinting();
    await dialog.getByLabel(t('trust.password'), { exact: true }).fill(samplePassword);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect(main.getByText(t('trust.province.escrow.print.done'))).toBeVisible();
    sheet = await printed();

    const folder = await window.pickFolder(stick);
    const { fileName } = await window.must('trust.writeEscrow', {
      folder,
      password: samplePassword,
    });
    const text = readFileSync(join(stick, fileName), 'utf8');
    identity = /^AGE-SECRET-KEY-1\w+$/m.exec(text)?.[0] ?? '';
    await opener('test').press('Enter');
    const field = dialog.getByLabel(t('trust.province.escrow.test.label'), { exact: true });
    await button(dialog, t('trust.province.escrow.test.action')).press('Enter');
    await expect(field).toBeFocused();
    await field.fill(`${identity.slice(0, -2)}ồ`);
    await expect(dialog.getByText(t('trust.province.escrow.test.others'))).toBeVisible();
    await window.shoot('escrow-test-letters');
    const wrong = identity.endsWith('Q') ? 'P' : 'Q';
    await field.fill(`${identity.slice(0, -1)}${wrong}`);
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('K-41');
    await expectAccessible(window);
    await window.shoot('escrow-test-refused');
    await field.fill(identity);
    await window.shoot('escrow-test');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect(main.getByText(t('trust.province.escrow.test.done'))).toBeVisible();
    await opener('test').scrollIntoViewIfNeeded();
    await window.shoot('escrow-tested');
    expect((await page.content()).includes(identity.slice(16, 40))).toBe(false);
  });
  expect(complaints).toEqual([]);

  // What came out of the printer: one page, and the very key, for people and for cameras.
  const pdf = test.info().outputPath('sheet.pdf');
  writeFileSync(pdf, sheet);
  const read = (tool: string, ...args: string[]) =>
    execFileSync(tool, args, { maxBuffer: 2 ** 26 });
  expect(/^Pages:\s+(\d+)$/m.exec(read('pdfinfo', pdf).toString())?.[1]).toBe('1');
  const text = read('pdftotext', pdf, '-').toString();
  expect(text).toContain('PHIẾU KHÓA DỰ PHÒNG');
  expect(text.replace(/\s+/g, '')).toContain(identity);
  expect(readSquare(read('pdftoppm', '-r', '150', pdf))).toBe(identity);
});

test('a root key is tried; when two are lost, a district types the new digits', async () => {
  const [receiver] = sampleAccounts('province');
  const [recorder] = sampleAccounts('district');
  const letters = newStick('letters');
  const old = ['old-1', 'old-2', 'old-3'].map(newStick);
  const { district, province } = await enrolledPair(letters, async (reporting, receiving) => {
    const keys = await Promise.all(
      old.map(async (stick, at) => ({
        folder: await receiving.pickFolder(stick),
        password: passwords[at] ?? '',
      })),
    );
    await receiving.must('trust.createRoots', { keys, password: samplePassword });
    const { fileName } = await receiving.must('trust.writeKeyring', {
      folder: await receiving.pickFolder(letters),
    });
    await reporting.must('trust.acceptKeyring', {
      file: await reporting.pickFile(join(letters, fileName), 'keyring'),
      fingerprint: '',
    });
  });
  const sticks = ['new-1', 'new-2', 'new-3'].map(newStick);
  let digits = '';
  let keyring = '';

  const atProvince = await inWindow(province, async (window) => {
    const { page } = window;
    await signIn(window, receiver);
    await goTo(window, 'frame.pages.provinceTrust', t('trust.province.title'));
    const main = content(window);
    const dialog = page.getByRole('dialog');
    await button(main, t('trust.province.roots.test.open')).press('Enter');
    await button(dialog, t('trust.province.roots.test.action')).press('Enter');
    await expect(dialog.getByText(t('trust.province.roots.fileMissing'))).toBeVisible();
    await expectAccessible(window);
    await window.answerDialogs(join(old[1] ?? '', readdirSync(old[1] ?? '')[0] ?? ''));
    await button(dialog, t('trust.province.enrol.pickFile')).click();
    await expect(dialog.locator('output')).toContainText('SCT1_goc_30_');
    const field = dialog.getByLabel(t('trust.province.roots.password'), { exact: true });
    await field.fill('không phải');
    await field.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText('K-22');
    await window.shoot('root-test-refused');
    await field.fill(passwords[1] ?? '');
    await field.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const second = main.getByRole('row', {
      name: new RegExp(t('trust.province.roots.keyNumber', { number: 2 })),
    });
    await expect(second).not.toContainText(t('trust.province.checks.never'));
    await window.shoot('root-tested');

    await main.getByText(t('trust.province.roots.anew.summary')).click();
    await button(main, t('trust.province.roots.anew.open')).press('Enter');
    await expect(dialog.getByText(t('trust.province.roots.anew.refused'))).toBeVisible();
    await expectAccessible(window);
    await window.shoot('roots-anew-warning');
    await button(dialog, t('trust.province.roots.anew.go')).press('Enter');
    for (const [at, stick] of sticks.entries()) {
      await fillHolder(window, dialog.locator('fieldset').nth(at), stick, passwords[at] ?? '');
    }
    await dialog.getByLabel(t('trust.password'), { exact: true }).fill(samplePassword);
    await window.shoot('roots-anew');
    await button(dialog, t('trust.province.roots.anew.action')).click();
    await dialog.waitFor({ state: 'detached' });
    await expect(main.getByText(/Đã lập lại bộ khóa gốc/)).toBeVisible();
    await window.shoot('roots-anew-done');
    digits = (await main.locator('.letter-fingerprint').textContent()) ?? '';
    await window.answerDialogs(letters);
    await button(main, t('trust.province.own.action')).click();
    const done = await main.getByText(/SCT1_keyring_30_v\d+\.jws/).textContent();
    keyring = join(letters, /SCT1_keyring_30_v\d+\.jws/.exec(done ?? '')?.[0] ?? '');
  });
  expect(atProvince).toEqual([]);

  const atDistrict = await inWindow(district, async (window) => {
    const { page } = window;
    await page.getByRole('radio', { name: recorder.displayName }).waitFor();
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.trust', t('trust.district.title'));
    const main = content(window);
    await window.answerDialogs(keyring);
    await button(main, t('trust.district.reply.renewAction')).click();
    await expect(main.getByRole('alert')).toContainText('K-17');
    await window.shoot('district-roots-refused');
    await main.getByText(t('trust.district.anew.open'), { exact: true }).click();
    await button(main, t('trust.district.keyring.pick')).click();
    await main.getByLabel(t('trust.district.keyring.typedLabel'), { exact: true }).fill(digits);
    await button(main, t('trust.district.anew.action')).click();
    await expect(main.getByRole('alert')).toHaveCount(0);
    await expect(main.locator('.own-fingerprint').nth(1)).toContainText(digits.slice(0, 9));
    await window.shoot('district-trusts-anew');
  });
  expect(atDistrict).toEqual([]);
});
