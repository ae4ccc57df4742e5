import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Decrypter } from 'age-encryption';

import { checkActs } from '#shared/bundle/act.ts';
import { openEnvelope } from '#shared/bundle/open.ts';
import { verifyJws } from '#shared/bundle/jws.ts';
import type { UnverifiedJws } from '#shared/bundle/jws.ts';
import type { SealedReport } from '#shared/bundle/seal.ts';
import type { PublicJwk } from '#shared/bundle/signing-key.ts';

import { openStore } from '../../electron/storage/open-store.ts';
import type { ReadHandle } from '../../electron/storage/handle.ts';
import { sampleUnits } from '../../build/sample/values.ts';
import { openTestOffice, password } from '../helpers/world.ts';
import { compare, interleave, timed } from './rounds.ts';
import type { Comparison } from './rounds.ts';
import { sealRevisions, setUpAlone, setUpReporter, withKeys } from './sealed-reports.ts';
import type { Reporter } from './sealed-reports.ts';

const roundCount = 3;
const bundleCount = 200;

type Made = {
  readonly report: SealedReport;
  readonly rows: Reporter['observations'];
  readonly jws: UnverifiedJws;
  readonly sender: PublicJwk;
};

/** Taking 200 bundles in, against decrypting, verifying and inserting the same rows and no more. */
export async function benchImport(folder: string): Promise<Comparison> {
  const place = join(folder, 'import');
  mkdirSync(place);
  const sample = join(place, 'province');
  const province = await setUpAlone(sample, 'province', '30');
  const { bundles, identity } = await makeBundles(place, province);
  province.close();
  let round = 0;
  const fresh = (name: string): string => {
    round += 1;
    const made = join(place, `${name}-${String(round)}`);
    cpSync(sample, made, { recursive: true });
    return made;
  };
  const ours = async (): Promise<number> => {
    const office = openTestOffice(fresh('ours'));
    const stick = join(place, `stick-${String(round)}`);
    mkdirSync(stick);
    for (const { report } of bundles) writeFileSync(join(stick, report.fileName), report.bytes);
    try {
      await office.must('session.signIn', { name: 'first', password });
      return await timed(async () => {
        const verdicts = await office.must('bundle.receive', {
          place: office.pick(stick),
          password,
        });
        const accepted = verdicts.filter(({ outcome }) => outcome === 'accepted').length;
        if (accepted !== bundleCount) {
          const code = verdicts.find(({ refusal }) => refusal !== null)?.refusal?.code;
          throw new Error(`${String(accepted)} bundles were taken in; ${String(code)}`);
        }
      });
    } finally {
      office.close();
    }
  };
  const reference = async (): Promise<number> => {
    const folderOfRound = fresh('reference');
    const stick = join(place, `raw-stick-${String(round)}`);
    mkdirSync(stick);
    for (const { report } of bundles) writeFileSync(join(stick, report.fileName), report.bytes);
    const store = openStore(folderOfRound);
    if (!store.ok) throw new Error(store.refusal.code);
    try {
      return await timed(() => takeInRaw(store.value, stick, bundles, identity));
    } finally {
      store.value.close();
    }
  };
  return compare(
    {
      what: `import ${String(bundleCount)} bundles`,
      unit: 'ms',
      aim: 2,
      note: 'with a sealed, synced receipt for each and the password’s derivation once; against decrypt, verification of all three signatures and raw insert, one transaction for each',
    },
    await interleave(roundCount, ours, reference),
  );
}

async function makeBundles(
  place: string,
  province: Awaited<ReturnType<typeof setUpAlone>>,
): Promise<{ readonly bundles: readonly Made[]; readonly identity: string }> {
  const identity = await withKeys(province, (keys) => Promise.resolve(keys.identity));
  const bundles: Made[] = [];
  const each = Math.ceil(bundleCount / sampleUnits.length);
  for (const unit of sampleUnits) {
    const reporter = await setUpReporter(place, unit, province);
    const sender = await withKeys(reporter.office, (keys) => Promise.resolve(keys.signer.jwk));
    const count = Math.min(each, bundleCount - bundles.length);
    for (const report of await sealRevisions(reporter, count)) {
      const opened = await openEnvelope(report.bytes, { identities: [identity] });
      if (!opened.ok) throw new Error(opened.refusal.code);
      bundles.push({ report, rows: reporter.observations, jws: opened.value.jws, sender });
    }
    reporter.office.close();
  }
  return { bundles, identity };
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
