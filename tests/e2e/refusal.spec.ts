import { readdirSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import { sampleAccounts, samplePassword, samplePeriod } from '../../build/sample/people.ts';
import { enrolledPair, inWindow, reportTo, reviseTo, takeIn } from './offices.ts';
import { newStick } from './sticks.ts';

const note =
  'Bản này cũ hơn bản đã nhận. Đề nghị phòng Tài chính - Kế hoạch kiểm tra lại USB trước khi gửi.';

test('the province signs that it does not take an old bundle, and the district reads why', async () => {
  const [oldStick, newerStick] = [newStick('old'), newStick('newer')];
  const [receiver] = sampleAccounts('province');
  const [recorder] = sampleAccounts('district');
  const { district, province } = await enrolledPair(newerStick, async (reporting, receiving) => {
    await reportTo(reporting, '300', oldStick);
    await reviseTo(reporting, newerStick, 'bổ sung');
    await takeIn(receiving, newerStick);
  });

  let complaints = await inWindow(province, async (window) => {
    const { page } = window;
    await signIn(window, receiver);
    await goTo(window, 'frame.pages.receive', t('receive.title'));
    const main = content(window);
    // Of twelve units one has sent: no other has a report to open.
    await expect(
      main.getByRole('button', { name: t('receive.units.openOf', { unit: '' }) }),
    ).toHaveCount(1);
    await window.answerDialogs(newStick('empty'));
    await button(main, t('receive.source.pickFolder')).press('Enter');
    await expect(main.getByText('empty', { exact: true })).toBeVisible();
    await page.keyboard.type(samplePassword);
    await page.keyboard.press('Enter');
    await expect(main).toContainText(t('verdict.empty'));
    await expect(button(main, t('receive.source.preview'))).toBeEnabled();

    await window.answerDialogs(oldStick);
    await button(main, t('receive.source.pickFolder')).press('Enter');
    // From here on the keyboard alone: it is led to the password, and back to it after a wrong one.
    const { keyboard } = page;
    const password = main.getByLabel(t('receive.source.password'), { exact: true });
    await expect(password).toBeFocused();
    await keyboard.type('không phải');
    await keyboard.press('Enter');
    await main.getByRole('alert').waitFor();
    await expect(password).toBeFocused();
    await keyboard.type(samplePassword);
    await keyboard.press('Enter');
    await expect(main).toContainText(t('verdict.expected.refused'));
    const preview = t('receive.result.previewTitle', { place: 'old' });
    await expect(main.getByRole('group', { name: preview })).toBeFocused();
    await expect(main).toContainText(/còn hiệu lực đến \d\d:\d\d/u);
    await window.shoot('refusal-preview');
    // Two steps back is the page's one button.
    await keyboard.press('Shift+Tab');
    await keyboard.press('Shift+Tab');
    await expect(button(main, t('receive.source.record'))).toBeFocused();
    await keyboard.press('Enter');
    await button(main, t('verdict.refuse')).waitFor();
    await window.shoot('refusal-verdict');

    await button(main, t('verdict.refuse')).press('Enter');
    const dialog = page.getByRole('dialog');
    const own = dialog.getByLabel(t('receive.source.password'), { exact: true });
    await page.keyboard.type(note);
    await own.fill('không phải');
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').waitFor();
    await window.shoot('refusal-wrong-password');
    await own.fill(samplePassword);
    await page.keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.getByText(/SCT1_300_30_/u)).toBeVisible();
    const entry = main.getByRole('row', { name: receiver.displayName }).first();
    await expect(entry).toContainText(t('receive.register.states.done'));
    await entry.getByRole('button').press('Enter');
    await expect(main.getByRole('list', { name: t('verdict.listLabel') })).toHaveCount(2);
    await window.shoot('refusal-signed');
  });
  expect(complaints).toEqual([]);
  expect(readdirSync(oldStick).filter((name) => name.startsWith('SCT1_300_30_'))).toHaveLength(1);

  complaints = await inWindow(district, async (window) => {
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.bundle', t('bundle.title'));
    const main = content(window);
    await main.getByLabel(t('bundle.seal.password'), { exact: true }).last().fill(samplePassword);
    await window.answerDialogs(oldStick);
    await button(main, t('bundle.receipts.action')).press('Enter');
    const row = main.getByRole('row', { name: /^000001/u });
    await expect(row).toContainText(t('bundle.stages.refused'));
    await expect(row).toContainText(note);
    await window.shoot('refusal-district');
    const bundles = await window.must('bundle.list', { period: samplePeriod });
    const refused = bundles.find(({ sequence }) => sequence === 1)?.receipt;
    expect(refused).toMatchObject({ outcome: 'refused', code: 'sequence-replayed' });
    expect(refused?.note).toContain(note);
  });
  expect(complaints).toEqual([]);
});
