import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { button, content, signIn, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { sampleAccounts } from '../../build/sample/people.ts';
import { inWindow, sealedPair } from './offices.ts';
import { newStick } from './sticks.ts';

/** What axe finds serious or worse on the page that is open. */
async function seriousFaults({ page }: OfficeWindow, name: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${name}: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
}

const pages = {
  district: [
    'home',
    'sheet',
    'attachments',
    'approval',
    'bundle',
    'plan',
    'history',
    'report',
    'trust',
    'settings',
  ],
  province: ['home', 'receive', 'attachments', 'consolidation', 'following'],
} as const;

test('no page has a serious accessibility fault, nor complains on the console', async () => {
  const stick = newStick('stick');
  const pair = await sealedPair(stick);
  const faults: string[] = [];
  for (const side of ['district', 'province'] as const) {
    const [first] = sampleAccounts(side);
    const complaints = await inWindow(pair[side], async (window) => {
      await window.page.getByRole('radio', { name: first.displayName }).waitFor();
      faults.push(...(await seriousFaults(window, `${side} sign-in`)));
      await signIn(window, first);
      for (const page of pages[side]) {
        const entry = button(window.page.getByRole('navigation'), t(`frame.pages.${page}`));
        await entry.click();
        await expect(entry).toHaveAttribute('aria-current', 'page');
        await expect(content(window).locator('.busy')).toHaveCount(0);
        faults.push(...(await seriousFaults(window, `${side} ${page}`)));
      }
    });
    faults.push(...complaints.map((what) => `${side} console: ${what}`));
  }
  expect(faults).toEqual([]);
});
