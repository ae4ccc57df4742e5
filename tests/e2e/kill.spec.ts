import { _electron, expect, test } from '@playwright/test';

import { button, t } from '../../build/demo/office-steps.ts';
import { launchOptions } from '../../build/runtime/locate.mjs';
import {
  sampleAccounts,
  sampleNow,
  samplePassword,
  samplePeriod,
} from '../../build/sample/people.ts';
import { newOffice, prepare, signInFirst } from './offices.ts';

test('what the screen showed as saved survives the death of the whole program', async () => {
  const data = await newOffice('district', '300');
  const app = await _electron.launch(
    launchOptions({ args: [`--data=${data}`, `--now=${sampleNow}`] }),
  );
  const page = await app.firstWindow();
  const [recorder] = sampleAccounts('district');
  await page.getByRole('radio', { name: recorder.displayName }).check();
  await page.getByLabel(t('start.password'), { exact: true }).fill(samplePassword);
  await button(page, t('start.signIn')).click();
  await button(page.getByRole('navigation'), t('frame.pages.sheet')).click();
  const input = page.getByLabel(t('sheet.inputLabel'), { exact: true });
  await input.focus();

  const typed = new Map<string, string>();
  const shownAsSaved = new Map<string, string>();
  const typeOn = async (): Promise<void> => {
    for (let number = 1; ; number += 1) {
      const cell = await input.getAttribute('aria-activedescendant');
      if (cell !== null && /-(numerator|denominator)$/.test(cell)) {
        await page.keyboard.type(String(number));
        await page.keyboard.press('Tab');
        typed.set(cell, String(number));
        if ((await page.locator('.saved-mark-saved').count()) > 0) {
          for (const [id, text] of typed) shownAsSaved.set(id, text);
        }
      } else await page.keyboard.press('Tab');
    }
  };
  // It ends when the window is gone.
  const typing = typeOn().catch(() => null);
  await expect.poll(() => shownAsSaved.size).toBeGreaterThan(5);
  const { pid } = app.process();
  if (pid === undefined) throw new Error('The program has no process.');
  // Playwright starts the program as the leader of a process group of its own.
  process.kill(-pid, 'SIGKILL');
  await typing;

  const { cells } = await prepare(data, async (desk) => {
    await signInFirst(desk, 'district');
    return desk.must('sheet.open', { period: samplePeriod, form: 'B01' });
  });
  const found = new Map<string, string>(
    cells.map((cell) => [`cell-${cell.row}-${cell.column}`, cell.typed]),
  );
  for (const [id, text] of shownAsSaved) expect([id, found.get(id)]).toEqual([id, text]);
});
