import { cpSync, readdirSync } from 'node:fs';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { button, content, signIn, t } from '../../build/demo/office-steps.ts';
import type { OfficeWindow } from '../../build/demo/window.ts';
import { sampleAccounts, samplePassword, samplePeriod } from '../../build/sample/people.ts';
import { sampleRows } from '../../build/sample/values.ts';
import { approve, recordRows, sealTo } from '../../build/sample/work.ts';
import { enrolledPair, inWindow, prepare, reviseTo, signInFirst, takeIn } from './offices.ts';
import { newStick } from './sticks.ts';

const unit = builtInCatalogue.units.find(({ code }) => code === '300')?.nameWithType ?? '';
const longNote = 'Số liệu do Bảo hiểm xã hội huyện cung cấp, đã đối chiếu. '.repeat(10).trim();
const why = 'Bổ sung số thẻ của lực lượng vũ trang';
const reason = 'Đã gọi phòng TC-KH: máy thứ hai là bản lãnh đạo duyệt.';

async function expectNoSerious({ page }: OfficeWindow): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** A province that received a report and a revision of it, and another one from a copied computer. */
async function contradictingProvince(): Promise<string> {
  const [stick, second] = [newStick('stick'), newStick('second')];
  const copy = test.info().outputPath('copy');
  const { district, province } = await enrolledPair(stick, async (reporting, receiving) => {
    await recordRows(reporting, sampleRows('300'));
    const noted = [{ row: 'HI_COVERAGE', column: 'note', typed: longNote }];
    await reporting.must('sheet.record', { period: samplePeriod, form: 'B01', cells: noted });
    await approve(reporting);
    await sealTo(reporting, stick);
    await takeIn(receiving, stick);
  });
  await prepare(province, async (receiving) => {
    await signInFirst(receiving, 'province');
    cpSync(district, copy, { recursive: true });
    for (const [folder, typed, to] of [
      [district, '117.000', stick],
      [copy, '118.500', second],
    ] as const) {
      await prepare(folder, async (reporting) => {
        await signInFirst(reporting, 'district');
        await reviseTo(reporting, to, why, typed);
      });
      await takeIn(receiving, to);
    }
  });
  return province;
}

test('the province reviews a revision and decides between two computers, by keyboard', async () => {
  const province = await contradictingProvince();
  const papers = newStick('papers');
  const [receiver] = sampleAccounts('province');
  const complaints = await inWindow(province, async (window) => {
    const { page } = window;
    const { keyboard } = page;
    const main = content(window);
    const dialog = page.getByRole('dialog');
    await signIn(window, receiver);
    await button(page.getByRole('navigation'), t('frame.pages.receive')).press('Enter');
    await expect(main.getByRole('row', { name: unit })).toContainText(t('streams.badge'));
    await button(page, t('receive.units.openOf', { unit })).press('Enter');
    await page.getByRole('heading', { level: 1, name: unit }).waitFor();

    // A row beside its targets and the other units; the keyboard comes back to where it was.
    const row = main.getByRole('row', { name: /bao phủ bảo hiểm y tế/iu }).first();
    const compare = row.getByRole('button', { name: /^Đối chiếu: /u });
    await compare.press('Enter');
    await expect(main).toContainText(t('received.compare.noPeers'));
    await expect(main).toContainText(t('received.compare.provinceTarget'));
    await window.shoot('review-row');
    await expectNoSerious(window);
    await keyboard.press('Escape');
    await expect(button(main, t('received.compare.close'))).toHaveCount(0);
    await expect(compare).toBeFocused();
    // A long note leaves the rows below it in sight until somebody wants all of it.
    await expect(row).not.toContainText(longNote);
    await button(row, t('received.words.more')).press('Enter');
    await expect(row).toContainText(longNote);
    await expect(button(row, t('received.words.less'))).toBeFocused();
    await keyboard.press('Enter');
    await expect(main).toContainText(t('received.findings.title'));
    await expect(main).toContainText(t('received.documents.none'));

    await button(main, t('received.views.changes')).press('Enter');
    await expect(main).toContainText(why);
    const changed = main.getByRole('row', { name: /bao phủ bảo hiểm y tế/iu });
    await expect(changed).toContainText('117.000');
    await expectNoSerious(window);
    await window.shoot('review-changes');

    await button(main, t('received.toStreams')).press('Enter');
    await page.getByRole('heading', { level: 1, name: t('streams.title') }).waitFor();
    await expect(main).toContainText(t('streams.why.sequence-fork'));
    const cell = main.getByRole('row', { name: /bao phủ bảo hiểm y tế/iu });
    await expect(cell).toContainText('117.000');
    await expect(cell).toContainText('118.500');
    await expectNoSerious(window);
    await button(main, t('streams.decide')).press('Enter');
    await expect(dialog.getByRole('combobox')).toBeFocused();
    await keyboard.press('ArrowDown');
    await dialog.getByLabel(t('streams.dialog.password')).fill(samplePassword);
    await keyboard.press('Enter');
    // Nothing is decided without a reason.
    await expect(dialog.getByRole('textbox', { name: t('streams.dialog.reason') })).toBeFocused();
    await keyboard.type(reason);
    await window.shoot('streams-dialog');
    await expectNoSerious(window);
    await button(dialog, t('streams.dialog.action')).press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(main).toContainText(t('streams.none'));
    await expect(main).toContainText(reason);
    await window.shoot('streams-decided');

    await button(main, t('streams.back')).press('Enter');
    await expect(main.getByRole('row', { name: unit })).not.toContainText(t('streams.badge'));
    await expect(main).toContainText(t('streams.unwritten.count', { count: 2, units: 1 }));
    await window.answerDialogs(papers);
    await button(main, t('streams.unwritten.all')).press('Enter');
    await expect(main).toContainText(t('streams.unwritten.none'));
    await window.shoot('streams-handed');
    expect(readdirSync(papers)).toEqual([expect.stringMatching(/^300-[a-z-]+$/u)]);
    const received = await window.must('bundle.received', {});
    expect(received.find(({ isCurrent }) => isCurrent)).toMatchObject({
      answer: 'accepted-with-notes',
      revision: 2,
    });
  });
  expect(complaints).toEqual([]);
});
