import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { Decrypter } from 'age-encryption';
import ExcelJS from 'exceljs';

import { checkActs } from '#shared/bundle/act.ts';
import { verifyJws } from '#shared/bundle/jws.ts';

import { openStore } from '../../electron/storage/open-store.ts';
import type { ReadHandle } from '../../electron/storage/handle.ts';
import { openTestOffice, password } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';
import { benchStalls } from './import-stalls.ts';
import { bundleCount, makeBundles, writeStick } from './made-bundles.ts';
import type { Made } from './made-bundles.ts';
import { compare, interleave, timed } from './rounds.ts';
import type { Comparison, Round } from './rounds.ts';

const roundCount = 3;
const third = bundleCount / 3;
const samplingMilliseconds = 20;

/**
 * Taking 1,200 bundles in: against decrypting, verifying and inserting the same rows and no more,
 * against reading them from workbooks, what memory does on the way, and how long windows stand still.
 */
export async function benchImport(folder: string): Promise<readonly Comparison[]> {
  const place = join(folder, 'import');
  const { bundles, identity, province } = await makeBundles(place);
  const workbooks = await writeWorkbooks(join(place, 'workbooks'), bundles);
  let round = 0;
  const fresh = (name: string): { readonly data: string; readonly stick: string } => {
    round += 1;
    const data = join(place, `${name}-${String(round)}`);
    cpSync(province, data, { recursive: true });
    return { data, stick: writeStick(join(place, `stick-${String(round)}`), bundles) };
  };
  const memory: Round[] = [];
  const marks: string[] = [];
  const ours = async (): Promise<number> => {
    const { data, stick } = fresh('ours');
    const office = openTestOffice(data);
    try {
      await office.must('session.signIn', { name: 'first', password });
      const sampled = sampleMemory(office);
      const milliseconds = await timed(() => takeAllIn(office, stick));
      const { first, last, at } = sampled.end();
      memory.push({ ours: last, reference: first });
      marks.push(at.map((mebibytes) => mebibytes.toFixed(0)).join(', '));
      return milliseconds;
    } finally {
      office.close();
    }
  };
  const reference = async (): Promise<number> => {
    const { data, stick } = fresh('reference');
    const store = openStore(data);
    if (!store.ok) throw new Error(store.refusal.code);
    try {
      return await timed(() => takeInRaw(store.value, stick, bundles, identity));
    } finally {
      store.value.close();
    }
  };
  const rounds = await interleave(roundCount, ours, reference);
  const reading = await timed(() => readWorkbooks(workbooks));
  const what = `import ${String(bundleCount)} bundles`;
  return [
    compare(
      {
        what,
        unit: 'ms',
        aim: 1.5,
        note: 'with a sealed, synced receipt for each, the register, and the password’s derivation once; against decrypt, verification of all three signatures and raw insert, one transaction for each',
      },
      rounds,
    ),
    compare(
      {
        what: `${what}, against workbooks`,
        unit: 'ms',
        aim: 0.2,
        note: 'against reading the same rows from 1,200 workbooks with exceljs, once, storing nothing',
      },
      rounds.map((one) => ({ ours: one.ours, reference: reading })),
    ),
    compare(
      {
        what: `memory of the last third of ${String(bundleCount)} imports`,
        unit: 'MiB',
        aim: 1.1,
        note: `mean resident size, against the first third; at 300, 600, 900 and 1,200: ${marks.join(' / ')}`,
      },
      memory,
    ),
    ...(await benchStalls(fresh('stalls'))),
  ];
}

async function takeAllIn(office: TestOffice, stick: string): Promise<void> {
  const place = office.pick(stick);
  const verdicts = await office.must('bundle.receive', { place, password });
  const accepted = verdicts.filter(({ outcome }) => outcome === 'accepted').length;
  if (accepted === bundleCount) return;
  const code = verdicts.find(({ refusal }) => refusal !== null)?.refusal?.code;
  throw new Error(`${String(accepted)} bundles were taken in; ${String(code)}`);
}

