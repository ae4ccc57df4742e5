import { join } from 'node:path';

import { _electron } from '@playwright/test';
import type { Page } from '@playwright/test';

import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { columnsOf, communeForm } from '#shared/catalogue/forms/layout.ts';
import { translator } from '#shared/text/translate.ts';
import { launchOptions } from '../../build/runtime/locate.mjs';
import { setUp } from '../../build/sample/work.ts';
import { openSampleOffice } from '../../build/sample/office.ts';
import { sampleNow, samplePassword, samplePeriod } from '../../build/sample/people.ts';
import { compare, spreadOf } from './rounds.ts';
import type { Comparison } from './rounds.ts';

/** Thành phố Hải Dương: 25 communes. */
const unit = '288';
const roundCount = 9;
const keysInRound = 20;
const t = translator('vi');

/** What the window notes while keys are typed, in milliseconds. */
type Notes = { painted: number[]; longTasks: number[] };

/**
 * A digit typed until it is painted, in the sheet of 25 communes with every cell filled, against a
 * bare input in the same window.
 */
export async function benchKeystroke(folder: string): Promise<Comparison> {
  const data = join(folder, 'keystroke');
  await fill(data);
  const app = await _electron.launch({
    ...launchOptions({ args: [`--data=${data}`, `--now=${sampleNow}`] }),
    timeout: 60_000,
  });
  try {
    const page = await app.firstWindow();
    await openSheet(page);
    await takeNotes(page);
    await typeInSheet(page);
    await typeInBareInput(page);
    const rounds: { ours: number; reference: number }[] = [];
    for (let round = 0; round < roundCount; round += 1) {
      rounds.push({ ours: await typeInSheet(page), reference: await typeInBareInput(page) });
    }
    const longest = await page.evaluate(() =>
      Math.max(0, ...(Reflect.get(globalThis, 'benchNotes') as Notes).longTasks),
    );
    return compare(
      {
        what: 'a digit typed until it is painted',
        unit: 'ms',
        aim: 1.5,
        note: `Biểu 04, 25 communes × 27 columns, against a bare input; longest task of the window: ${longest === 0 ? 'none over 50 ms' : `${longest.toFixed(0)} ms`}`,
      },
      rounds,
    );
  } finally {
    await app.close();
  }
}

/** A district whose communes all have their figures. */
async function fill(data: string): Promise<void> {
  const office = openSampleOffice(data, '0.0.0-bench');
  try {
    await setUp(office, 'district', unit);
    await office.must('session.signIn', { name: 'chuyenvien', password: samplePassword });
    const form = communeForm(builtInCatalogue);
    if (form === null) throw new Error('The plan has no form of communes.');
    const recorded = columnsOf(builtInCatalogue, form).filter(({ kind }) => kind === 'number');
    const cells = builtInCatalogue.units
      .filter(({ parent }) => parent === unit)
      .flatMap(({ code: row }, at) =>
        recorded.map(({ code: column }) => ({
          row,
          column,
          typed: String(column.endsWith('numerator') ? 700 + at : 1000 + at),
        })),
      );
    await office.must('sheet.record', { period: samplePeriod, form: form.code, cells });
  } finally {
    office.close();
  }
}

async function openSheet(page: Page): Promise<void> {
  await page.getByLabel(t('start.password'), { exact: true }).fill(samplePassword);
  await page.keyboard.press('Enter');
  await page
    .getByRole('navigation')
    .getByRole('button', { name: t('frame.pages.sheet') })
    .click();

  await page.getByRole('button', { name: /^Biểu 04/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Biểu 04' }).waitFor();
  await page.getByRole('grid').waitFor();
}

/** From an input's event, before the page hears of it, until the frame after it was painted. */
async function takeNotes(page: Page): Promise<void> {
  await page.evaluate(() => {
    const notes: Notes = { painted: [], longTasks: [] };
    Reflect.set(globalThis, 'benchNotes', notes);
    new PerformanceObserver((list) => {
      notes.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ entryTypes: ['longtask'] });
    const onInput = () => {
      const began = performance.now();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => notes.painted.push(performance.now() - began);
        channel.port2.postMessage(null);
      });
    };
    document.addEventListener('input', onInput, { capture: true });
    const bare = document.createElement('input');
    bare.id = 'bench-input';
    bare.style.position = 'fixed';
    document.body.append(bare);
  });
}

async function typeInSheet(page: Page): Promise<number> {
  await page.getByLabel(t('sheet.inputLabel'), { exact: true }).focus();
  const painted = await typed(page);
  await page.keyboard.press('Enter');
  return painted;
}

async function typeInBareInput(page: Page): Promise<number> {
  await page.locator('#bench-input').focus();
  const painted = await typed(page);
  await page.locator('#bench-input').fill('');
  return painted;
}

/** The middle of what the keys took. */
async function typed(page: Page): Promise<number> {
  await page.evaluate(() => {
    (Reflect.get(globalThis, 'benchNotes') as Notes).painted = [];
  });
  for (let key = 0; key < keysInRound; key += 1) {
    await page.keyboard.type(String(1 + (key % 9)));
    // Nobody types faster; frames must not pile up.
    await page.waitForTimeout(30);
  }
  const painted = await page.evaluate(
    () => (Reflect.get(globalThis, 'benchNotes') as Notes).painted,
  );
  return spreadOf(painted).median;
}
