import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

import { expect, test } from '@playwright/test';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { exportFormats } from '#shared/domain/export-format.ts';
import {
  button,
  content,
  goTo,
  previewBundles,
  signIn,
  switchTo,
  t,
  takeInBundles,
} from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { sampleAccounts, samplePassword, samplePeriod } from '../../build/sample/people.ts';
import { sampleUnits } from '../../build/sample/values.ts';
import { readMachineCsv } from '../../electron/exchange-formats/machine-csv.ts';
import { inWindow, prepare, signInFirst } from './offices.ts';
import { newStick } from './sticks.ts';
import { fileOf, reviseAfterAnswer, twelveOffices, unitThat } from './twelve-offices.ts';

const [receiver, consolidator = receiver] = sampleAccounts('province');
const note = 'Số thẻ bảo hiểm y tế thấp hơn kỳ trước, đề nghị rà soát và gửi lại.';
/** The morning after the deadline of 30/8/2022. */
const afterDeadline = '2022-08-31T08:00+07:00';

const nameOf = (code: string): string =>
  builtInCatalogue.units.find((unit) => unit.code === code)?.nameWithType ?? code;

test('twelve districts report, five of them in trouble, and the province closes the period', async () => {
  test.setTimeout(300_000);
  const { province, dataOf, firstStick, lateStick, soundCopy, soundFiles } = await twelveOffices();
  const [answers, secondStick, locks, out] = [
    newStick('usb-phieu'),
    newStick('usb-dot-2'),
    newStick('chot'),
    newStick('xuat'),
  ];

  let complaints = await inWindow(province, async (window) => {
    const main = content(window);
    await signIn(window, receiver);
    await goTo(window, 'frame.pages.receive', t('receive.title'));
    await chooseFolder(window, firstStick);
    expect(await previewBundles(window)).toMatch(new RegExp(`^${soundFiles}\\b`, 'u'));
    expect(readdirSync(firstStick).filter((name) => !name.includes('SCT1_30_'))).toEqual([]);
    await window.shoot('twelve-preview');
    await takeInBundles(window);
    await window.shoot('twelve-taken-in');
    const results = main.getByRole('list', { name: t('verdict.listLabel') });
    const fileRow = (text: string) => results.getByRole('listitem').filter({ hasText: text });
    await expect(fileRow(basename(fileOf(firstStick, unitThat.altered)))).toContainText('G-03');
    await expect(fileRow(basename(fileOf(firstStick, unitThat.altered)))).toContainText(
      t('verdict.byFileName', { unit: nameOf(unitThat.altered) }),
    );
    const revoked = fileRow(basename(fileOf(firstStick, unitThat.revoked)));
    await expect(revoked).toContainText('G-35');
    await expect(revoked).toContainText(`đơn vị ${nameOf(unitThat.revoked)}`);
    await expect(fileRow(' - Copy.age')).toContainText(t('verdict.outcomes.already-received'));
    expect(readdirSync(join(province, 'cach-ly'))).toHaveLength(2);

    await button(main, t('receive.units.openOf', { unit: nameOf(unitThat.returned) })).press(
      'Enter',
    );
    await returnReport(window);
    await window.answerDialogs(answers);
    await button(main, t('received.answer.write')).press('Enter');
    await window.page.getByText(/Đã ghi SCT1_/u).waitFor();
  });
  expect(complaints).toEqual([]);

  expect(await reviseAfterAnswer(dataOf(unitThat.returned), answers, secondStick)).toBe('returned');
  copyFileSync(soundCopy, join(secondStick, basename(soundCopy)));
  copyFileSync(
    fileOf(lateStick, unitThat.late),
    join(secondStick, basename(fileOf(lateStick, unitThat.late))),
  );

  complaints = await inWindow(
    province,
    async (window) => {
      const { page } = window;
      const main = content(window);
      await signIn(window, receiver);
      await goTo(window, 'frame.pages.receive', t('receive.title'));
      await choosePeriod(window);
      await chooseFolder(window, secondStick);
      await previewBundles(window);
      await takeInBundles(window);
      const results = main.getByRole('list', { name: t('verdict.listLabel') });
      await expect(
        results.getByRole('listitem').filter({ hasText: `_${unitThat.returned}_` }),
      ).toContainText(t('verdict.outcomes.revision'));
      const units = main.getByRole('row');
      await expect(units.filter({ hasText: nameOf(unitThat.late) })).toContainText(
        t('terms.reports.sealed-on-time'),
      );
      await window.shoot('twelve-second-round');

      await goTo(window, 'frame.pages.following', t('following.title'));
      await main.getByRole('table').first().waitFor();
      await window.shoot('twelve-following');

      await switchTo(window, consolidator);
      await choosePeriod(window);
      await goTo(window, 'frame.pages.consolidation', t('consolidation.title'));
      await expect(main).toContainText('11/12');
      await window.shoot('twelve-consolidation');
      await button(main, t('periodLock.action')).press('Enter');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toContainText(shortNameOf(unitThat.revoked));
      await dialog.getByLabel(t('periodLock.dialog.password')).fill(samplePassword);
      await page.keyboard.press('Enter');
      await expect(dialog).toHaveCount(0);
      const strip = page.getByRole('region', { name: t('periodLock.lockedText') });
      await button(strip, t('periodLock.verify')).press('Enter');
      await expect(strip).toContainText('từng byte');
      await window.answerDialogs(locks);
      await button(strip, t('periodLock.save')).press('Enter');
      await expect(strip).toContainText('.jws');
      await window.shoot('twelve-locked');

      await exportEverything(window, out);
    },
    afterDeadline,
  );
  expect(complaints).toEqual([]);

  expect(readdirSync(locks).sort()).toEqual([
    'chot-so-lieu_30_2022-08_lan-1.json',
    'chot-so-lieu_30_2022-08_lan-1.jws',
  ]);
  const files = readdirSync(out);
  expect(files).toHaveLength(exportFormats.length);
  await expectSameFigures(province, readFileSync(join(out, `tong-hop_30_${samplePeriod}.csv`)));
  const adx = join(out, `tong-hop_30_${samplePeriod}_adx.xml`);
  execFileSync('xmllint', ['--noout', adx]);
  const archive = join(out, `tong-hop_30_${samplePeriod}_datapackage.zip`);
  expect(execFileSync('unzip', ['-l', archive], { encoding: 'utf8' })).toContain(
    'datapackage.json',
  );

  // The answers to the second round lie on its stick, and the districts take them in.
  const receipts = readdirSync(secondStick).filter((name) => /^SCT1_\d+_30_/u.test(name));
  expect(receipts).toHaveLength(3);
});

