import { basename } from 'node:path';

import { sampleAccounts, samplePassword, samplePeriod } from '../sample/people.ts';
import { sampleRows } from '../sample/values.ts';
import { openSample, reportState } from '../sample/work.ts';
import type { Chain } from './journal.ts';
import {
  addAccounts,
  button,
  content,
  firstRun,
  goTo,
  signIn,
  switchTo,
  t,
} from './office-steps.ts';
import { lastFile } from './places.ts';
import type { DemoPlaces } from './places.ts';
import { typeSheet } from './sheet-typing.ts';
import type { OfficeWindow } from './window.ts';

/** A district as the window names it. */
export type DemoUnit = { readonly code: string; readonly name: string; readonly shortName: string };

/** The province's part of first trust. */
export type Registrar = {
  /** As it is printed on the province's letter. */
  readonly fingerprint: string;
  /** Enrols the request that lies on the stick and writes the reply there. */
  readonly enrol: (unit: string, fingerprint: string) => Promise<void>;
};

/** One district's whole report in the window, as its officers would do it, up to the stick. */
export async function reportInWindow(
  window: OfficeWindow,
  chain: Chain,
  unit: DemoUnit,
  places: DemoPlaces,
  registrar: Registrar,
): Promise<void> {
  await setUpOffice(window, chain, unit, places, registrar);
  await recordAndApprove(window, chain, unit);
  await printAndSeal(window, chain, places);
}

async function setUpOffice(
  window: OfficeWindow,
  chain: Chain,
  unit: DemoUnit,
  places: DemoPlaces,
  registrar: Registrar,
): Promise<void> {
  const main = content(window);
  await chain.step('first run in the window: unit, first account, keys', async () => {
    await firstRun(window, 'district', unit);
    return unit.name;
  });
  await chain.aside('home page before the work', async () => {
    await main.getByRole('heading', { name: t('home.nextTitle') }).waitFor();
    await window.shoot('district-home-start');
    return '';
  });
  await chain.step('add checker and approver in the settings', async () => {
    return `${await addAccounts(window, 'district')} accounts`;
  });
  await chain.step('write the enrolment request', async () => {
    await goTo(window, 'frame.pages.trust', t('trust.district.title'));
    await main.getByLabel(t('trust.password'), { exact: true }).fill(samplePassword);
    await window.answerDialogs(places.stick);
    await button(main, t('trust.district.request.action')).click();
    await main.locator('.trust-done').waitFor();
    return basename(await lastFile(places.stick, new RegExp(`_enrol_${unit.code}_`)));
  });
  await chain.step('accept the keyring, its fingerprint typed in', async () => {
    const { ownFingerprint } = await window.must('trust.state', {});
    // The keyring that was there before this office: step 2 of the page, from the province's letter.
    const keyring = await lastFile(places.stick, /keyring/);
    await registrar.enrol(unit.code, ownFingerprint);
    await window.answerDialogs(keyring);
    await button(main, t('trust.district.keyring.pick')).click();
    await main.getByText(basename(keyring)).waitFor();
    const typed = main.getByLabel(t('trust.district.keyring.typedLabel'), { exact: true });
    await typed.pressSequentially(registrar.fingerprint);
    await window.shoot('district-trust');
    await button(main, t('trust.district.keyring.action')).click();
    await main.getByText(t('trust.district.keyring.done')).waitFor();
    return basename(keyring);
  });
  await chain.step('accept the province’s reply', async () => {
    const reply = await lastFile(places.stick, /keyring/);
    await window.answerDialogs(reply);
    await button(main, t('trust.district.reply.action')).click();
    await main.getByText(t('trust.district.confirmed.title'), { exact: true }).waitFor();
    await window.shoot('district-trust-done');
    return basename(reply);
  });
}

