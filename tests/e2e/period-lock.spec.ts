import { readdirSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { sampleAccounts, samplePassword } from '../../build/sample/people.ts';
import { sampleRows } from '../../build/sample/values.ts';
import { approve, recordRows, sealTo } from '../../build/sample/work.ts';
import { enrolWith, inWindow, newOffice, prepare, signInFirst, takeIn } from './offices.ts';
import { newStick } from './sticks.ts';

async function seriousFaults({ page }: OfficeWindow): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

/** The columns of the table that the frozen ones cover in part. */
async function cutColumns({ page }: OfficeWindow): Promise<readonly string[]> {
  const frozen = await page.locator('.consolidation-table thead .frozen-total').boundingBox();
  const edge = (frozen?.x ?? 0) + (frozen?.width ?? 0);
  const heads = await page.locator('.consolidation-table thead [data-column]').all();
  const cut: string[] = [];
  for (const head of heads) {
    const box = await head.boundingBox();
    if (box !== null && box.x < edge - 1 && box.x + box.width > edge + 1) {
      cut.push(await head.innerText());
    }
  }
  return cut;
}

test('the province follows a figure to a commune, locks the period, checks the lock and lifts it', async () => {
  const stick = newStick('stick');
  const locks = newStick('locks');
  const province = await newOffice('province', '30');
  const [receiver, consolidator] = sampleAccounts('province');
  for (const unit of ['300', '291']) {
    await enrolWith(province, unit, stick, async (reporting) => {
      await recordRows(reporting, sampleRows(unit));
      const cells = builtInCatalogue.units
        .filter(({ parent }) => parent === unit)
        .flatMap(({ code: row }) => [
          { row, column: 'POVERTY_RATE.numerator', typed: '31' },
          { row, column: 'POVERTY_RATE.denominator', typed: '1.204' },
        ]);
      await reporting.must('sheet.record', { period: '2022-08', form: 'B04', cells });
      await approve(reporting);
      await sealTo(reporting, stick);
    });
  }
  await prepare(province, async (receiving) => {
    await signInFirst(receiving, 'province');
    await takeIn(receiving, stick);
  });

  const complaints = await inWindow(province, async (window) => {
    const { page } = window;
    const { keyboard } = page;
    await signIn(window, consolidator ?? receiver);
    // Other pages have tables and lists of their own; the units stand over their figures all the same.
    await goTo(window, 'frame.pages.receive', t('receive.title'));
    await goTo(window, 'frame.pages.consolidation', t('consolidation.title'));
    const main = content(window);
    const head = await main.getByRole('columnheader', { name: 'Thanh Miện' }).boundingBox();
    const figure = main.getByRole('button', { name: /hộ nghèo.*Huyện Thanh Miện/iu }).first();
    const box = await figure.boundingBox();
    expect(Math.abs((head?.x ?? 0) - (box?.x ?? -9))).toBeLessThan(2);
    await window.shoot('lock-open');
    // Wherever the keyboard goes, the table stops where a column begins: a sign is never covered.
    await figure.focus();
    for (let step = 0; step < 11; step += 1) {
      await keyboard.press(step < 8 ? 'ArrowRight' : 'ArrowLeft');
      expect(await cutColumns(window)).toEqual([]);
    }
    await window.shoot('lock-right');
    await figure.focus();

    // From the province's figure to a unit's, from there to its communes, and back step by step.
    const total = main.getByRole('button', { name: /hộ nghèo.*Toàn tỉnh/iu }).first();
    await total.focus();
    await keyboard.press('Enter');
    const inspector = page.getByRole('complementary', { name: t('consolidation.inspector.title') });
    expect(await cutColumns(window)).toEqual([]);
    await window.shoot('lock-total');
    const door = inspector.getByRole('button', { name: /^Thanh Miện/u });
    await door.focus();
    await keyboard.press('Enter');
    await expect(inspector.getByRole('table')).toContainText('1.204');
    await expect(inspector).toContainText('SHA-256');
    await expect(inspector.getByText(t('periodLock.inspector.back'))).toBeVisible();
    await window.shoot('lock-communes');
    expect(await seriousFaults(window)).toEqual([]);
    await keyboard.press('Escape');
    await expect(door).toBeFocused();
    await keyboard.press('Escape');
    await expect(inspector).toHaveCount(0);
    await expect(total).toBeFocused();

    await button(main, t('periodLock.action')).press('Enter');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Cẩm Giàng');
    await expect(dialog).toContainText('tháng 8/2022');
    await expect(dialog).toContainText(t('periodLock.dialog.open'));
    await keyboard.press('Enter');
    await dialog.getByLabel(t('periodLock.dialog.password')).fill('sai mật khẩu');
    await keyboard.press('Enter');
    await expect(dialog.getByRole('alert')).toBeVisible();
    await window.shoot('lock-wrong-password');
    const frame = await dialog.boundingBox();
    expect(frame?.height).toBeLessThanOrEqual(560);
    expect(await seriousFaults(window)).toEqual([]);
    await dialog.getByLabel(t('periodLock.dialog.password')).fill(samplePassword);
    await keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    const strip = page.getByRole('region', { name: t('periodLock.lockedText') });
    await expect(strip).toContainText('lần 1');
    await expect(button(main, t('periodLock.action'))).toHaveCount(0);

    await button(strip, t('periodLock.verify')).press('Enter');
    await expect(strip).toContainText('từng byte');
    await window.answerDialogs(locks);
    await button(strip, t('periodLock.save')).press('Enter');
    await expect(strip).toContainText('chot-so-lieu_30_2022-08_lan-1.jws');
    expect(readdirSync(locks)).toContain('chot-so-lieu_30_2022-08_lan-1.json');
    await window.shoot('lock-locked');
    expect(await seriousFaults(window)).toEqual([]);

    await goTo(window, 'frame.pages.home', t('home.title'));
    await expect(main).toContainText(t('home.steps.locked'));
    await window.shoot('lock-home');
    await goTo(window, 'frame.pages.consolidation', t('consolidation.title'));
    await button(strip, t('periodLock.lift')).press('Enter');
    await keyboard.press('Tab');
    await button(dialog, t('periodLock.liftDialog.action')).press('Enter');
    await expect(dialog).toContainText(t('periodLock.liftDialog.reasonMissing'));
    await expect(dialog.getByRole('textbox').first()).toBeFocused();
    await keyboard.type('Bổ sung huyện gửi muộn');
    await window.shoot('lock-lift');
    await button(dialog, t('periodLock.liftDialog.action')).press('Enter');
    await expect(strip).toHaveCount(0);
    await button(main, t('periodLock.action')).press('Enter');
    await expect(dialog).toContainText('Bổ sung huyện gửi muộn');
    await window.shoot('lock-second');
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
  expect(complaints).toEqual([]);
});
