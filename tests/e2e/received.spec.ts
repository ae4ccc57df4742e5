import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { button, content, signIn, t } from '../../build/demo/office-steps.ts';
import { sampleAccounts, samplePeriod } from '../../build/sample/people.ts';
import { sampleRows } from '../../build/sample/values.ts';
import { approve, recordRows, sealTo } from '../../build/sample/work.ts';
import { enrolledPair, inWindow, takeIn } from './offices.ts';
import { newStick } from './sticks.ts';

const unit = builtInCatalogue.units.find(({ code }) => code === '300')?.nameWithType ?? '';

test('the province reads every form that a unit sent, and its explanations', async () => {
  const stick = newStick('stick');
  const [receiver] = sampleAccounts('province');
  const { province } = await enrolledPair(stick, async (reporting, receiving) => {
    await recordRows(reporting, sampleRows('300'));
    const save = (form: string, row: string, cells: Readonly<Record<string, string>>) =>
      reporting.must('sheet.record', {
        period: samplePeriod,
        form,
        cells: Object.entries(cells).map(([column, typed]) => ({ row, column, typed })),
      });
    await save('B03', 'V.1', { plan: '45.000', cumulative: '46.350', inPeriod: '9.100' });
    await save('B03', 'V.1', {
      'why.b03-disbursed-above-plan.cumulative': 'Được ứng vốn năm sau',
    });
    await save('TM', 'I', { text: 'Quán triệt đến 16/17 xã.\n\nĐã ban hành kế hoạch.' });
    const sheets = await reporting.must('sheet.open', { period: samplePeriod, form: 'B03' });
    expect(sheets.cells.length).toBe(4);
    await approve(reporting);
    await sealTo(reporting, stick);
    await takeIn(receiving, stick);
  });
  const complaints = await inWindow(province, async (window) => {
    const { page } = window;
    await page.getByRole('radio', { name: receiver.displayName }).waitFor();
    await signIn(window, receiver);
    const rail = page.getByRole('navigation');
    await button(rail, t('frame.pages.receive')).click();
    await button(page, t('receive.units.openOf', { unit })).click();
    await page.getByRole('heading', { level: 1, name: unit }).waitFor();
    await expect(button(rail, t('frame.pages.receive'))).toHaveAttribute('aria-current', 'page');
    await window.shoot('received-b01');
    const forms = page.getByRole('group', { name: t('received.forms') });
    await button(forms, 'Biểu 03').click();
    await expect(content(window)).toContainText('46.350');
    await expect(content(window)).toContainText('Được ứng vốn năm sau');
    // What is to be reviewed stands below a long table; it is marked in its row, and a key away.
    const odd = content(window).getByRole('row', { name: /^V\.1/u });
    await expect(odd.getByText(t('terms.severities.explain'))).toHaveCount(1);
    await content(window)
      .getByRole('button', { name: /nội dung cần rà soát$/u })
      .press('Enter');
    await expect(
      content(window).getByRole('group', { name: t('received.findings.title') }),
    ).toBeFocused();
    await window.shoot('received-b03');
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    const serious = violations.filter(
      ({ impact }) => impact === 'serious' || impact === 'critical',
    );
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await button(forms, 'Thuyết minh').click();
    await expect(content(window)).toContainText('Đã ban hành kế hoạch.');
    await window.shoot('received-tm');
    await button(forms, 'Chính sách').click();
    await expect(content(window)).toContainText(t('received.emptyForm'));
    await button(page, t('received.back')).click();
    await page.getByRole('heading', { level: 1, name: t('receive.title') }).waitFor();
    await window.shoot('receive');
  });
  expect(complaints).toEqual([]);
});
