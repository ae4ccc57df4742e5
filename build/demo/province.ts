import { basename } from 'node:path';

import { samplePassword, samplePeriod } from '../sample/people.ts';
import { provinceSampleRows } from '../sample/values.ts';
import { recordRows } from '../sample/work.ts';
import type { Chain } from './journal.ts';
import {
  addAccounts,
  button,
  content,
  firstRun,
  goTo,
  previewBundles,
  t,
  takeInBundles,
} from './office-steps.ts';
import { lastFile } from './places.ts';
import type { DemoPlaces } from './places.ts';
import type { OfficeWindow } from './window.ts';

/** The province begins: first run, second account, keyring on the stick, its own indicators. */
export async function beginProvince(
  window: OfficeWindow,
  chain: Chain,
  places: DemoPlaces,
): Promise<void> {
  await chain.step('first run in the window: side, first account, keys', async () => {
    await firstRun(window, 'province', { name: '', shortName: '' });
    return 'account of the receiver';
  });
  await chain.step('add the consolidator in the settings', async () => {
    return `${await addAccounts(window, 'province')} account`;
  });
  await chain.step('write the keyring', async () => {
    await goTo(window, 'frame.pages.provinceTrust', t('trust.province.title'));
    await window.answerDialogs(places.stick);
    await button(content(window), t('trust.province.own.action')).click();
    await content(window).locator('.trust-done').waitFor();
    return basename(await lastFile(places.stick, /keyring/));
  });
  await chain.step('record the indicators that the province publishes', async () => {
    return `${await recordRows(window, provinceSampleRows())} cells, through the bridge`;
  });
}

/** The province enrols a district in the window: its file, the digits read out, the reply. */
export async function enrolInWindow(
  window: OfficeWindow,
  places: DemoPlaces,
  unit: string,
  fingerprint: string,
): Promise<void> {
  const { page } = window;
  await goTo(window, 'frame.pages.provinceTrust', t('trust.province.title'));
  await button(content(window), t('trust.province.units.action')).click();
  const dialog = page.getByRole('dialog');
  await window.answerDialogs(await lastFile(places.stick, new RegExp(`_enrol_${unit}_`)));
  await button(dialog, t('trust.province.enrol.pickFile')).click();
  await dialog.getByText(`SCT1_enrol_${unit}`).waitFor();
  const typed = dialog.getByLabel(t('trust.province.enrol.typedLabel'), { exact: true });
  await typed.pressSequentially(fingerprint);
  await window.answerDialogs(places.stick);
  await button(dialog, t('trust.province.enrol.pickFolder')).click();
  await dialog.getByText(basename(places.stick), { exact: true }).waitFor();
  await dialog.getByLabel(t('trust.password'), { exact: true }).fill(samplePassword);
  await window.shoot('province-enrol');
  await button(dialog, t('trust.province.enrol.action')).click();
  await dialog.waitFor({ state: 'detached' });
  await window.shoot('province-trust');
}

/** The province reads the stick in the window, looks at the table and saves it. */
export async function endProvince(
  window: OfficeWindow,
  chain: Chain,
  places: DemoPlaces,
  units: readonly string[],
): Promise<void> {
  const { page } = window;
  await chain.step('receive the stick in the window', async () => {
    await goTo(window, 'frame.pages.receive', t('receive.title'));
    await window.answerDialogs(places.stick);
    await button(content(window), t('receive.source.pickFolder')).click();
    await content(window).getByText(basename(places.stick), { exact: true }).waitFor();
    const password = content(window).getByLabel(t('receive.source.password'), { exact: true });
    await password.fill(samplePassword);
    await window.shoot('province-receive-before');
    const previewed = await previewBundles(window);
    await window.shoot('province-receive-preview');
    await takeInBundles(window);
    await window.shoot('province-receive');
    return previewed.replace(/\s+/gu, ' ').trim();
  });
  await chain.aside('every district has arrived', async () => {
    const arrived = await window.must('bundle.received', {});
    const missing = units.filter((unit) => !arrived.some((bundle) => bundle.unit === unit));
    if (missing.length > 0) throw new Error(`no bundle was accepted of ${missing.join(', ')}`);
    return `${arrived.length} bundles accepted, a receipt for each`;
  });
  await chain.step('open the consolidated table', async () => {
    await goTo(window, 'frame.pages.consolidation', t('consolidation.title'));
    await content(window).getByRole('table').or(content(window).getByRole('grid')).waitFor();
    await window.shoot('province-consolidation');
    const { rows } = await window.must('consolidation.view', { period: samplePeriod });
    const met = rows.filter((row) => row.met === true).length;
    const notMet = rows.filter((row) => row.met === false).length;
    return `${rows.length} indicators: ${met} targets met, ${notMet} not met`;
  });
  await chain.aside('open the details of a figure', async () => {
    await content(window).locator('[data-figure="17:0"]').click();
    await content(window).getByText(t('consolidation.inspector.basis')).waitFor();
    await window.shoot('province-consolidation-details');
    await page.keyboard.press('Escape');
    return '';
  });
  await chain.step('save the consolidated table', async () => {
    await window.answerDialogs(places.out);
    await button(content(window), t('export.action')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox', { name: t('export.formats.csv.name') }).check();
    await button(dialog, t('export.pickFolder')).click();
    await button(dialog, t('export.run')).click();
    await dialog.getByRole('list', { name: t('export.listLabel') }).waitFor();
    await window.shoot('province-export');
    await button(dialog, t('export.close')).click();
    return basename(await lastFile(places.out, /\.xlsx$/));
  });
  await chain.aside('home and plan pages', async () => {
    await goTo(window, 'frame.pages.home', t('home.title'));
    await content(window)
      .getByRole('heading', { name: t('home.unitsTitle') })
      .waitFor();
    await window.shoot('province-home');
    await button(page.getByRole('navigation'), t('frame.pages.plan')).click();
    await content(window).getByText('1112/KH-UBND').first().waitFor();
    await window.shoot('province-plan');
    return '';
  });
}
