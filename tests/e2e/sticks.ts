import { mkdirSync } from 'node:fs';

import type { Locator } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { button, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';

/** A new folder of the running test, as a stick would be. */
export function newStick(name: string): string {
  const folder = test.info().outputPath(name);
  mkdirSync(folder);
  return folder;
}

/** One holder's part of the dialog: a stick, a password, the password again. */
export async function fillHolder(
  window: OfficeWindow,
  holder: Locator,
  stick: string,
  password: string,
): Promise<void> {
  await window.answerDialogs(stick);
  await button(holder, t('trust.province.enrol.pickFolder')).click();
  await expect(holder.locator('output')).not.toHaveText(t('trust.none'));
  await holder.getByLabel(t('trust.province.roots.password'), { exact: true }).fill(password);
  await holder.getByLabel(t('trust.province.roots.again'), { exact: true }).fill(password);
}
