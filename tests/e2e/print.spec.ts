import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { button, content, goTo, signIn, t } from '../../build/demo/office-steps.ts';
import { lastFile } from '../../build/demo/places.ts';
import { sampleAccounts } from '../../build/sample/people.ts';
import { sampleRows } from '../../build/sample/values.ts';
import { recordRows } from '../../build/sample/work.ts';
import { inWindow, newOffice } from './offices.ts';

test('the PDF of Biểu số 01 is A4 landscape with its own fonts and its words intact', async () => {
  const data = await newOffice('district', '300');
  const out = test.info().outputPath('pdf');
  const fonts = test.info().outputPath('fonts');
  mkdirSync(out);
  mkdirSync(fonts);
  writeFileSync(
    join(fonts, 'fonts.conf'),
    // Chromium needs some font; this one is no serif and hides no missing one.
    `<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>${fonts}</cachedir></fontconfig>`,
  );
  const [recorder] = sampleAccounts('district');
  let told = '';
  const before = process.env['FONTCONFIG_FILE'];
  process.env['FONTCONFIG_FILE'] = join(fonts, 'fonts.conf');
  try {
    const complaints = await inWindow(data, async (window) => {
      await signIn(window, recorder);
      await recordRows(window, sampleRows('300'));
      await goTo(window, 'frame.pages.report', t('report.title'));
      await window.answerDialogs(out);
      await button(content(window), t('report.save.action')).click();
      const done = content(window).getByText(/\.pdf \(\d+ trang\)/);
      told = (await done.textContent()) ?? '';
    });
    expect(complaints).toEqual([]);
  } finally {
    if (before === undefined) delete process.env['FONTCONFIG_FILE'];
    else process.env['FONTCONFIG_FILE'] = before;
  }

  const pdf = await lastFile(out, /\.pdf$/);
  const read = (tool: string, ...args: string[]): string =>
    execFileSync(tool, args, { encoding: 'utf8' });
  const info = read('pdfinfo', pdf);
  expect(/^Pages:\s+(\d+)$/m.exec(info)?.[1]).toBe(/\((\d+) trang\)/.exec(told)?.[1]);
  const size = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info);
  expect([size?.[1], size?.[2]].map((points) => Math.round(Number(points)))).toEqual([842, 595]);

  const text = read('pdftotext', '-layout', pdf, '-');
  for (const words of [
    'ỦY BAN NHÂN DÂN',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Biểu số 01',
    'Thanh Miện',
  ]) {
    expect(text.toLowerCase()).toContain(words.toLowerCase());
  }
  expect(text).not.toMatch(/[\u0300-\u036f]/);
  // A letter that a font puts together from pieces that do not fit comes out apart.
  expect(read('pdftotext', pdf, '-')).toContain('Giá trị sản phẩm');

  expect(read('pdffonts', pdf)).toContain('Tinos');
  // Columns from the right: emb, sub, uni, and the two numbers of the object.
  const embedded = read('pdffonts', pdf)
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => /(yes|no)\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+\s*$/.exec(line)?.[1]);
  expect(embedded.length).toBeGreaterThan(0);
  expect(new Set(embedded)).toEqual(new Set(['yes']));
});
