import { mkdirSync, readdirSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { sampleAccounts, samplePassword } from '../../build/sample/people.ts';
import { introduce } from '../../build/sample/work.ts';
import { bringAlong, laterCatalogue } from '../helpers/catalogues.ts';
import { openTestOffice } from '../helpers/world.ts';
import { inWindow, newOffice, prepare } from './offices.ts';

const later = laterCatalogue();
const newName = 'Tỷ lệ bao phủ BHYT toàn dân';

async function expectNoSeriousFault({ page }: OfficeWindow): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
  ).toEqual([]);
}

test('the province issues its catalogue, and a district goes by it', async () => {
  const stick = test.info().outputPath('stick');
  mkdirSync(stick);
  const district = await newOffice('district', '300');
  const province = await newOffice('province', '30');
  const [receiver] = sampleAccounts('province');
  const [recorder] = sampleAccounts('district');
  await prepare(province, (receiving) =>
    prepare(district, async (reporting) => {
      await receiving.must('session.signIn', { name: receiver.name, password: samplePassword });
      await reporting.must('session.signIn', { name: recorder.name, password: samplePassword });
      await introduce(reporting, receiving, stick);
    }),
  );
  const office = openTestOffice(province);
  bringAlong(office, later);
  office.close();

  const atProvince = await inWindow(province, async (window) => {
    const { page } = window;
    await page.getByRole('radio', { name: receiver.displayName }).waitFor();
    await signIn(window, receiver);
    await goTo(window, 'frame.pages.receive', t('receive.title'));
    const main = content(window);
    await expect(main).toContainText(t('receive.catalogue.current', { version: later.version }));
    await main.getByText(t('receive.catalogue.list')).click();
    await window.shoot('catalogue-panel');
    await expectNoSeriousFault(window);
    await button(main, t('receive.catalogue.open')).press('Enter');
    const dialog = page.getByRole('dialog');
    // Nothing was said yet: what is missing is named, and nothing is written.
    await button(dialog, t('receive.catalogue.action')).press('Enter');
    await expect(dialog.getByText(t('receive.catalogue.folderMissing'))).toBeVisible();
    await window.shoot('catalogue-issue-missing');
    await window.answerDialogs(stick);
    await button(dialog, t('receive.source.pickFolder')).press('Enter');
    await expect(dialog.locator('output')).not.toHaveText(t('receive.source.none'));
    await dialog.getByLabel(t('receive.source.password'), { exact: true }).fill(samplePassword);
    await window.shoot('catalogue-issue');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect(main).toContainText('Đã ghi 1 tệp danh mục');
    await window.shoot('catalogue-issued');
  });
  expect(atProvince).toEqual([]);
  expect(readdirSync(stick).filter((name) => name.includes('_DM-'))).toHaveLength(1);

  const atDistrict = await inWindow(district, async (window) => {
    const { page } = window;
    await page.getByRole('radio', { name: recorder.displayName }).waitFor();
    await signIn(window, recorder);
    // The forms were open before: they go on under the new version without signing in again.
    await goTo(window, 'frame.pages.sheet', 'Biểu 01');
    await expect(content(window)).not.toContainText(newName);
    await goTo(window, 'frame.pages.bundle', t('bundle.title'));
    const main = content(window);
    await main.getByLabel(t('bundle.seal.password'), { exact: true }).last().fill(samplePassword);
    await window.answerDialogs(stick);
    await button(main, t('bundle.receipts.action')).press('Enter');
    await expect(main).toContainText(
      t('verdict.reasons.catalogue', { version: later.version }).slice(0, 40),
    );
    await window.shoot('catalogue-taken');
    await expectNoSeriousFault(window);
    await goTo(window, 'frame.pages.sheet', 'Biểu 01');
    await expect(content(window)).toContainText(newName);
    await window.shoot('catalogue-in-force');
  });
  expect(atDistrict).toEqual([]);
});
