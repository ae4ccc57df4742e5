import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import type { Desk } from '../../build/sample/desk.ts';
import { sampleAccounts, samplePassword, samplePeriod } from '../../build/sample/people.ts';
import { setUp } from '../../build/sample/work.ts';
import { inWindow, newOffice, prepare, signInFirst } from './offices.ts';
import { newStick } from './sticks.ts';

const [recorder] = sampleAccounts('district');

async function expectNoSeriousFault({ page }: OfficeWindow): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(
    violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
  ).toEqual([]);
}

/** Writes a computer's introduction to a folder; gives the file and the digits on its screen. */
async function introduce(desk: Desk, folder: string) {
  await signInFirst(desk, 'district');
  const written = await desk.must('trust.writeRequest', {
    folder: await desk.pickFolder(folder),
    password: samplePassword,
  });
  return {
    file: join(folder, written.fileName),
    digits: written.trust.ownFingerprint,
  };
}

test('what was typed at one computer is looked at and taken at another', async () => {
  const stick = newStick('stick');
  const first = await newOffice('district', '300');
  const second = test.info().outputPath('data-second');
  await prepare(second, (desk) => setUp(desk, 'district', '300'));
  const record = (desk: Desk, form: string, row: string, cells: Readonly<Record<string, string>>) =>
    desk.must('sheet.record', {
      period: samplePeriod,
      form,
      cells: Object.entries(cells).map(([column, typed]) => ({ row, column, typed })),
    });
  const other = await prepare(second, (there) =>
    prepare(first, async (here) => {
      const one = await introduce(here, stick);
      const two = await introduce(there, stick);
      await there.must('pairing.add', {
        file: await there.pickFile(one.file, 'enrolment'),
        fingerprint: one.digits,
        name: 'Máy phòng TC-KH',
      });
      await record(there, 'B01', 'HI_COVERAGE', { numerator: '117.000' });
      await record(here, 'B01', 'HI_COVERAGE', {
        numerator: '118.250',
        denominator: 'khoảng 128 nghìn',
        status: 'estimated',
      });
      await record(here, 'TM', 'I', { text: 'Quán triệt đến 16/17 xã.\n\nĐã ban hành kế hoạch.' });
      return two;
    }),
  );

  const sending = await inWindow(first, async (window) => {
    const { page } = window;
    await page.getByRole('radio', { name: recorder.displayName }).waitFor();
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.trust', t('trust.district.title'));
    const main = content(window);
    const dialog = page.getByRole('dialog');
    await button(main, t('drafts.computers.add')).press('Enter');
    await button(dialog, t('drafts.computers.addAction')).press('Enter');
    await expect(dialog.getByText(t('drafts.computers.fileMissing'))).toBeVisible();
    await window.answerDialogs(other.file);
    await button(dialog, t('drafts.computers.pickFile')).press('Enter');
    await expect(dialog.locator('output').first()).toContainText('SCT1_enrol_300_');
    await dialog.getByLabel(t('drafts.computers.typedLabel')).fill(other.digits);
    await dialog.getByLabel(t('drafts.computers.name')).fill('Máy phòng Nông nghiệp');
    await window.shoot('drafts-pair');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await expect(main.getByRole('rowheader', { name: 'Máy phòng Nông nghiệp' })).toBeVisible();
    await button(main, t('drafts.computers.introduce')).press('Enter');
    await window.shoot('drafts-introduce');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await window.shoot('drafts-computers');
    await expectNoSeriousFault(window);

    await goTo(window, 'frame.pages.sheet', 'Biểu 01');
    await button(main, t('excel.page.open')).press('Enter');
    await button(main, t('drafts.link.action')).waitFor();
    await window.shoot('drafts-link');
    await button(main, t('drafts.link.action')).press('Enter');
    await page.getByRole('heading', { level: 1, name: t('drafts.title') }).waitFor();
    const password = main.getByLabel(t('drafts.send.password'), { exact: true }).first();
    await password.press('Enter');
    await expect(main.getByText(t('drafts.send.passwordMissing'))).toBeVisible();
    await expectNoSeriousFault(window);
    await password.fill(samplePassword);
    await window.shoot('drafts-send');
    await window.answerDialogs(stick);
    await password.press('Enter');
    await expect(main).toContainText('Đã ghi 4 ô vào SCT1_300_300_2022-08_000001_');
    await window.shoot('drafts-sent');
  });
  expect(sending).toEqual([]);
  const [file = ''] = readdirSync(stick).filter((name) => name.startsWith('SCT1_300_300_'));

  const taking = await inWindow(second, async (window) => {
    const { page } = window;
    await page.getByRole('radio', { name: recorder.displayName }).waitFor();
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.sheet', 'Biểu 01');
    const main = content(window);
    await button(main, t('excel.page.open')).press('Enter');
    await button(main, t('drafts.link.action')).press('Enter');
    // Nobody is paired for sending from here: that is said, and taking works all the same.
    const password = main.getByLabel(t('drafts.send.password'), { exact: true }).last();
    await password.fill(samplePassword);
    await window.answerDialogs(join(stick, file));
    await password.press('Enter');
    await expect(main).toContainText('118.250');
    await expect(main).toContainText(t('terms.statuses.estimated'));
    await window.shoot('drafts-preview');
    await expectNoSeriousFault(window);
    await main
      .getByRole('checkbox', { name: /khoảng|Mẫu số/i })
      .first()
      .press('Space');
    await button(main, t('takenOver.go', { count: 3 })).press('Enter');
    await expect(main).toContainText('Đã ghi 3 ô từ Máy phòng TC-KH');
    await window.shoot('drafts-taken');
    await button(main, t('takenOver.back')).first().press('Enter');
    await expect(main).toContainText('118.250');
    await button(main, t('excel.page.open')).press('Enter');
    await button(main, t('drafts.link.action')).press('Enter');
    await password.fill(samplePassword);
    await window.answerDialogs(join(stick, file));
    await password.press('Enter');
    await expect(main).toContainText(t('takenOver.go', { count: 1 }));
    await window.shoot('drafts-again');
  });
  expect(taking).toEqual([]);
});
