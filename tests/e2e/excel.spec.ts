import { join } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import ExcelJS from 'exceljs';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { sampleAccounts } from '../../build/sample/people.ts';
import { inWindow, newOffice } from './offices.ts';
import { newStick } from './sticks.ts';

const communes = builtInCatalogue.units.filter(({ parent }) => parent === '300');

/** Moves by Tab until a button has the focus, as somebody without a mouse does, and presses it. */
async function press({ page }: OfficeWindow, name: string | RegExp): Promise<void> {
  const wanted = content({ page } as OfficeWindow)
    .getByRole('button', { name })
    .first();
  await expect(wanted).toBeEnabled();
  for (let step = 0; step < 80; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
  await page.keyboard.press('Enter');
}

async function expectSoundPage({ page }: OfficeWindow): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(
      ({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join()}`,
    ),
  ).toEqual([]);
}

test('a form goes out, comes back filled in, and a table of another layout is matched', async () => {
  const data = await newOffice('district', '300');
  const folder = newStick('files');
  const [recorder] = sampleAccounts('district');
  const complaints = await inWindow(data, async (window) => {
    const { page, answerDialogs } = window;
    const main = content(window);
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.sheet', 'Biểu 01');
    await main.getByRole('button', { name: /^Biểu 04/ }).click();
    await expect(main.getByRole('heading', { level: 1, name: 'Biểu 04' })).toBeVisible();
    await main.getByRole('button', { name: t('excel.page.open'), exact: true }).focus();
    await page.keyboard.press('Enter');
    await expect(main.getByRole('heading', { level: 1, name: 'Excel – Biểu 04' })).toBeFocused();
    await expectSoundPage(window);

    await answerDialogs(folder);
    await press(window, t('excel.export.action'));
    await expect(page.getByText('300_2022-08_B04.xlsx')).toBeVisible();
    const template = join(folder, '300_2022-08_B04.xlsx');
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(template);
    const sheet = book.getWorksheet('B04');
    if (sheet === undefined) throw new Error('There is no sheet.');
    sheet.getCell('D7').value = 1250.5;
    sheet.getCell('E7').value = 88;
    sheet.getCell('D8').value = 'khoảng 9';
    await book.xlsx.writeFile(template);

    await answerDialogs(template);
    await press(window, t('excel.pick.action'));
    await expect(main.getByText('1.250,5')).toBeVisible();
    await expectSoundPage(window);
    await press(window, t('takenOver.filters.refused', { count: 1 }));
    await expect(main.getByText(t('excel.reasons.number-unreadable'))).toBeVisible();
    await press(window, t('takenOver.go', { count: 2 }));
    await expect(
      main.getByText(t('excel.done.title', { count: 2, form: 'Biểu 04' })),
    ).toBeVisible();
    await press(window, t('takenOver.undo'));
    await expect(main.getByText(t('takenOver.undone', { count: 2 }))).toBeVisible();

    // A table of the office's own, one name of which nobody could guess.
    const own = new ExcelJS.Workbook();
    const table = own.addWorksheet('Tổng hợp');
    table.getRow(1).values = ['TT', 'Xã, thị trấn', 'Số hộ nghèo đa chiều', 'Tổng số hộ dân cư'];
    communes.slice(0, 3).forEach(({ name }, index) => {
      const written = index === 2 ? 'Khu vực mới' : name;
      table.getRow(2 + index).values = [index + 1, written, 10 + index, 2000 + index];
    });
    await own.xlsx.writeFile(join(folder, 'ho ngheo.xlsx'));
    await press(window, t('excel.page.again'));
    await answerDialogs(join(folder, 'ho ngheo.xlsx'));
    await press(window, t('excel.pick.action'));
    const unknown = main.getByLabel(t('excel.match.formRowOf', { name: 'Khu vực mới' }));
    await expect(unknown).toBeVisible();
    await expectSoundPage(window);
    await unknown.focus();
    await page.keyboard.press('End');
    await expect(main.getByText(t('excel.match.allMatched'))).toBeVisible();
    await press(window, t('excel.match.next'));
    await press(window, t('takenOver.go', { count: 6 }));
    await expect(main.getByText(t('excel.done.remembered'))).toBeVisible();
    await press(window, t('takenOver.back'));
    await expect(main.getByRole('heading', { level: 1, name: 'Biểu 04' })).toBeVisible();
    await expect(main.getByText('2.000', { exact: true })).toBeVisible();
  });
  expect(complaints).toEqual([]);
});
