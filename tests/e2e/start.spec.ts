import { _electron, expect, test } from '@playwright/test';
import { launchOptions } from '../../build/runtime/locate.mjs';

test('the window opens in real Electron, sandboxed, and shows the program', async () => {
  const application = await _electron.launch(
    launchOptions({ args: [`--user-data-dir=${test.info().outputPath('profile')}`] }),
  );
  try {
    const window = await application.firstWindow();
    await expect(window.getByRole('heading').first()).toBeVisible();
    expect(await window.evaluate(() => typeof Reflect.get(globalThis, 'require'))).toBe(
      'undefined',
    );
    expect(await application.evaluate(({ app }) => [app.getName(), app.isPackaged])).toEqual([
      'Sổ Chỉ Tiêu',
      false,
    ]);
  } finally {
    await application.close();
  }
});
