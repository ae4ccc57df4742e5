import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countsOfCheck, countsOfPlaywright, countsOfVitest } from '../../build/setup/counts.mjs';
import { plant, temporaryFolder } from './temporary-folder.ts';

function report(content: object): string {
  const folder = temporaryFolder();
  plant(folder, { 'report.json': JSON.stringify(content) });
  return path.join(folder, 'report.json');
}

describe('the closing line', () => {
  it('counts a check as one', async () => {
    expect(await countsOfCheck(0)).toEqual({ passed: 1, failed: 0 });
    expect(await countsOfCheck(2)).toEqual({ passed: 0, failed: 1 });
    expect(await countsOfCheck(null)).toEqual({ passed: 0, failed: 1 });
  });

  it('counts each test of a run', async () => {
    const file = report({ numTotalTests: 5, numPassedTests: 3 });
    expect(await countsOfVitest(1, file)).toEqual({ passed: 3, failed: 2 });
  });

  it('counts skipped and flaky tests as failed', async () => {
    const file = report({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 } });
    expect(await countsOfPlaywright(1, file)).toEqual({ passed: 4, failed: 3 });
  });

  it('counts a run that broke off, or found nothing, as one failure', async () => {
    expect(await countsOfVitest(1, null)).toEqual({ passed: 0, failed: 1 });
    expect(await countsOfVitest(1, report({ numTotalTests: 2, numPassedTests: 2 }))).toEqual({
      passed: 2,
      failed: 1,
    });
    expect(await countsOfPlaywright(0, report({ stats: { expected: 0 } }))).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});
