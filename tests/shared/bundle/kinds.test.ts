import { beforeAll, describe, expect, it } from 'vitest';

import { openBundle } from '#shared/bundle/open.ts';
import type { OpenContext } from '#shared/bundle/open.ts';
import { encryptFor } from '#shared/bundle/age-envelope.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { jwsTypes, signJws } from '#shared/bundle/jws.ts';
import { sealCatalogue, sealDrafts, sealReceipt, sealReport } from '#shared/bundle/seal.ts';
import { newSeries } from '#shared/bundle/series.ts';
import { writeStrictZip } from '#shared/bundle/strict-zip.ts';
import { RECEIPT_VERSION, REPORT_VERSION } from '#shared/bundle/upgrade.ts';
import {
  august2022,
  codeOf,
  districtCode,
  districtContext,
  granted,
  newOffice,
  provinceContext,
  receiptFacts,
  reportFacts,
  reportToSeal,
  someCells,
  somewhen,
} from './two-offices.ts';
import type { Office } from './two-offices.ts';

let province: Office;
let district: Office;
/** Another computer of the same district. */
let secondDesk: Office;

beforeAll(async () => {
  [province, district, secondDesk] = await Promise.all([newOffice(), newOffice(), newOffice()]);
});

const plan = { version: 4, title: 'Kế hoạch 1112/KH-UBND', indicators: ['HI_COVERAGE'] };

function catalogueToSeal() {
  const { keyring, app } = reportFacts(province, district);
  const { from } = receiptFromProvince();
  return {
    facts: {
      from,
      to: { unit: districtCode, recipients: [district.working.recipient] },
      seq: 9,
      created: somewhen,
      app,
      keyring,
    },
    catalogue: plan,
    signer: province.signing,
    ownRecipient: province.working.recipient,
  };
}

function receiptFromProvince() {
  const { to } = reportFacts(province, district);
  return { from: { unit: to.unit, series: province.series } };
}

function draftsToSeal() {
  const { forms, catalogue, app } = reportFacts(province, district);
  return {
    facts: {
      from: { unit: districtCode, series: newSeries() },
      to: { unit: districtCode, recipients: [secondDesk.working.recipient] },
      period: august2022,
      forms,
      catalogue,
      seq: 1,
      created: somewhen,
      app,
    },
    cells: someCells,
    signer: district.signing,
    ownRecipient: district.working.recipient,
  };
}

/** The second computer knows the first by the key that somebody compared by hand. */
function secondDeskContext(): OpenContext {
  const { kid, jwk } = district.signing;
  return {
    unit: districtCode,
    identities: [secondDesk.working.identity],
    findSenderKey: (unit, asked) => (unit === districtCode && asked === kid ? jwk : null),
  };
}

describe('the plan as data', () => {
  it('B1 B27 goes to a unit with its version, and comes out as it went in', async () => {
    const sealed = granted(await sealCatalogue(catalogueToSeal()));
    expect(sealed.fileName).toBe(`SCT1_291_30_DM-000004_000009_${sealed.checkCode}.age`);
    const opened = granted(await openBundle(sealed.bytes, districtContext(province, district)));
    expect(opened).toMatchObject({ kind: 'catalogue', catalogue: plan });
    expect(opened).toMatchObject({ statement: { catalogue: { version: 4 } } });
  });

  it('B27 has one digest for everybody who holds that version', async () => {
    const { facts, ...rest } = catalogueToSeal();
    const other = { ...facts, to: { ...facts.to, recipients: [secondDesk.working.recipient] } };
    const [first, second] = await Promise.all([
      sealCatalogue({ facts, ...rest }),
      sealCatalogue({ facts: other, ...rest }),
    ]);
    expect(granted(first).statement.catalogue).toEqual(granted(second).statement.catalogue);
    expect(granted(first).statementSha256).not.toBe(granted(second).statementSha256);
  });

  it('B27 that a district signed for the province is another unit’s word, not the plan’s', async () => {
    const report = { ...catalogueToSeal(), signer: district.signing };
    const sealed = granted(await sealCatalogue(report));
    const opened = await openBundle(sealed.bytes, districtContext(province, district));
    expect(codeOf(opened)).toBe('sender-not-enrolled');
  });
});

describe('drafts between two computers of one unit', () => {
  it('B1 B27 come out as they went in, for the computer that they are meant for', async () => {
    const sealed = granted(await sealDrafts(draftsToSeal()));
    const opened = granted(await openBundle(sealed.bytes, secondDeskContext()));
    expect(opened).toMatchObject({ kind: 'drafts', cells: someCells });
  });

  it('B27 go to no other unit', async () => {
    const { facts, ...rest } = draftsToSeal();
    const to = reportFacts(province, district).to;
    const away = await sealDrafts({ facts: { ...facts, to }, ...rest });
    expect(away).toMatchObject({ ok: false, refusal: { facts: { at: 'to.unit' } } });
  });

  it('B27 are opened by nobody at the province', async () => {
    const sealed = granted(await sealDrafts(draftsToSeal()));
    const opened = await openBundle(sealed.bytes, provinceContext(province, district));
    expect(codeOf(opened)).toBe('not-addressed-to-this-key');
  });
});

/** So that none is refused for its version alone. */
const newest: ReadonlyMap<string, number> = new Map([
  ['sct-bundle+jws', REPORT_VERSION],
  ['sct-receipt+jws', RECEIPT_VERSION],
]);

describe('one kind in place of another', () => {
  it('B27 is refused for every payload under every other type, the signature holding', async () => {
    const report = granted(await sealReport(reportToSeal(province, district)));
    const receipt = granted(
      await sealReceipt({
        facts: receiptFacts(province, district, report),
        signer: province.signing,
        ownRecipient: province.working.recipient,
      }),
    );
    const catalogue = granted(await sealCatalogue(catalogueToSeal()));
    const drafts = granted(await sealDrafts(draftsToSeal()));
    const verdicts = new Map<string, string>();
    for (const [own, payload] of [
      ['sct-bundle+jws', { ...report.statement, to: receipt.receipt.to }],
      ['sct-receipt+jws', receipt.receipt],
      ['sct-catalogue+jws', catalogue.statement],
      ['sct-drafts+jws', { ...drafts.statement, to: receipt.receipt.to }],
    ] as const) {
      for (const typ of jwsTypes.filter((type) => type !== own)) {
        const from = { unit: '30', series: province.series };
        const { bytes } = signJws({ ...payload, v: newest.get(typ) ?? 1, from }, typ, [
          province.signing,
        ]);
        const archive = await writeStrictZip([
          { path: 'statement.jws', bytes },
          { path: 'data/catalogue.json', bytes: canonicalJsonBytes(plan) },
        ]);
        const file = granted(await encryptFor(archive, [district.working.recipient]));
        const opened = await openBundle(file, districtContext(province, district));
        verdicts.set(`${own} as ${typ}`, codeOf(opened));
      }
    }
    expect(verdicts.size).toBe(4 * (jwsTypes.length - 1));
    const sealedKinds = ['sct-bundle', 'sct-receipt', 'sct-catalogue', 'sct-drafts'];
    for (const [pair, verdict] of verdicts) {
      const asSealed = sealedKinds.some((kind) => pair.endsWith(` ${kind}+jws`));
      expect([pair, verdict]).toEqual([
        pair,
        asSealed ? 'statement-malformed' : 'statement-of-other-kind',
      ]);
    }
  });
});
