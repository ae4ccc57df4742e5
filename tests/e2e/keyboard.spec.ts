import { expect, test } from '@playwright/test';

import { button, content, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { samplePassword } from '../../build/sample/people.ts';
import { sampleRows } from '../../build/sample/values.ts';
import { recordRows } from '../../build/sample/work.ts';
import { inWindow, newOffice, prepare, signInFirst } from './offices.ts';

/** Goes on with Tab until the keyboard stands on a button of the page. */
async function tabTo({ page }: OfficeWindow, name: string): Promise<void> {
  const wanted = button(page.getByRole('main'), name);
  await expect(async () => {
    const isThere = await wanted.evaluate((element) => element === document.activeElement);
    if (!isThere) await page.keyboard.press('Tab');
    expect(isThere).toBe(true);
  }).toPass({ intervals: [10] });
}

test('the officer signs in, records, sends and signs out without a mouse', async () => {
  const data = await newOffice('district', '300');
  await prepare(data, async (desk) => {
    await signInFirst(desk, 'district');
    await recordRows(desk, sampleRows('300'));
  });
  const complaints = await inWindow(data, async (window) => {
    const { page } = window;
    const heading = page.getByRole('heading', { level: 1 });
    const press = (key: string): Promise<void> => page.keyboard.press(key);

    // Whoever mistypes is where the password goes.
    await expect(page.getByLabel(t('start.password'), { exact: true })).toBeFocused();
    await page.keyboard.type('sai');
    await press('Enter');
    await page.getByRole('alert').waitFor();
    await expect(page.getByLabel(t('start.password'), { exact: true })).toBeFocused();
    await page.keyboard.type(samplePassword);
    await press('Enter');
    await expect(heading).toHaveText(t('home.title'));
    await expect(heading).toBeFocused();

    await tabTo(window, t('home.steps.submitAction'));
    await press('Enter');
    await expect(heading).toHaveText(t('approval.title'));
    await expect(heading).toBeFocused();

    // F6 goes from part to part: to the rail, from there down to the sheet, and out of its grid.
    const rail = page.getByRole('navigation');
    await press('Shift+F6');
    await expect(button(rail, t('frame.pages.approval'))).toBeFocused();
    await press('Shift+Tab');
    await press('Shift+Tab');
    await press('Enter');
    const input = page.getByLabel(t('sheet.inputLabel'), { exact: true });
    await expect(input).toBeFocused();
    await page.keyboard.type('1');
    await press('Alt+Enter');
    await page.keyboard.type('2');
    await expect(input).toHaveValue('1\n2');
    await press('Escape');
    await expect(input).toBeFocused();
    await press('F6');
    await expect(page.getByLabel(t('sheet.inspector.note'), { exact: true })).toBeFocused();

    await button(rail, t('frame.pages.approval')).focus();
    await press('Enter');
    await expect(heading).toBeFocused();
    await tabTo(window, t('terms.actions.submit'));
    await press('Enter');
    // Signing asks for the person's own password; a wrong one is told and can be typed again.
    const password = page.getByLabel(t('approval.sign.password'), { exact: true });
    await expect(password).toBeFocused();
    await page.keyboard.type('không phải');
    await press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('alert').waitFor();
    await expect(password).toBeFocused();
    await press('Control+A');
    await page.keyboard.type(samplePassword);
    await press('Enter');
    // The button that was pressed is gone; the keyboard is not.
    await expect(button(content(window), t('terms.actions.submit'))).toHaveCount(0);
    await expect(heading).toBeFocused();

    await page.getByRole('button', { name: t('frame.account') }).focus();
    await press('Enter');
    await press('Tab');
    await press('Enter');
    await expect(page.getByLabel(t('start.password'), { exact: true })).toBeFocused();
  });
  expect(complaints).toEqual([]);
});