async function recordAndApprove(window: OfficeWindow, chain: Chain, unit: DemoUnit): Promise<void> {
  const main = content(window);
  await chain.step('type Biểu 01 by keyboard', async () => {
    await button(window.page.getByRole('navigation'), t('frame.pages.sheet')).click();
    await main.getByRole('grid').waitFor();
    const cells = await typeSheet(window, sampleRows(unit.code));
    const { filled, toFill, findings } = await openSample(window);
    if (filled !== toFill) throw new Error(`only ${filled} of ${toFill} indicators are filled`);
    return `${cells} cells, ${filled} indicators, ${findings.length} findings`;
  });
  const actions = { recorder: 'submit', checker: 'check', approver: 'approve' } as const;
  for (const account of sampleAccounts('district')) {
    const { role } = account;
    if (role === 'receiver' || role === 'consolidator') continue;
    await chain.step(`${actions[role]} as ${role}`, async () => {
      if (role !== 'recorder') {
        await switchTo(window, account, role === 'checker' ? 'district-sign-in' : null);
      }
      await goTo(window, 'frame.pages.approval', t('approval.title'));
      const act = button(main, t(`terms.actions.${actions[role]}`));
      await act.waitFor();
      await window.shoot(`district-approval-${role}`);
      await act.click();
      const action = actions[role];
      if (action !== 'check') await signStep(window, action);
      await act.waitFor({ state: 'detached' });
      return reportState(window);
    });
  }
}

/** Signs a step in its dialog, which stands with its password field focused, by keyboard. */
async function signStep(window: OfficeWindow, action: 'submit' | 'approve'): Promise<void> {
  const dialog = window.page.getByRole('dialog');
  await dialog.getByText(t(`approval.sign.body.${action}`)).waitFor();
  await window.page.keyboard.type(samplePassword);
  await window.shoot(`district-sign-${action}`);
  await window.page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'detached' });
}

async function printAndSeal(window: OfficeWindow, chain: Chain, places: DemoPlaces): Promise<void> {
  const main = content(window);
  await chain.aside('print preview and PDF', async () => {
    await goTo(window, 'frame.pages.report', t('report.title'));
    const paper = main.getByTitle(t('report.frame'));
    await paper.waitFor();
    await paper.contentFrame().getByRole('table').first().waitFor();
    await window.shoot('district-print-preview');
    await window.answerDialogs(places.out);
    await button(main, t('report.save.action')).click();
    await main.getByText(t('report.save.doneTitle')).waitFor({ timeout: 60_000 });
    return basename(await lastFile(places.out, /\.pdf$/));
  });
  await chain.step('seal, write to the stick, read back', async () => {
    await goTo(window, 'frame.pages.bundle', t('bundle.title'));
    const password = main.getByLabel(t('bundle.seal.password'), { exact: true });
    await password.fill(samplePassword);
    await main.getByRole('checkbox').check();
    await window.shoot('district-bundle-before');
    await window.answerDialogs(places.stick);
    await button(main, t('bundle.seal.action')).click();
    await main.getByText(t('bundle.copy.doneTitle')).waitFor();
    await window.shoot('district-bundle-sealed');
    const [bundle] = await window.must('bundle.list', { period: samplePeriod });
    if (bundle?.stage !== 'copied')
      throw new Error(`the bundle is ${bundle?.stage ?? 'not there'}`);
    return bundle.fileName;
  });
}

/** The district takes the province's receipt in, in the window, and sees "Tỉnh đã tiếp nhận". */
export async function receiptInWindow(
  window: OfficeWindow,
  chain: Chain,
  places: DemoPlaces,
): Promise<void> {
  const main = content(window);
  const [recorder] = sampleAccounts('district');
  await chain.step('sign in again', async () => {
    await signIn(window, recorder);
    return '';
  });
  await chain.step('import the receipt in the window', async () => {
    await goTo(window, 'frame.pages.bundle', t('bundle.title'));
    await main.getByLabel(t('bundle.seal.password'), { exact: true }).fill(samplePassword);
    await window.answerDialogs(places.stick);
    await button(main, t('bundle.receipts.action')).click();
    const answer = main.getByText(t('bundle.answer.accepted'), { exact: true }).first();
    await answer.waitFor();
    await answer.scrollIntoViewIfNeeded();
    await window.shoot('district-bundle-received');
    const state = await reportState(window);
    if (state !== 'received') throw new Error(`the report is ${state}`);
    return t('terms.states.received');
  });
  await chain.aside('home and plan pages', async () => {
    await goTo(window, 'frame.pages.home', t('home.title'));
    await main.getByRole('heading', { name: t('home.nextTitle') }).waitFor();
    await window.shoot('district-home');
    await button(window.page.getByRole('navigation'), t('frame.pages.plan')).click();
    await main.getByText('1112/KH-UBND').first().waitFor();
    await window.shoot('district-plan');
    return '';
  });
}