function shortNameOf(code: string): string {
  return builtInCatalogue.units.find((unit) => unit.code === code)?.name ?? code;
}

/** The day after a deadline the program stands at the next one. */
async function choosePeriod({ page }: OfficeWindow): Promise<void> {
  await page.getByLabel(t('frame.period'), { exact: true }).selectOption(samplePeriod);
}

async function chooseFolder(window: OfficeWindow, folder: string): Promise<void> {
  const main = content(window);
  await window.answerDialogs(folder);
  await button(main, t('receive.source.pickFolder')).press('Enter');
  await expect(main.getByText(basename(folder), { exact: true })).toBeVisible();
  await main.getByLabel(t('receive.source.password'), { exact: true }).fill(samplePassword);
}

async function returnReport(window: OfficeWindow): Promise<void> {
  const { page } = window;
  const main = content(window);
  await button(main, t('received.answer.action')).press('Enter');
  const dialog = page.getByRole('dialog');
  await button(dialog, t('received.answer.dialog.returned')).press('Enter');
  await dialog.getByRole('textbox', { name: t('received.answer.dialog.note') }).fill(note);
  await dialog.getByLabel(t('received.answer.dialog.password')).fill(samplePassword);
  await button(dialog, t('received.answer.dialog.sign')).press('Enter');
  await expect(dialog).toHaveCount(0);
}

async function exportEverything(window: OfficeWindow, folder: string): Promise<void> {
  const { page } = window;
  await window.answerDialogs(folder);
  await button(content(window), t('export.action')).press('Enter');
  const dialog = page.getByRole('dialog');
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await button(dialog, t('export.pickFolder')).press('Enter');
  await dialog.getByText(basename(folder), { exact: true }).waitFor();
  await button(dialog, t('export.run')).press('Enter');
  await expect(dialog.getByText(t('export.readBack'))).toHaveCount(exportFormats.length);
  await window.shoot('twelve-exported');
  await page.keyboard.press('Escape');
}

/** Every figure of the exported table is the one that the locked period has, and none is left out. */
async function expectSameFigures(province: string, bytes: Uint8Array): Promise<void> {
  const lines = readMachineCsv(bytes) ?? [];
  const { rows } = await prepare(
    province,
    async (desk) => {
      await signInFirst(desk, 'province');
      return desk.must('consolidation.view', { period: samplePeriod });
    },
    afterDeadline,
  );
  for (const row of rows) {
    const ofRow = lines.filter(({ indicator }) => indicator === row.row);
    const total = ofRow.find(({ area }) => area === '30');
    expect([row.row, total?.number ?? null]).toEqual([row.row, row.total.number]);
    for (const unit of row.units) {
      const line = ofRow.find(({ area }) => area === unit.unit);
      if (line !== undefined) expect([unit.unit, line.number]).toEqual([unit.unit, unit.number]);
    }
  }
  expect(new Set(lines.map(({ area }) => area)).size).toBe(1 + sampleUnits.length);
}
