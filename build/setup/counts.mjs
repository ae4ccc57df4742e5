import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';

/** @typedef {import('./steps.mjs').Counts} Counts */

/**
 * A check counts as one.
 *
 * @param {number | null} status exit code
 * @returns {Promise<Counts>}
 */
export function countsOfCheck(status) {
  return Promise.resolve(status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
}

/**
 * The tests of vitest's JSON report. A skipped test counts as failed: there are none in this house.
 *
 * @param {number | null} status
 * @param {string | null} report
 * @returns {Promise<Counts>}
 */
export async function countsOfVitest(status, report) {
  const found = await readReport(report);
  const total = numberAt(found, 'numTotalTests');
  const passed = numberAt(found, 'numPassedTests');
  return settle(status, { passed, failed: total - passed });
}

/**
 * The tests of Playwright's JSON report.
 *
 * @param {number | null} status
 * @param {string | null} report
 * @returns {Promise<Counts>}
 */
export async function countsOfPlaywright(status, report) {
  const found = await readReport(report);
  const stats =
    typeof found === 'object' && found !== null && 'stats' in found ? found.stats : null;
  const bad = ['unexpected', 'flaky', 'skipped'];
  const failed = bad.reduce((sum, kind) => sum + numberAt(stats, kind), 0);
  return settle(status, { passed: numberAt(stats, 'expected'), failed });
}

/**
 * A run that broke off, or that found no test at all, has failed even where no single test did.
 *
 * @param {number | null} status
 * @param {Counts} counts
 * @returns {Counts}
 */
function settle(status, counts) {
  const broken = counts.failed === 0 && (status !== 0 || counts.passed === 0);
  return broken ? { passed: counts.passed, failed: 1 } : counts;
}

/**
 * @param {string | null} report
 * @returns {Promise<unknown>}
 */
async function readReport(report) {
  if (report === null || !existsSync(report)) return null;
  /** @type {unknown} */
  const found = JSON.parse(await readFile(report, 'utf8'));
  return found;
}

/**
 * @param {unknown} holder
 * @param {string} name
 * @returns {number}
 */
function numberAt(holder, name) {
  if (typeof holder !== 'object' || holder === null) return 0;
  const value = /** @type {Record<string, unknown>} */ (holder)[name];
  return typeof value === 'number' ? value : 0;
}
