import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { Sha256 } from '#shared/bundle/bytes.ts';
import type { ObservationRecord } from '#shared/bundle/observation.ts';
import { sealReport } from '#shared/bundle/seal.ts';
import type { ReportToSeal, SealedReport } from '#shared/bundle/seal.ts';
import { indicatorForm } from '#shared/catalogue/forms/layout.ts';
import { ok } from '#shared/kit/result.ts';

import { withOfficeKeys } from '../../electron/service/key-use.ts';
import type { KeysInUse } from '../../electron/service/keys-in-use.ts';
import { rowsOfSheet } from '../../electron/service/ledger.ts';
import { recordOfRow } from '../../electron/service/observation-records.ts';
import { catalogueOf, identityOf } from '../../electron/service/office.ts';
import { currentKeyring } from '../../electron/service/trust.ts';
import { fillSheet, introduce } from '../helpers/exchange.ts';
import { august2022, openTestOffice, password } from '../helpers/world.ts';
import { signedByPeople } from '../shared/bundle/two-offices.ts';
import type { TestOffice } from '../helpers/world.ts';

/** An enrolled district with a filled sheet. */
export type Reporter = {
  readonly office: TestOffice;
  readonly observations: readonly ObservationRecord[];
};

/** Sets an office up with its first account alone, who may do all that is measured here. */
export async function setUpAlone(
  folder: string,
  side: 'district' | 'province',
  unit: string,
): Promise<TestOffice> {
  const office = openTestOffice(folder);
  const account = { name: 'first', displayName: '', password };
  await office.must('setup.create', { side, unit, account });
  return office;
}

/** Sets a district up, fills its sheet and makes it and the province known to each other. */
export async function setUpReporter(
  folder: string,
  unit: string,
  province: TestOffice,
): Promise<Reporter> {
  const office = await setUpAlone(join(folder, unit), 'district', unit);
  const stick = join(folder, `stick-${unit}`);
  mkdirSync(stick);
  await introduce(office, province, stick);
  await fillSheet(office);
  const identity = identityOf(office.office);
  const observations = rowsOfSheet(office.office, august2022)
    .filter((row) => row.isFillable)
    .map((row) => recordOfRow(row, identity.unit, august2022));
  return { office, observations };
}

/** Everything that a report of a reporter is sealed from, numbered `sequence` in its series. */
export function reportToSeal(
  { office, observations }: Reporter,
  keys: KeysInUse,
  sequence: number,
  prev: Sha256 | null,
): ReportToSeal {
  const { unit, series } = identityOf(office.office);
  const keyring = currentKeyring(office.office);
  if (keyring === null) throw new Error('The reporter was not enrolled.');
  const { province, working, escrow, version } = keyring.keyring;
  const catalogue = catalogueOf(office.office);
  const form = indicatorForm(catalogue);
  const at = office.office.clock.now();
  return signedByPeople({
    facts: {
      from: { unit, series },
      to: { unit: province, recipients: [working, escrow] },
      period: august2022,
      forms: [{ code: form.code, version: form.version }],
      catalogue: catalogue.version,
      seq: sequence,
      prev,
      revision: sequence,
      created: at,
      app: '0.0.0-bench',
      keyring: version,
      lastReceipt: null,
      audit: { n: 1, head: '0'.repeat(64) as Sha256 },
      prepared: null,
      approved: { name: 'first', at, act: null },
      document: null,
    },
    observations,
    cells: [],
    auditSegment: [],
    signer: keys.signer,
    ownRecipient: keys.ownRecipient,
  });
}

/** Seals a row of revisions, each naming the one before. */
export async function sealRevisions(reporter: Reporter, count: number): Promise<SealedReport[]> {
  return withKeys(reporter.office, async (keys) => {
    const reports: SealedReport[] = [];
    for (let sequence = 1; sequence <= count; sequence += 1) {
      const prev = reports[reports.length - 1]?.statementSha256 ?? null;
      const sealed = await sealReport(reportToSeal(reporter, keys, sequence, prev));
      if (!sealed.ok) throw new Error(sealed.refusal.code);
      reports.push(sealed.value);
    }
    return reports;
  });
}

/** Works with an office's keys; they are wiped afterwards. */
export async function withKeys<T>(
  office: TestOffice,
  work: (keys: KeysInUse) => Promise<T>,
): Promise<T> {
  const done = await withOfficeKeys(office.office, password, async (keys) => ok(await work(keys)));
  if (!done.ok) throw new Error(done.refusal.code);
  return done.value;
}
