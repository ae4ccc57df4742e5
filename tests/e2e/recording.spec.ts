import { expect, test } from '@playwright/test';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { columnsOf, communeForm } from '#shared/catalogue/forms/layout.ts';
import { columnKinds } from '#shared/domain/cell.ts';
import { button, content, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { samplePassword, samplePeriod } from '../../build/sample/people.ts';
import { sampleRows } from '../../build/sample/values.ts';
import { inWindow, newOffice } from './offices.ts';

/** Thành phố Hải Dương: 25 communes. */
const unit = '288';

/** Goes on with a key until the keyboard stands on a button. */
async function goTo(window: OfficeWindow, name: string | RegExp, key = 'Tab'): Promise<void> {
  const { page } = window;
  const wanted = page.getByRole('button', { name }).first();
  await expect(async () => {
    const isThere = await wanted.evaluate((element) => element === document.activeElement);
    if (!isThere) await page.keyboard.press(key);
    expect(isThere).toBe(true);
  }).toPass({ intervals: [5], timeout: 20_000 });
}

/** Opens a form of the period as one leafs through the sheets of a workbook. */
async function openForm({ page }: OfficeWindow, name: string, key: string): Promise<void> {
  const heading = page.getByRole('heading', { level: 1 });
  for (let step = 0; step < 6 && (await heading.textContent()) !== name; step += 1) {
    const before = await heading.textContent();
    await page.keyboard.press(`Control+${key}`);
    await expect(heading).not.toHaveText(before ?? '');
  }
  await expect(heading).toHaveText(name);
}

/** The amounts of every commune, as a spreadsheet puts them on the clipboard: rates are left out. */
function communeBlock(): { readonly text: string; readonly cells: number } {
  const form = communeForm(builtInCatalogue);
  if (form === null) throw new Error('The plan has no form of communes.');
  const columns = columnsOf(builtInCatalogue, form);
  const communes = builtInCatalogue.units.filter(({ parent }) => parent === unit);
  const recorded = columns.filter(({ kind }) => columnKinds.some((each) => each === kind));
  const lines = communes.map((_, row) =>
    columns
      .map(({ kind, code }) => {
        if (kind === 'computed') return '';
        // Shares between 60 and 95 percent, money per hectare around 200, all of it plausible.
        const whole = 1000 + 13 * row;
        if (code === 'AGRI_VALUE_PER_HA.numerator') return String(whole * 190);
        if (code.startsWith('POVERTY_RATE.n')) return String(Math.round(whole / 50));
        if (code.startsWith('POOR_HH_REDUCTION.n')) return String(Math.round(whole / 4));
        return String(code.endsWith('numerator') ? Math.round((whole * 9) / 10) : whole);
      })
      .join('\t'),
  );
  return { text: `${lines.join('\r\n')}\r\n`, cells: communes.length * recorded.length };
}

test('a whole period of a district with 25 communes, by keyboard alone', async () => {
  test.setTimeout(180_000);
  const data = await newOffice('district', unit);
  const { text, cells } = communeBlock();
  expect(cells).toBe(450);
  const complaints = await inWindow(data, async (window) => {
    const { page } = window;
    const press = (key: string): Promise<void> => page.keyboard.press(key);
    const input = page.getByLabel(t('sheet.inputLabel'), { exact: true });
    const at = async (): Promise<string> =>
      (await input.getAttribute('aria-activedescendant')) ?? '';
    const saved = page.getByText(new RegExp(`^${t('frame.saved', { time: '\\d\\d:\\d\\d' })}`));

    await expect(page.getByLabel(t('start.password'), { exact: true })).toBeFocused();
    await page.keyboard.type(samplePassword);
    await press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('home.title'));
    await goTo(window, t('home.steps.recordAction'));
    await press('Enter');
    await expect(input).toBeFocused();

    // A block from a spreadsheet fills Biểu 04 at once.
    await openForm(window, 'Biểu 04', 'PageDown');
    await expect(input).toBeFocused();
    await input.evaluate((field, block) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', block);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, text);
    await page.getByText(t('sheet.pasted', { count: cells })).waitFor();
    await saved.waitFor();
    await expect(page.getByRole('button', { name: /^Biểu 04/ })).toContainText('25/25');

    // Undone at once, and done again at once.
    await press('Control+z');
    await expect(page.getByRole('button', { name: /^Biểu 04/ })).toContainText('0/25');
    await press('Control+y');
    await expect(page.getByRole('button', { name: /^Biểu 04/ })).toContainText('25/25');

    // What is to be known of a figure is one key away, and so is the way back.
    const noted = await at();
    await press('Shift+F2');
    await expect(page.getByLabel(t('sheet.inspector.remarks.note'), { exact: true })).toBeFocused();
    await page.keyboard.type('Đã trừ diện tích bị thu hồi');
    await press('Tab');
    await page.keyboard.type('Biểu 5 của xã');
    await press('Shift+Tab');
    await press('Shift+Tab');
    await press('S');
    await press('Escape');
    await expect(input).toBeFocused();
    expect(await at()).toBe(noted);
    await expect(page.locator(`[id="${noted}"]`)).toContainText(t('sheet.marks.note'));

    // The communes' sums stand in Biểu 01; what is left is typed there, cell after cell.
    await openForm(window, 'Biểu 01', 'PageUp');
    await expect(input).toBeFocused();
    const toType = new Map(
      sampleRows(unit).flatMap(({ row, cells: own }) =>
        own.map(({ column, typed }) => [
          `cell-${row}-${column === 'value' ? 'result' : column}`,
          column === 'status' ? 'ước' : typed,
        ]),
      ),
    );
    let last = '';
    for (let cell = await at(); cell !== last; cell = await at()) {
      last = cell;
      const typed = toType.get(cell);
      if (typed !== undefined) await page.keyboard.type(typed);
      await press('Tab');
    }
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expect(page.getByRole('button', { name: /^Biểu 01/ })).toContainText('18/18');

    // What is found odd is explained where it stands, until nothing keeps the report back.
    await goTo(window, t('sheet.toApproval'));
    await press('Enter');
    const first = button(content(window), t('approval.firstError'));
    for (let step = 0; (await first.count()) > 0 && step < 40; step += 1) {
      await goTo(window, t('approval.firstError'));
      await press('Enter');
      await expect(input).toBeFocused();
      const explanation = page.getByLabel(t('sheet.inspector.explanation'), { exact: true });
      await explanation.first().waitFor();
      for (let each = 0; each < (await explanation.count()); each += 1) {
        const field = explanation.nth(each);
        if ((await field.inputValue()) !== '') continue;
        await field.focus();
        await page.keyboard.type('Đã đối chiếu với báo cáo của các xã.');
        await press('Tab');
      }
      await goTo(window, t('sheet.toApproval'));
      await press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('approval.title'));
      await page.waitForTimeout(300);
    }
    await goTo(window, t('terms.actions.submit'));
    await press('Enter');
    await page.keyboard.type(samplePassword);
    await press('Enter');
    await expect(page.getByText(t('approval.done.submit'))).toBeVisible();

    const sheet = await window.must('sheet.open', { period: samplePeriod, form: 'B04' });
    const remarks = sheet.cells.filter(({ column }) => /^(?:status|note|source)\./.test(column));
    expect(remarks.map(({ canonical }) => canonical).sort()).toEqual([
      'Biểu 5 của xã',
      'provisional',
      'Đã trừ diện tích bị thu hồi',
    ]);
    expect(sheet.cells).toHaveLength(cells + remarks.length);
    expect(sheet.submission?.state).toBe('awaiting-check');
  });
  expect(complaints).toEqual([]);
});
