import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, test } from '@playwright/test';

import type { Summary } from '../../build/demo/summary.ts';
import { projectFolder } from '../../build/setup/places.mjs';

const run = promisify(execFile);

test('the demo takes two districts through the main job and leaves what it says', async () => {
  const out = test.info().outputPath('demo');
  const { stdout } = await run(
    process.execPath,
    ['build/demo.ts', '--out', out, '--units', '300,291'],
    { cwd: projectFolder, timeout: 110_000 },
  );
  expect(stdout).toContain('0 failed');

  // The demo wrote it, in the shape that it declares.
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
  expect(summary.sample).toBe(true);
  expect(summary.clock).toBe('2022-08-24T08:00+07:00');
  expect(summary.steps.filter((step) => !step.ok)).toEqual([]);
  expect(summary.totals).toMatchObject({ units: 2, failed: 0, bundles: 2, receipts: 2 });
  for (const { path, bytes, sha256 } of summary.files) {
    const content = readFileSync(join(out, path));
    expect([path, content.length, createHash('sha256').update(content).digest('hex')]).toEqual([
      path,
      bytes,
      sha256,
    ]);
  }
  const paths = summary.files.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining([
      'bieu-so-01_thanh-mien_2022-08.pdf',
      'tong-hop_30_2022-08.csv',
      'tong-hop_30_2022-08.xlsx',
      'keys/30-escrow.txt',
      'keys/300-signing.pem',
    ]),
  );
  expect(paths.filter((path) => path.startsWith('screenshots/')).length).toBeGreaterThan(20);
  const table = readFileSync(join(out, 'tong-hop_30_2022-08.csv'), 'utf8');
  expect(table).toContain('Số liệu mẫu');
});
