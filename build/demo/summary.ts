import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { sampleAccounts, sampleNow, samplePassword, samplePeriod } from '../sample/people.ts';
import type { Step } from './journal.ts';

type OutputFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** What `summary.json` says of a run. */
export type Summary = {
  readonly sample: true;
  readonly notice: string;
  readonly clock: string;
  readonly period: string;
  readonly password: string;
  readonly accounts: readonly { readonly name: string; readonly role: string }[];
  /** The province's fingerprint, as its letter would print it; empty when it never came so far. */
  readonly provinceFingerprint: string;
  readonly runtime: string;
  readonly steps: readonly Step[];
  readonly files: readonly OutputFile[];
  readonly totals: {
    readonly units: number;
    readonly steps: number;
    readonly failed: number;
    readonly milliseconds: number;
    readonly bundles: number;
    readonly receipts: number;
    readonly bytes: number;
  };
};

export type Run = {
  readonly units: readonly string[];
  readonly steps: readonly Step[];
  readonly milliseconds: number;
  readonly provinceFingerprint: string;
  readonly runtime: string;
};

/** Writes `summary.json` into the output folder: what was done, and every file with its digest. */
export async function writeSummary(out: string, run: Run): Promise<Summary> {
  const files = await describeFiles(out);
  const countOf = (pattern: RegExp): number =>
    files.filter(({ path }) => pattern.test(path)).length;
  const summary: Summary = {
    sample: true,
    notice:
      'Invented sample figures at a stated clock. Keys and password are published on purpose.',
    clock: sampleNow,
    period: samplePeriod,
    password: samplePassword,
    accounts: [...sampleAccounts('district'), ...sampleAccounts('province')].map(
      ({ name, role }) => ({ name, role }),
    ),
    provinceFingerprint: run.provinceFingerprint,
    runtime: run.runtime,
    steps: run.steps,
    files,
    totals: {
      units: run.units.length,
      steps: run.steps.length,
      failed: run.steps.filter((step) => !step.ok).length,
      milliseconds: run.milliseconds,
      bundles: countOf(/^usb\/SCT1_30_\d+_.*\.age$/),
      receipts: countOf(/^usb\/SCT1_(?!30_)\d+_30_.*\.age$/),
      bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    },
  };
  await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
  return summary;
}

/** The summary as a table for the terminal: each office with its steps, then files and totals. */
export function summaryText(summary: Summary, out: string): string {
  const units = [...new Set(summary.steps.map(({ unit }) => unit))];
  const lines = units.flatMap((unit) => {
    const steps = summary.steps.filter((step) => step.unit === unit);
    const milliseconds = steps.reduce((sum, step) => sum + step.milliseconds, 0);
    const failed = steps.filter((step) => !step.ok);
    const verdict = failed.length === 0 ? 'ok' : `${failed.length} FAILED`;
    return [
      `${unit.padStart(5)}  ${seconds(milliseconds)}  ${String(steps.length).padStart(3)} steps  ${verdict}`,
      ...failed.map((step) => `         ${step.name}: ${firstLine(step.detail)}`),
    ];
  });
  const { totals } = summary;
  return [
    '',
    ' unit       time  what was done',
    ...lines,
    '',
    `Sample clock ${summary.clock}, sample figures; password of all accounts: ${summary.password}`,
    `${totals.bundles} bundles, ${totals.receipts} receipts, ${summary.files.length} files, ${totals.bytes} bytes in ${out}`,
    `${totals.steps - totals.failed} steps done, ${totals.failed} failed, ${seconds(totals.milliseconds).trim()} in all`,
  ].join('\n');
}

/** Milliseconds as seconds with one decimal, right-aligned: `   3.4 s`. */
export function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`.padStart(9);
}

/** The first line of a detail: what Playwright adds below is in summary.json. */
export function firstLine(detail: string): string {
  return detail.split('\n', 1)[0] ?? '';
}

async function describeFiles(folder: string): Promise<readonly OutputFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path);
      return {
        path: relative(folder, path).split(sep).join('/'),
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      };
    }),
  );
}
