import { expect, test } from '@playwright/test';

import { translator } from '#shared/text/translate.ts';
import { goTo, signIn, t } from '../../build/demo/office-steps.ts';
import { sampleAccounts } from '../../build/sample/people.ts';
import { inWindow, newOffice } from './offices.ts';

const english = translator('en');

test('the settings switch the interface to English at once, and back', async () => {
  const data = await newOffice('district', '300');
  const [recorder] = sampleAccounts('district');
  const complaints = await inWindow(data, async (window) => {
    const { page } = window;
    const rail = page.getByRole('navigation');
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.settings', t('settings.title'));
    await page.getByText(t('settings.language.en'), { exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(english('settings.title'));
    await expect(rail.getByRole('button', { name: english('frame.pages.sheet') })).toBeVisible();
    await expect(rail.getByRole('button', { name: t('frame.pages.sheet') })).toHaveCount(0);
    const period = page.getByLabel(english('frame.period'), { exact: true });
    await expect(period.locator('option:checked')).toHaveText('Report of August 2022');

    await page.getByText(english('settings.language.vi'), { exact: true }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('settings.title'));
    await expect(rail.getByRole('button', { name: t('frame.pages.sheet') })).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
