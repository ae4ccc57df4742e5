import { readdirSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { sampleAccounts, samplePassword } from '../../build/sample/people.ts';
import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { catalogueEdit } from '#shared/catalogue/edit/edit.ts';
import type { MessageKey } from '#shared/text/translate.ts';
import { enrolledPair, inWindow } from './offices.ts';
import { newStick } from './sticks.ts';

const next = builtInCatalogue.version + 1;
const nameOf = (
  list: readonly { readonly code: string; readonly name: { readonly vi: string } }[],
  code: string,
) => list.find((one) => one.code === code)?.name.vi ?? code;
const retired = nameOf(builtInCatalogue.indicators, 'SI_COVERAGE');
const august = nameOf(builtInCatalogue.periods, '2022-08');

async function expectNoSeriousFault({ page }: OfficeWindow): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
  ).toEqual([]);
}

test('the province changes its catalogue and issues it, and a district sees what changes and takes it', async () => {
  const stick = newStick('stick');
  const [receiver] = sampleAccounts('province');
  const [recorder] = sampleAccounts('district');
  const { district, province } = await enrolledPair(stick, async (reporting, receiving) => {
    // A draft that is open, with a figure in a row that the new version retires.
    await reporting.must('sheet.record', {
      period: '2022-08',
      form: 'B01',
      cells: [{ row: 'SI_COVERAGE', column: 'numerator', typed: '1234' }],
    });
    const retire = { kind: 'indicator.retire', code: 'SI_COVERAGE', lastPeriod: '2022-KH' };
    await receiving.must('catalogue.edit', { edit: catalogueEdit.parse(retire) });
  });

  const atProvince = await inWindow(province, async (window) => {
    const { page } = window;
    await page.getByRole('radio', { name: receiver.displayName }).waitFor();
    await signIn(window, receiver);
    await goTo(window, 'frame.pages.catalogue', t('catalogueDesk.title'));
    const main = content(window);
    // What was edited before the program was closed is still there.
    await expect(main).toContainText('kỳ cuối phải báo cáo là Kế hoạch năm 2022');
    await expectNoSeriousFault(window);

    await button(main, t('catalogueDesk.parts.periods')).press('Enter');
    await button(main, t('catalogueDesk.edit.changeOf', { name: august })).press('Enter');
    const dialog = page.getByRole('dialog');
    const lastDay = dialog.getByLabel(t('catalogueDesk.period.lastDay'), { exact: true });
    await lastDay.fill('31 tháng 8');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(t('catalogueDesk.edit.dayWrong'))).toBeVisible();
    await window.shoot('catalogue-edit-wrong');
    await expectNoSeriousFault(window);
    await lastDay.fill('5/9/2022');
    // A working day after the deadline is kept as a fault and keeps the draft from being published.
    const working = dialog.getByLabel(t('catalogueDesk.period.lastWorkingDay'), { exact: true });
    await working.fill('6/9/2022');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const publish = button(main, t('catalogueDesk.draft.publish', { version: next }));
    await expect(publish).toBeDisabled();
    await expect(main).toContainText(t('catalogueDesk.faults.inDraft'));
    await button(main, `${t('catalogueDesk.parts.draft')} (3)`).press('Enter');
    await expect(main).toContainText(t('catalogueDesk.faults.title', { count: 1 }));
    await window.shoot('catalogue-faults');
    // Undoing takes back that one step and leaves the rest of the draft.
    const undo = button(main, t('catalogueDesk.draft.undo'));
    const lastStep = main.getByText(/^Bước cuối/);
    await expect(lastStep).toContainText(august);
    await expectNoSeriousFault(window);
    await undo.press('Enter');
    await expect(main).toContainText(t('catalogueDesk.draft.undone'));
    await expect(publish).toBeEnabled();
    await expect(undo).toBeFocused();
    await expect(lastStep).toContainText('kỳ cuối phải báo cáo');
    await window.shoot('catalogue-undone');
    await button(main, t('catalogueDesk.parts.periods')).press('Enter');
    await button(main, t('catalogueDesk.edit.changeOf', { name: august })).press('Enter');
    await lastDay.fill('5/9/2022');
    await working.fill('');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });

    await button(main, t('catalogueDesk.parts.units')).press('Enter');
    await main.getByLabel(t('catalogueDesk.unit.find')).fill('thanh mien');
    await window.shoot('catalogue-units');
    const rename = t('catalogueDesk.unit.renameOf', { name: 'Huyện Thanh Miện' });
    await button(main, rename).press('Enter');
    const field = (key: MessageKey) => dialog.getByLabel(t(key), { exact: true });
    await field('catalogueDesk.unit.day').fill('1/8/2022');
    await field('catalogueDesk.unit.type').fill('thị xã');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await button(main, `${t('catalogueDesk.parts.draft')} (3)`).press('Enter');
    await expect(main).toContainText('từ 1/8/2022, tên Huyện Thanh Miện → Thị xã Thanh Miện');
    await window.shoot('catalogue-draft');
    await expectNoSeriousFault(window);

    // A unit becomes three; a part more takes the keyboard, and what is below goes by its name.
    await button(main, t('catalogueDesk.parts.units')).press('Enter');
    await main.getByLabel(t('catalogueDesk.unit.find')).fill('ninh giang');
    await button(main, t('catalogueDesk.unit.splitOf', { name: 'Huyện Ninh Giang' })).press(
      'Enter',
    );
    await expect(field('catalogueDesk.unit.day')).toBeFocused();
    await page.keyboard.type('1/1/2023');
    const more = t('catalogueDesk.unit.morePart', { number: 3 });
    await button(dialog, more).press('Enter');
    const codes = field('catalogueDesk.unit.newCode');
    await expect(codes.nth(2)).toBeFocused();
    for (const typed of ['902', 'huyện', 'Phần Ba', 'ninh hai, 11155']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Tab');
    }
    await expect(dialog).toContainText('hiểu là Xã Ninh Hải (11200), Thị trấn Ninh Giang (11155)');
    await codes.nth(2).press('Enter');
    await expect(codes.nth(1)).toBeFocused();
    await window.shoot('catalogue-split');
    await expectNoSeriousFault(window);
    for (const typed of ['901', 'huyện', 'Phần Hai']) {
      await page.keyboard.type(typed);
      await page.keyboard.press('Tab');
    }
    await codes.nth(1).press('Enter');
    await dialog.waitFor({ state: 'detached' });

    // What is taken out is asked for first; Escape leaves it.
    await button(main, t('catalogueDesk.parts.targets')).press('Enter');
    const remove = main.getByRole('button', { name: /^Bỏ / }).first();
    await remove.press('Enter');
    await expect(dialog).toContainText(t('catalogueDesk.edit.removeLead'));
    await page.keyboard.press('Escape');
    await expect(remove).toBeFocused();
    await main.getByRole('button', { name: /^Bản nháp \(\d+\)$/ }).press('Enter');
    await expect(main).toContainText('Huyện Phần Hai (901): có từ ngày 1/1/2023');
    await expect(main).toContainText('Huyện Phần Ba (902): có từ ngày 1/1/2023');
    await expect(main).toContainText(
      'Xã Ninh Hải (11200): từ 1/1/2023, trực thuộc Huyện Ninh Giang (299) → Huyện Phần Ba (902)',
    );

    await publish.press('Enter');
    await page.keyboard.press('Enter');
    await expect(dialog.getByText(t('catalogueDesk.publish.passwordMissing'))).toBeVisible();
    await field('catalogueDesk.publish.password').fill(samplePassword);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect(main).toContainText(t('catalogueDesk.publish.done', { version: next }));
    await window.shoot('catalogue-published');

    // The keyboard goes on with the next step.
    await expect(button(main, t('catalogueDesk.issue.open'))).toBeFocused();
    await page.keyboard.press('Enter');
    await button(dialog, t('catalogueDesk.issue.action')).press('Enter');
    await expect(dialog.getByText(t('catalogueDesk.issue.folderMissing'))).toBeVisible();
    await window.answerDialogs(stick);
    await button(dialog, t('catalogueDesk.issue.pickFolder')).press('Enter');
    await expect(dialog.locator('output')).not.toHaveText(t('catalogueDesk.issue.none'));
    await field('catalogueDesk.issue.password').fill(samplePassword);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect(main).toContainText('Đã ghi 1 tệp danh mục');
    await window.shoot('catalogue-issued');
    await expectNoSeriousFault(window);
  });
  expect(atProvince).toEqual([]);
  expect(readdirSync(stick).filter((name) => name.includes('_DM-'))).toHaveLength(1);

  const atDistrict = await inWindow(district, async (window) => {
    const { page } = window;
    await page.getByRole('radio', { name: recorder.displayName }).waitFor();
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.sheet', 'Biểu 01');
    await expect(content(window)).toContainText(retired);
    await goTo(window, 'frame.pages.bundle', t('bundle.title'));
    const main = content(window);
    await main.getByLabel(t('bundle.seal.password'), { exact: true }).last().fill(samplePassword);
    await window.answerDialogs(stick);
    await button(main, t('bundle.receipts.action')).press('Enter');
    await expect(main).toContainText(t('catalogueDesk.offer.arrived', { version: next }));
    await window.shoot('catalogue-held');
    await expectNoSeriousFault(window);
    // What was read lies at the page's end: the keyboard brings the offer into sight.
    const open = button(main, t('catalogueDesk.offer.open'));
    await expect(open).toBeFocused();
    await expect(open).toBeInViewport();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Hạn gửi: 30/8/2022 → 5/9/2022');
    await expect(dialog).toContainText('cột Tử số: 1234');
    await expect(dialog).toContainText('Thị xã Thanh Miện');
    await window.shoot('catalogue-offer');
    await expectNoSeriousFault(window);
    // Later is no loss: the old version goes on.
    await button(dialog, t('catalogueDesk.offer.later')).press('Enter');
    await goTo(window, 'frame.pages.sheet', 'Biểu 01');
    await expect(content(window)).toContainText(retired);
    // The first page goes on to say that it waits.
    await goTo(window, 'frame.pages.home', t('home.title'));
    await expect(main).toContainText(t('catalogueDesk.offer.arrived', { version: next }));
    await button(main, t('home.toOffer')).press('Enter');
    await page.getByRole('heading', { level: 1, name: t('bundle.title') }).waitFor();
    await button(main, t('catalogueDesk.offer.open')).press('Enter');
    await expect(button(dialog, t('catalogueDesk.offer.later'))).toBeFocused();
    await expect(dialog).toContainText(t('catalogueDesk.offer.changes'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect(main).toContainText(t('catalogueDesk.offer.taken', { version: next }));
    await window.shoot('catalogue-taken');
    await goTo(window, 'frame.pages.sheet', 'Biểu 01');
    await expect(content(window)).not.toContainText(retired);
    await window.shoot('catalogue-in-force');
  });
  expect(atDistrict).toEqual([]);
});
