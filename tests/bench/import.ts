import { cpSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { Decrypter } from 'age-encryption';
import ExcelJS from 'exceljs';

import { checkActs } from '#shared/bundle/act.ts';
import { ageOpener, decryptWith } from '#shared/bundle/age-envelope.ts';
import type { AgeOpener } from '#shared/bundle/age-envelope.ts';
import { libraryCrypto } from '#shared/bundle/host-crypto.ts';
import type { HostCrypto } from '#shared/bundle/host-crypto.ts';
import { verifyJws } from '#shared/bundle/jws.ts';

import { hostCrypto } from '../../electron/keys/host-crypto.ts';
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

/** Opens the envelope of a bundle and throws when it cannot. */
type Decrypt = (sealed: Uint8Array) => Promise<unknown>;
/** With whose cryptography the reference decrypts and verifies. */
type RawCrypto = { readonly decrypt: Decrypt; readonly host: HostCrypto };

/**
 * Taking 1,200 bundles in, against what nobody can leave out: each file read, decrypted, its three
 * signatures verified, and its rows inserted in a transaction of its own. What is in a bundle is known
 * to that reference beforehand: it reads no archive, judges nothing, writes no receipt and no register.
 * Once by the libraries alone, once with the host's cryptography as the program has it. Then against
 * reading the same rows from workbooks, what memory does on the way, and how long windows stand still.
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
  const raw = async (crypto: RawCrypto): Promise<number> => {
    const { data, stick } = fresh('reference');
    const store = openStore(data);
    if (!store.ok) throw new Error(store.refusal.code);
    try {
      return await timed(() => takeInRaw(store.value, stick, bundles, crypto));
    } finally {
      store.value.close();
    }
  };
  const opener = await ageOpener(identity, hostCrypto);
  const withHost: number[] = [];
  const rounds = await interleave(roundCount, ours, async () => {
    withHost.push(await raw({ decrypt: decryptByHost(opener), host: hostCrypto }));
    return raw({ decrypt: decryptByLibrary(identity), host: libraryCrypto });
  });
  const reading = await timed(() => readWorkbooks(workbooks));
  const what = `import ${String(bundleCount)} bundles`;
  return [
    compare(
      {
        what: `${what}, against the libraries alone`,
        unit: 'ms',
        aim: 1.5,
        note: `in Node ${process.versions.node}, with a sealed, synced receipt for each, the register, and the password’s derivation once; against decrypting by the age library, all three signatures by the strict verifier, and raw inserts of what is known beforehand, one transaction for each`,
      },
      rounds,
    ),
    compare(
      {
        what: `${what}, against the host’s cryptography`,
        unit: 'ms',
        aim: 1.5,
        note: 'the same, but the host’s key agreement, cipher and Ed25519 on both sides',
      },
      rounds.map((one, at) => ({ ours: one.ours, reference: withHost[at] ?? Number.NaN })),
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

function decryptByLibrary(identity: string): Decrypt {
  return (sealed) => {
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    return decrypter.decrypt(sealed);
  };
}

function decryptByHost(opener: AgeOpener): Decrypt {
  return async (sealed) => {
    const opened = await decryptWith(sealed, [opener], hostCrypto);
    if (!opened.ok) throw new Error(opened.refusal.code);
  };
}

async function takeInRaw(
  store: ReadHandle,
  stick: string,
  bundles: readonly Made[],
  { decrypt, host }: RawCrypto,
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
    await decrypt(new Uint8Array(content));
    const verified = verifyJws(made.jws, () => made.sender, host);
    if (!verified.ok) throw new Error(verified.refusal.code);
    const { statement, fileSha256, statementSha256 } = made.report;
    const acts = checkActs(statement, verified.value, host);
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
