// `npm test`: installs what is missing, runs every check and every test, and closes with
// `N passed, N failed` over all. `--checks` leaves the tests out. Runs on Node 18 and newer without
// any dependency, since it is what installs them.
import { ensure } from './setup/ensure.mjs';
import { exitWith } from './setup/fault.mjs';
import { ownNode } from './setup/places.mjs';
import { countsOfCheck, countsOfPlaywright, countsOfVitest } from './setup/counts.mjs';
import { printStep, runStep } from './setup/steps.mjs';

const tool = (/** @type {string} */ file) => `node_modules/${file}`;
const vitestReport = '.cache/tests/vitest.json';
const playwrightReport = '.cache/tests/playwright.json';

/** @type {import('./setup/steps.mjs').Step[]} */
const checks = [
  { name: 'types', command: [ownNode, 'build/checks/types.ts'], counts: countsOfCheck },
  { name: 'lint', command: [ownNode, 'build/checks/lint.ts'], counts: countsOfCheck },
  { name: 'floors', command: [ownNode, 'build/checks/floors.ts'], counts: countsOfCheck },
  {
    name: 'dead code',
    command: [
      ownNode,
      tool('knip/bin/knip.js'),
      ...['--reporter', 'symbols', '--reporter', './build/checks/knip-count.mjs'],
    ],
    counts: countsOfCheck,
  },
  { name: 'format', command: [ownNode, 'build/checks/format.ts'], counts: countsOfCheck },
];

/** @type {import('./setup/steps.mjs').Step[]} */
const tests = [
  { name: 'bundle', command: [ownNode, 'build/checks/bundle.mjs'], counts: countsOfCheck },
  {
    name: 'tests',
    command: [
      ownNode,
      tool('vitest/vitest.mjs'),
      'run',
      ...['--reporter=dot', '--reporter=json', `--outputFile.json=${vitestReport}`],
    ],
    report: vitestReport,
    counts: countsOfVitest,
  },
  {
    name: 'end to end',
    command: [
      ...['xvfb-run', '-a', '-s', '-screen 0 1366x768x24'],
      ...[ownNode, tool('@playwright/test/cli.js'), 'test', '--reporter=list,json'],
    ],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    report: playwrightReport,
    counts: countsOfPlaywright,
  },
];

try {
  const checksOnly = process.argv.includes('--checks');
  await ensure({ electron: !checksOnly, tests: !checksOnly, bundle: false });
  // The checks only read: two at a time halve the wait. Tests measure time and open windows: alone.
  const waiting = [...checks];
  /** @type {import('./setup/steps.mjs').StepOutcome[]} */
  const outcomes = [];
  const worker = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step, { show: false });
      printStep(outcome);
      outcomes.push(outcome);
    }
  };
  await Promise.all([worker(), worker()]);
  for (const step of checksOnly ? [] : tests) {
    const outcome = await runStep(step, { show: true });
    printStep(outcome);
    outcomes.push(outcome);
  }
  const passed = outcomes.reduce((sum, { counts }) => sum + counts.passed, 0);
  const failed = outcomes.reduce((sum, { counts }) => sum + counts.failed, 0);
  console.log('');
  for (const { name, seconds, counts } of outcomes) {
    const verdict = `${counts.passed} passed, ${counts.failed} failed`;
    console.log(`${name.padEnd(12)}${seconds.toFixed(1).padStart(7)} s   ${verdict}`);
  }
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  exitWith(error);
}
