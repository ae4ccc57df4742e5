import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { clockWords } from '#shared/domain/clock-words.ts';
import { freshnessLines } from '#shared/domain/freshness-words.ts';
import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import { sampleAccounts, sampleNow, samplePassword } from '../../build/sample/people.ts';
import {
  enrolWith,
  inWindow,
  prepare,
  reportTo,
  sealedPair,
  signInFirst,
  takeIn,
} from './offices.ts';
import { newStick } from './sticks.ts';

const january2021 = '2021-01-03T08:00+07:00';

test('a PC that is set to 2021 says so on every page, and works on', async () => {
  const stick = newStick('stick');
  const { district, province } = await sealedPair(stick);
  // Another unit is enrolled in the meantime: the receipt names a newer keyring.
  await enrolWith(province, '299', newStick('letters'), (_reporting, receiving) =>
    takeIn(receiving, stick),
  );
  const [recorder] = sampleAccounts('district');
  const words = (from: 'receipt' | 'keyring') =>
    clockWords(january2021, { known: sampleNow, from }, 'vi');
  const newer = freshnessLines(
    { keyring: { newer: 3, held: 2 }, catalogue: null, stale: null },
    'vi',
  )[0];

  const complaints = await inWindow(
    district,
    async (window) => {
      const { page } = window;
      await expect(page.getByText(words('keyring'))).toBeVisible();
      await window.shoot('sign-in');
      await signIn(window, recorder);
      await expect(page.getByText(words('keyring'))).toBeVisible();

      const folder = await window.pickFolder(stick);
      const read = await window.must('receipt.import', { folder, password: samplePassword });
      expect(read.some(({ outcome }) => outcome === 'accepted')).toBe(true);
      await goTo(window, 'frame.pages.trust', t('trust.district.title'));
      await expect(page.getByText(words('receipt'))).toBeVisible();
      await expect(content(window).getByText(newer?.text ?? '')).toBeVisible();
      await window.shoot('trust');
      await goTo(window, 'frame.pages.home', t('home.title'));
      await expect(page.getByText(words('receipt'))).toBeVisible();
      await expect(content(window).getByText(newer?.text ?? '')).toBeVisible();
      await window.shoot('home');
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations).toEqual([]);

      await goTo(window, 'frame.pages.sheet', 'Biểu 01');
      await window.shoot('sheet');
      const right = button(page, t('frame.clock.confirm'));
      await right.focus();
      await page.keyboard.press('Enter');
      await expect(page.getByText(words('receipt'))).toBeHidden();
    },
    january2021,
  );
  expect(complaints).toEqual([]);

  const atProvince = await inWindow(
    province,
    async (window) => {
      const [receiver] = sampleAccounts('province');
      await signIn(window, receiver);
      await window.shoot('province-home');
      await goTo(window, 'frame.pages.receive', t('receive.title'));
      await expect(
        content(window).getByText(t('receive.units.oldKeyring', { version: 2 })),
      ).toBeVisible();
      await window.shoot('receive');
    },
    sampleNow,
  );
  expect(atProvince).toEqual([]);
});

test('a province says what both clocks say of reports that came late, and doubts its own', async () => {
  const stick = newStick('stick');
  const { province } = await sealedPair(stick);
  const [receiver] = sampleAccounts('province');
  await enrolWith(
    province,
    '299',
    stick,
    (reporting) => reportTo(reporting, '299', stick),
    '2015-03-01T08:00+07:00',
  );
  const september = '2022-09-02T08:00+07:00';
  await prepare(
    province,
    async (receiving) => {
      await signInFirst(receiving, 'province');
      await takeIn(receiving, stick);
      const received = await receiving.must('bundle.received', {});
      await receiving.must('answer.give', {
        bundle: received.find(({ unit }) => unit === '299')?.id ?? 0,
        answer: 'accepted',
        note: 'Lần sau gửi đúng hạn.',
        password: samplePassword,
      });
    },
    september,
  );

  const leapt = '2031-01-03T08:00+07:00';
  const complaints = await inWindow(
    province,
    async (window) => {
      const { page } = window;
      await signIn(window, receiver);
      const ahead = clockWords(leapt, { known: september, from: 'leap' }, 'vi');
      await expect(page.getByText(ahead)).toBeVisible();
      await page.getByLabel(t('frame.period'), { exact: true }).selectOption('2022-08');
      await expect(content(window).getByText(t('home.timeDoubtful'))).toBeVisible();
      await expect(content(window).getByText(t('home.afterDeadline')).locator('..')).toContainText(
        /^[1-9]/,
      );
      await window.shoot('home');
      await goTo(window, 'frame.pages.receive', t('receive.title'));
      await expect(content(window).getByText(t('terms.reports.sealed-on-time'))).toBeVisible();
      // What was answered does not hide that the report came late.
      const late = content(window)
        .getByRole('row')
        .filter({ hasText: t('terms.reports.late') });
      await expect(late).toContainText(t('terms.reports.with-notes'));
      await window.shoot('receive');
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      expect(violations).toEqual([]);
    },
    leapt,
  );
  expect(complaints).toEqual([]);
});
