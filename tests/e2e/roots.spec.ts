import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import { sampleAccounts, samplePassword } from '../../build/sample/people.ts';
import { enrolledPair, inWindow } from './offices.ts';
import { fillHolder, newStick } from './sticks.ts';

const unit = builtInCatalogue.units.find(({ code }) => code === '300')?.nameWithType ?? '';

test('three holders make root keys, two of them replace the signing key, a key is revoked', async () => {
  const [receiver] = sampleAccounts('province');
  const letters = newStick('letters');
  const { province } = await enrolledPair(letters);
  const sticks = ['stick-1', 'stick-2', 'stick-3'].map(newStick);
  const passwords = ['giữ khóa một', 'giữ khóa hai', 'giữ khóa ba'];

  const complaints = await inWindow(province, async (window) => {
    const { page } = window;
    await page.getByRole('radio', { name: receiver.displayName }).waitFor();
    await signIn(window, receiver);
    await goTo(window, 'frame.pages.provinceTrust', t('trust.province.title'));
    const main = content(window);
    const digits = main.locator('.letter-fingerprint');
    const before = await digits.textContent();
    await window.shoot('province-roots-none');

    await button(main, t('trust.province.roots.createOpen')).click();
    const dialog = page.getByRole('dialog');
    // Nothing was filled in: each part says what it lacks, the first one takes the keyboard.
    await button(dialog, t('trust.province.roots.createAction')).click();
    await expect(dialog.getByText(t('trust.province.roots.folderMissing'))).toHaveCount(3);
    await window.shoot('province-roots-missing');
    for (const [at, stick] of sticks.entries()) {
      await fillHolder(window, dialog.locator('fieldset').nth(at), stick, passwords[at] ?? '');
    }
    await dialog.getByLabel(t('trust.password'), { exact: true }).fill(samplePassword);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .include('dialog')
      .analyze();
    expect(
      violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'),
    ).toEqual([]);
    await window.shoot('province-roots-create');
    await button(dialog, t('trust.province.roots.createAction')).click();
    await dialog.waitFor({ state: 'detached' });
    await expect(digits).not.toHaveText(before ?? '');
    const printed = await digits.textContent();
    await window.shoot('province-roots');
    expect(sticks.map((stick) => readdirSync(stick).length)).toEqual([1, 1, 1]);

    const record = t('trust.documents.saveOf', { name: t('trust.documents.handover') });
    await window.answerDialogs(letters);
    await main.getByRole('button', { name: record }).click();
    await main.getByText(/bien-ban-ban-giao-khoa-goc_30_v1\.pdf/).waitFor();

    await button(main, t('trust.province.roots.renew.signingOpen')).click();
    for (const [at, stick] of sticks.slice(1).entries()) {
      const signer = dialog.locator('fieldset').nth(at);
      await window.answerDialogs(join(stick, readdirSync(stick)[0] ?? ''));
      await button(signer, t('trust.province.enrol.pickFile')).click();
      await expect(signer.locator('output')).toContainText('SCT1_goc_30_');
      const password = at === 0 ? 'không phải' : (passwords[at + 1] ?? '');
      await signer.getByLabel(t('trust.province.roots.password'), { exact: true }).fill(password);
    }
    await dialog.getByLabel(t('trust.password'), { exact: true }).fill(samplePassword);
    await window.shoot('province-roots-renew');
    await button(dialog, t('trust.province.roots.renew.signingAction')).click();
    await expect(dialog.getByRole('alert')).toContainText('K-22');
    await window.shoot('province-roots-wrong');
    for (const [at, password] of passwords.slice(1).entries()) {
      await dialog
        .locator('fieldset')
        .nth(at)
        .getByLabel(t('trust.province.roots.password'), { exact: true })
        .fill(password);
    }
    await dialog.getByLabel(t('trust.password'), { exact: true }).fill(samplePassword);
    await button(dialog, t('trust.province.roots.renew.signingAction')).click();
    await dialog.waitFor({ state: 'detached' });
    await expect(main.getByText(t('trust.province.roots.renew.signingDone'))).toBeVisible();
    await expect(digits).toHaveText(printed ?? '');

    await button(main, t('trust.province.revoke.of', { unit })).click();
    await dialog.getByLabel(t('trust.password'), { exact: true }).fill(samplePassword);
    await window.shoot('province-revoke');
    await button(dialog, t('trust.province.revoke.action')).click();
    await dialog.waitFor({ state: 'detached' });
    await expect(main.getByRole('row', { name: new RegExp(unit) })).toContainText(
      t('trust.province.units.revoked'),
    );
    await window.shoot('province-revoked');
  });
  expect(complaints).toEqual([]);
});
