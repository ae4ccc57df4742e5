import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import { sampleAccounts, samplePassword, samplePeriod } from '../../build/sample/people.ts';
import { inWindow, receivedPair } from './offices.ts';
import { readSquare } from './squares.ts';
import { newStick } from './sticks.ts';

const unit = builtInCatalogue.units.find(({ code }) => code === '300')?.nameWithType ?? '';
const note = 'Thiếu thuyết minh phần bảo hiểm y tế.\nBổ sung trước ngày 25/8.';
const remark = 'Số thẻ giảm 8% so với kỳ trước, đề nghị rà soát.';

test('the province returns a report with remarks, and the district reads them at its cells', async () => {
  const stick = newStick('stick');
  const papers = newStick('papers');
  const [receiver] = sampleAccounts('province');
  const [recorder] = sampleAccounts('district');
  const { district, province } = await receivedPair(stick);

  let complaints = await inWindow(province, async (window) => {
    const { page } = window;
    const { keyboard } = page;
    await signIn(window, receiver);
    await button(page.getByRole('navigation'), t('frame.pages.receive')).click();
    await button(page, t('receive.units.openOf', { unit })).press('Enter');
    await page.getByRole('heading', { level: 1, name: unit }).waitFor();
    const main = content(window);
    await expect(main).toContainText(t('received.signatures.act.approve'));
    await window.shoot('answer-report');
    await main.getByText(t('received.signatures.title')).scrollIntoViewIfNeeded();
    await window.shoot('answer-signatures');

    const dialog = page.getByRole('dialog');
    const row = main.getByRole('row', { name: /bảo hiểm y tế/iu }).first();
    await row.getByRole('button', { name: /^Ghi ý kiến: /u }).press('Enter');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await keyboard.press('ArrowDown');
    await keyboard.press('Tab');
    await keyboard.type(remark);
    await window.shoot('answer-remark');
    await keyboard.press('Tab');
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(row).toContainText(remark);
    await expect(row).toContainText(t('received.remark.edit'));
    await expect(main).toContainText(t('received.answer.pending', { count: 1 }));

    // The way to the answer stays in sight wherever one reads.
    await main.getByText(t('received.signatures.title')).scrollIntoViewIfNeeded();
    await expect(button(main, t('received.answer.action'))).toBeInViewport();
    await button(main, t('received.answer.action')).press('Enter');
    await expect(dialog).toContainText(t('received.answer.dialog.remarks', { count: 1 }));
    await button(dialog, t('received.answer.dialog.returned')).press('Enter');
    await dialog.getByLabel(t('received.answer.dialog.password')).fill(samplePassword);
    await keyboard.press('Enter');
    // A return without its reason is not signed; the keyboard stands where it is missing.
    const words = dialog.getByRole('textbox', { name: t('received.answer.dialog.note') });
    await expect(words).toBeFocused();
    await keyboard.type(note);
    await window.shoot('answer-dialog');
    await button(dialog, t('received.answer.dialog.sign')).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(main).toContainText(t('terms.answers.returned'));
    // What comes next is at hand: the receipt goes to the stick.
    await expect(button(main, t('received.answer.write'))).toBeFocused();
    await window.shoot('answer-signed');

    await window.answerDialogs(papers);
    await button(main, t('received.answer.write')).press('Enter');
    await page.getByText(/Đã ghi SCT1_300_30/u).waitFor();
    await window.answerDialogs(papers);
    await button(main, t('received.answer.savePdf')).press('Enter');
    await page.getByText(/Đã ghi phieu-tra-lai_30_300/u).waitFor();
    // Withdrawn beside the cell, the remark still stands in what was signed.
    await row.getByRole('button', { name: /^Ghi ý kiến: /u }).press('Enter');
    await dialog.getByRole('textbox').fill('');
    await button(dialog, t('received.remark.save')).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(main).toContainText(t('received.answer.withdrawn', { count: 1 }));
    await window.shoot('answer-withdrawn');
    await button(main, t('received.back')).press('Enter');
    await expect(main.getByRole('row', { name: unit })).toContainText(t('terms.reports.returned'));
    await button(main, t('receive.units.onlyMissing')).press('Enter');
    await expect(main.getByRole('row', { name: unit })).toHaveCount(0);
    await button(main, t('receive.units.all')).press('Enter');
    await window.shoot('answer-received');
    await goTo(window, 'frame.pages.home', t('home.title'));
    await expect(main).toContainText(t('home.steps.returnedReports', { count: 1 }));
    await expect(main.getByRole('listitem').filter({ hasText: unit })).toContainText(
      t('terms.reports.returned'),
    );
    await window.shoot('answer-province-home');
    await goTo(window, 'frame.pages.consolidation', t('consolidation.title'));
    await expect(main).toContainText(t('consolidation.missing.returned', { returned: 1 }));
    await window.shoot('answer-consolidation');
  });
  expect(complaints).toEqual([]);

  const paper = readdirSync(papers).find((name) => name.endsWith('.pdf')) ?? '';
  const printed = execFileSync('pdftotext', ['-layout', join(papers, paper), '-']).toString();
  expect(printed).toContain('PHIẾU TRẢ LẠI');
  expect(printed).toContain('Bổ sung trước ngày 25/8.');
  const picture = join(papers, 'page');
  execFileSync('pdftoppm', ['-r', '150', '-singlefile', join(papers, paper), picture]);
  const square = readSquare(readFileSync(`${picture}.ppm`));

  complaints = await inWindow(district, async (window) => {
    const { page } = window;
    await signIn(window, recorder);
    await goTo(window, 'frame.pages.bundle', t('bundle.title'));
    const main = content(window);
    // The paper came before the stick.
    await main.getByText(t('bundle.receipts.paper')).click();
    await main.getByLabel(t('bundle.receipts.paperText')).fill(square);
    await button(main, t('bundle.receipts.paperAction')).press('Enter');
    await expect(main).toContainText(t('bundle.answer.short'));
    await window.shoot('answer-paper');

    await main.getByLabel(t('bundle.seal.password'), { exact: true }).last().fill(samplePassword);
    await window.answerDialogs(papers);
    await button(main, t('bundle.receipts.action')).press('Enter');
    await expect(main).toContainText(remark);
    await expect(main).toContainText('Bổ sung trước ngày 25/8.');
    const results = main.getByRole('list', { name: t('verdict.listLabel') });
    await expect(results).toContainText(t('terms.answers.returned'));
    await expect(results).not.toContainText(t('verdict.outcomes.accepted'));
    await main.getByText(t('bundle.answer.returned')).first().scrollIntoViewIfNeeded();
    await window.shoot('answer-district');
    await goTo(window, 'frame.pages.home', t('home.title'));
    await expect(main).toContainText(t('home.steps.revise', { revision: 1 }));
    await window.shoot('answer-home');
    await button(main, t('home.steps.reviseAction')).press('Enter');
    await main
      .getByRole('button', { name: new RegExp(t('bundle.answer.goToCell')) })
      .press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Biểu 01');
    await window.shoot('answer-cell');
    const [sent] = await window.must('bundle.list', { period: samplePeriod });
    expect(sent?.receipt).toMatchObject({ outcome: 'returned', note, isShort: false });
  });
  expect(complaints).toEqual([]);
});