/** The resident size of this process while an import goes on. */
function sampleMemory(office: TestOffice): {
  readonly end: () => {
    readonly first: number;
    readonly last: number;
    readonly at: readonly number[];
  };
} {
  const samples: { readonly done: number; readonly mebibytes: number }[] = [];
  const sample = (done: number): void => {
    samples.push({ done, mebibytes: process.memoryUsage().rss / 1024 / 1024 });
  };
  const timer = setInterval(() => {
    const progress = office.office.inbox.run?.progress;
    if (progress !== undefined) sample(progress.done);
  }, samplingMilliseconds);
  const mean = (from: number, to: number): number => {
    const some = samples.filter(({ done }) => done > from && done <= to);
    return some.reduce((sum, { mebibytes }) => sum + mebibytes, 0) / some.length;
  };
  return {
    end: () => {
      clearInterval(timer);
      sample(bundleCount);
      const at = [300, 600, 900, bundleCount].map(
        (mark) => samples.find(({ done }) => done >= mark)?.mebibytes ?? Number.NaN,
      );
      return { first: mean(0, third), last: mean(2 * third, bundleCount), at };
    },
  };
}

const columns = ['indicator', 'numerator', 'denominator', 'value', 'status', 'comment'] as const;

/** The same rows as workbooks, one for each bundle. */
async function writeWorkbooks(folder: string, bundles: readonly Made[]): Promise<string> {
  mkdirSync(folder);
  for (const { report, rows } of bundles) {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('B01');
    sheet.addRow(columns);
    for (const row of rows) sheet.addRow(columns.map((column) => row[column] ?? ''));
    await book.xlsx.writeFile(join(folder, report.fileName.replace('.age', '.xlsx')));
  }
  return folder;
}

async function readWorkbooks(folder: string): Promise<void> {
  let cells = 0;
  for (const name of readdirSync(folder)) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(join(folder, name));
    book.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        row.eachCell(() => {
          cells += 1;
        });
      });
    });
  }
  if (cells === 0) throw new Error('The workbooks were empty.');
}

async function takeInRaw(
  store: ReadHandle,
  stick: string,
  bundles: readonly Made[],
  identity: string,
): Promise<void> {
  const byName = new Map(bundles.map((bundle) => [bundle.report.fileName, bundle]));
  const insertBundle = store.prepare(
    `INSERT INTO received_bundle (unit_code, series, sequence, period_code, revision, file_name,
       file_sha256, statement_sha256, audit_head, received_by, received_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', '')`,
  );
  const insertContent = store.prepare('INSERT INTO received_bundle_content VALUES (?, ?)');
  const insertRow = store.prepare('INSERT INTO received_observation VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const name of readdirSync(stick)) {
    const made = byName.get(name);
    if (made === undefined) throw new Error(`${name} was not made here.`);
    const content = readFileSync(join(stick, name));
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    await decrypter.decrypt(new Uint8Array(content));
    const verified = verifyJws(made.jws, () => made.sender);
    if (!verified.ok) throw new Error(verified.refusal.code);
    const { statement, fileSha256, statementSha256 } = made.report;
    const acts = checkActs(statement, verified.value);
    if (!acts.ok) throw new Error(acts.refusal.code);
    store
      .transaction(() => {
        const { lastInsertRowid: id } = insertBundle.run(
          statement.from.unit,
          statement.from.series,
          statement.seq,
          statement.period,
          statement.revision,
          name,
          fileSha256,
          statementSha256,
        );
        insertContent.run(id, content);
        for (const { indicator, numerator, denominator, value, status, comment } of made.rows) {
          insertRow.run(
            id,
            indicator,
            numerator ?? '',
            denominator ?? '',
            value ?? '',
            status,
            comment ?? '',
          );
        }
      })
      .immediate();
  }
}
