import type { Locator } from '@playwright/test';

import type { SessionState } from '#shared/ipc/calls/session.ts';
import { searchKey } from '#shared/text/fold.ts';
import { translator } from '#shared/text/translate.ts';
import { sampleAccounts, samplePassword } from '../sample/people.ts';
import type { SampleAccount } from '../sample/people.ts';
import type { OfficeWindow } from './window.ts';

/** The texts of the interface: the demo finds everything by what a person reads. */
export const t = translator('vi');

type Side = NonNullable<SessionState['store']>['side'];

/** A button by its whole label, inside a part of the page. */
export function button(within: OfficeWindow['page'] | Locator, name: string): Locator {
  return within.getByRole('button', { name, exact: true });
}

/** The page between the bars. */
export function content({ page }: OfficeWindow): Locator {
  return page.getByRole('main');
}

/** Opens a page from the rail. */
export async function goTo(
  window: OfficeWindow,
  entry: Parameters<typeof t>[0],
  title: string,
): Promise<void> {
  await button(window.page.getByRole('navigation'), t(entry)).click();
  await window.page.getByRole('heading', { level: 1, name: title }).waitFor();
}

const importPatience = 60_000;

/** Looks at the chosen place on the page Tiếp nhận; gives what its files would come to, in words. */
export async function previewBundles(window: OfficeWindow): Promise<string> {
  const main = content(window);
  await button(main, t('receive.source.preview')).press('Enter');
  const result = main.getByRole('group', { name: t('receive.result.previewTitle', { place: '' }) });
  await result.waitFor({ timeout: importPatience });
  return result.getByRole('list', { name: t('verdict.filter') }).innerText();
}

/** Takes in what was looked at. */
export async function takeInBundles(window: OfficeWindow): Promise<void> {
  const main = content(window);
  const some = t('receive.source.action', { count: 0 }).replace('0', String.raw`\d+`);
  const name = new RegExp(`^(?:${some}|${t('receive.source.record')})$`, 'u');
  await main.getByRole('button', { name }).press('Enter');
  await main
    .getByRole('group', { name: t('receive.result.title', { place: '' }) })
    .waitFor({ timeout: importPatience });
}

/** The first run: side, unit found by typing without accents, first account. */
export async function firstRun(
  window: OfficeWindow,
  side: Side,
  unit: { readonly name: string; readonly shortName: string },
): Promise<void> {
  const { page } = window;
  await page.getByRole('radio', { name: t(`terms.sides.${side}`) }).check();
  if (side === 'district') {
    await page.getByLabel(t('start.unitSearch')).pressSequentially(searchKey(unit.shortName));
    await page.getByRole('radio', { name: unit.name }).check();
  }
  const [first] = sampleAccounts(side);
  await page.getByLabel(t('start.displayName'), { exact: true }).fill(first.displayName);
  await page.getByLabel(t('start.accountName'), { exact: true }).fill(first.name);
  await page.getByLabel(t('start.password'), { exact: true }).fill(samplePassword);
  await page.getByLabel(t('start.passwordAgain'), { exact: true }).fill(samplePassword);
  await window.shoot(`${side}-first-run`);
  await button(page, t('start.create')).click();
  await page.getByRole('navigation').waitFor();
}

/** Adds the office's other accounts on the settings page; the first one is signed in. */
export async function addAccounts(window: OfficeWindow, side: Side): Promise<number> {
  await goTo(window, 'frame.pages.settings', t('settings.title'));
  const [, ...others] = sampleAccounts(side);
  for (const account of others) await addAccount(window, account);
  await window.shoot(`${side}-settings`);
  return others.length;
}

async function addAccount(window: OfficeWindow, account: SampleAccount): Promise<void> {
  await button(content(window), t('settings.accounts.add')).click();
  const dialog = window.page.getByRole('dialog');
  const field = (label: string): Locator => dialog.getByLabel(label, { exact: true });
  await field(t('settings.add.displayName')).fill(account.displayName);
  await field(t('settings.add.role')).selectOption(account.role);
  await field(t('settings.add.name')).fill(account.name);
  await field(t('settings.add.password')).fill(samplePassword);
  await field(t('settings.add.ownPassword')).fill(samplePassword);
  await button(dialog, t('settings.add.action')).click();
  await content(window).getByRole('rowheader', { name: account.displayName }).waitFor();
}

/** Signs out, and in again as somebody else, as on an office's one PC. */
export async function switchTo(
  window: OfficeWindow,
  account: SampleAccount,
  picture: string | null = null,
): Promise<void> {
  const { page } = window;
  await page.getByRole('button', { name: t('frame.account') }).click();
  await button(page, t('frame.signOut')).click();
  await signIn(window, account, picture);
}

/** Chooses an account on the sign-in page and types its password. */
export async function signIn(
  window: OfficeWindow,
  account: SampleAccount,
  picture: string | null = null,
): Promise<void> {
  const { page } = window;
  await page.getByRole('radio', { name: account.displayName }).check();
  await page.getByLabel(t('start.password'), { exact: true }).pressSequentially(samplePassword);
  if (picture !== null) await window.shoot(picture);
  await button(page, t('start.signIn')).click();
  await page.getByRole('navigation').waitFor();
}
