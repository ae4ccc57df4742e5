import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it, onTestFinished } from 'vitest';

import { decryptWith, encryptFor } from '#shared/bundle/age-envelope.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { OBSERVATIONS_PATH } from '#shared/bundle/data-package.ts';
import { signJws } from '#shared/bundle/jws.ts';
import { senderKeyIn } from '#shared/bundle/keyring.ts';
import { openBundle } from '#shared/bundle/open.ts';
import { readDirectory, readEntry, writeStrictZip } from '#shared/bundle/strict-zip.ts';
import type { ZipContent } from '#shared/bundle/stored-zip.ts';
import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import { explanationColumn } from '#shared/catalogue/forms/beside-column.ts';
import { cellOf, shownOf } from '#shared/catalogue/sheets/sheet.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { ok } from '#shared/kit/result.ts';
import { withOfficeKeys } from '../../../electron/service/key-use.ts';
import { identityOf } from '../../../electron/service/office.ts';
import { currentKeyring } from '../../../electron/service/trust.ts';
import { readSentContent } from '../../../electron/storage/sent-bundles.ts';
import { approve, fillSheet, reopen, sealTo } from '../../helpers/exchange.ts';
import type { Pair } from '../../helpers/exchange.ts';
import { record, rowOf, sheetOf } from '../../helpers/sheets.ts';
import { storeContents } from '../../helpers/store-contents.ts';
import { pairOf } from '../../helpers/templates.ts';
import { august2022, password, periodCode } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';
import { granted } from '../../shared/bundle/two-offices.ts';

const period = august2022;
const plan = periodCode('2022-KH');
const communes = builtInCatalogue.units
  .filter(({ parent }) => parent === '300')
  .map(({ code }) => code as string);
const [commune = ''] = communes;
const forms = ['B01', 'B02', 'B03', 'B04', 'CS', 'TM'];

async function pair(stage: 'introduced' | 'approved' = 'introduced'): Promise<Pair> {
  const made = await pairOf(stage, onTestFinished);
  onTestFinished(() => {
    made.district.close();
    made.province.close();
  });
  return made;
}

async function take(province: TestOffice, path: string): Promise<unknown> {
  const [verdict] = await province.must('bundle.receive', { place: province.pick(path), password });
  return verdict;
}

/** A form of district 300 as the province's page shows it. */
async function receivedView(
  province: TestOffice,
  of: string = period,
  form = 'B01',
): Promise<SheetView> {
  const catalogue = await province.must('catalogue.read', {});
  const opened = await province.must('received.sheet', { unit: '300', period: of, form });
  return viewSheet(catalogue, opened, 'vi');
}

/** What a view says: every cell and every figure that follows, by row; explanations as well. */
function said(view: SheetView): unknown {
  return {
    rows: view.rows.map(({ row, name, cells, shown, fedBy, isTotal }) => ({
      row,
      name,
      fedBy,
      isTotal,
      shown,
      cells: Object.entries(cells).map(([column, { canonical }]) => [column, canonical]),
    })),
    explained: view.findings
      .filter(({ explanation }) => explanation !== null)
      .map(({ check, row, column, explanation }) => [check, row, column, explanation]),
  };
}

/** The unit's own plan: number and day, a target, one project. */
async function recordPlan(district: TestOffice): Promise<void> {
  await district.must('sheet.record', {
    period: plan,
    form: 'KH',
    cells: [
      { row: 'SO_KY_HIEU', column: 'content', typed: '45/KH-UBND' },
      { row: 'SO_KY_HIEU', column: 'day', typed: '30/4/2022' },
      { row: 'HI_COVERAGE', column: 'target', typed: '92,5' },
    ],
  });
  await district.must('sheet.record', {
    period: plan,
    form: 'DA',
    cells: [
      { row: 'DA.001', column: 'name', typed: 'Trường THCS Lê Quý Đôn' },
      { row: 'DA.001', column: 'source', typed: 'NSDP' },
    ],
  });
}

/** Something in every form of August, an explanation among it. */
async function recordEverything(district: TestOffice): Promise<void> {
  await fillSheet(district);
  const save = (form: string, cells: readonly (readonly [string, string, string])[]) =>
    district.must('sheet.record', {
      period,
      form,
      cells: cells.map(([row, column, typed]) => ({ row, column, typed })),
    });
  await save('B01', [['HI_COVERAGE', 'note', 'Số ước,\n"chờ" xác nhận']]);
  await save('B02', [
    ['IV.1.1', 'lead', 'Phòng Y tế'],
    ['IV.1.1', 'state', 'notApplicable'],
    ['NV.001', 'name', 'Diễn tập phòng thủ'],
    ['NV.001', 'state', 'notApplicable'],
  ]);
  await save('B03', [
    ['V.1', 'plan', '100'],
    ['V.1', 'inPeriod', '20'],
    ['V.1', 'cumulative', '150'],
    ['DA.001', 'plan', '1.000,5'],
    ['DA.001', 'inPeriod', '-'],
    ['DA.001', 'cumulative', '...'],
  ]);
  await save(
    'B04',
    communes.flatMap((row) => [
      [row, 'POVERTY_RATE.numerator', '10'] as const,
      [row, 'POVERTY_RATE.denominator', '1.000'] as const,
    ]),
  );
  await save('B04', [
    [commune, 'note.POVERTY_RATE.numerator', 'Đã trừ 2 hộ chuyển đi'],
    [commune, 'source.POVERTY_RATE.numerator', 'Rà soát hộ nghèo của xã'],
    [commune, 'status.POVERTY_RATE.numerator', 'provisional'],
  ]);
  await save('TM', [['I', 'text', 'Quán triệt, triển khai.\n\nĐã ban hành kế hoạch.']]);
  for (const form of forms) {
    for (const { check, row, column, isBlocking } of (await sheetOf(district, period, form))
      .findings) {
      if (isBlocking)
        await save(form, [[row, explanationColumn(check, column), `Lý do của ${row}`]]);
    }
  }
}

describe('a report of all forms', () => {
  it('B1 B23 shows the province every form as the unit has it, explanations included', async () => {
    const { district, province, stick } = await pair();
    await recordPlan(district);
    await recordEverything(district);
    await approve(district);
    await approve(district, plan);
    expect(await take(province, await sealTo(district, stick))).toMatchObject({
      outcome: 'accepted',
    });
    const nameless = rowOf(await receivedView(province, period, 'B03'), 'DA.001');
    expect([nameless.name, cellOf(nameless, 'plan').canonical]).toEqual(['DA.001', '1000.5']);

    expect(await take(province, await sealTo(district, stick, plan))).toMatchObject({
      outcome: 'accepted',
      period: plan,
    });
    for (const form of forms) {
      const own = await sheetOf(district, period, form);
      expect(said(await receivedView(province, period, form)), form).toEqual(said(own));
    }
    const odd = (await receivedView(province, period, 'B03')).findings.find(
      ({ explanation }) => explanation !== null,
    );
    expect(odd).toMatchObject({ row: 'V.1', explanation: 'Lý do của V.1' });
    const opened = await province.must('received.sheet', { unit: '300', period, form: 'TM' });
    expect(opened).toMatchObject({
      mayRecord: false,
      submission: null,
      revision: 1,
      unitName: 'Huyện Thanh Miện',
    });
  });

  it('leaves the consolidation as it is: what communes add up to is counted once', async () => {
    const { district, province, stick } = await pair();
    await recordEverything(district);
    await approve(district);
    await take(province, await sealTo(district, stick));
    const view = await province.must('consolidation.view', { period });
    const row = view.rows.find((each) => each.row === 'POVERTY_RATE');
    const cell = row?.units.find(({ unit }) => unit === '300');
    expect([cell?.numerator, cell?.denominator, cell?.number]).toEqual([
      String(communes.length * 10),
      `${String(communes.length)}000`,
      '1',
    ]);
  });

  it('comes again with the next revision, which then is what is shown', async () => {
    const { district, province, stick } = await pair('approved');
    await take(province, await sealTo(district, stick));
    expect((await receivedView(province, period, 'TM')).rows[0]).toMatchObject({
      cells: { text: { canonical: '' } },
    });
    await reopen(district, 'bổ sung thuyết minh');
    await record(district, period, 'I', 'text', 'Bổ sung', 'TM');
    await approve(district);
    await take(province, await sealTo(district, stick));
    const text = rowOf(await receivedView(province, period, 'TM'), 'I');
    expect(cellOf(text, 'text').canonical).toBe('Bổ sung');
  });

  it('is taken in as a whole or not at all', async () => {
    const { district, province, stick } = await pair('approved');
    await reopen(district);
    await record(district, period, 'I', 'text', 'Bổ sung', 'TM');
    await approve(district);
    const path = await sealTo(district, stick);
    const before = storeContents(province);
    province.office.store?.exec(`CREATE TEMP TRIGGER interruption BEFORE INSERT ON received_cell
      BEGIN SELECT RAISE(ABORT, 'interrupted'); END`);
    expect(await take(province, path)).toMatchObject({ outcome: 'refused' });
    expect(storeContents(province)).toBe(before);
    province.office.store?.exec('DROP TRIGGER interruption');
    expect(await take(province, path)).toMatchObject({ outcome: 'accepted' });
  });

  it('is asked for by unit, period and form, and only what was received is shown', async () => {
    const { district, province, stick } = await pair('approved');
    const asked = { unit: '300', period, form: 'B01' };
    expect(await province.refusal('received.sheet', asked)).toBe('report-not-received');
    await take(province, await sealTo(district, stick));
    await province.signIn('consolidator');
    await province.must('received.sheet', asked);
    const refusal = (differently: object) =>
      province.refusal('received.sheet', { ...asked, ...differently });
    expect(await refusal({ unit: '291' })).toBe('report-not-received');
    expect(await refusal({ form: 'KH' })).toBe('form-unknown');
    expect(await refusal({ period: '2021-01' })).toBe('period-unknown');
  });
});

describe('a yearly plan', () => {
  it('B23 is sealed, opened and received without any observation', async () => {
    const { district, province, stick } = await pair();
    await recordPlan(district);
    await approve(district, plan);
    expect(await take(province, await sealTo(district, stick, plan))).toMatchObject({
      outcome: 'accepted',
      period: plan,
    });
    const [bundle] = await district.must('bundle.list', { period: plan });
    expect(bundle?.fileName).toMatch(/^SCT1_30_300_2022-KH_000001_/);
    for (const form of ['KH', 'DA']) {
      expect(said(await receivedView(province, plan, form)), form).toEqual(
        said(await sheetOf(district, plan, form)),
      );
    }
    const row = rowOf(await receivedView(province, plan, 'KH'), 'SO_KY_HIEU');
    expect(cellOf(row, 'day').canonical).toBe('2022-04-30');
    expect(
      province.office.store?.prepare('SELECT COUNT(*) FROM received_observation').pluck().get(),
    ).toBe(0);
    await province.must('consolidation.view', { period: plan });
    await district.must('receipt.import', { folder: district.pick(stick), password });
    expect((await district.must('bundle.list', { period: plan }))[0]?.stage).toBe('received');
  });

  it('gives the August report its own target at the province', async () => {
    const { district, province, stick } = await pair('approved');
    await recordPlan(district);
    await approve(district, plan);
    await take(province, await sealTo(district, stick));
    const target = async () =>
      shownOf(rowOf(await receivedView(province), 'HI_COVERAGE'), 'ownTarget');
    expect(await target()).toEqual({ kind: 'empty' });
    await take(province, await sealTo(district, stick, plan));
    expect(await target()).toMatchObject({ kind: 'number', number: '92.5' });
  });
});

describe('a bundle of version 1', () => {
  it('B7 B19 is still taken in; it has Biểu 01 and no cells', async () => {
    const { district, province, stick } = await pair('approved');
    await record(province, period, 'GRDP_GROWTH', 'value', '9');
    await sealTo(district, stick);
    const path = join(stick, 'v1.age');
    writeFileSync(path, await asVersion1(district));
    expect(await take(province, path)).toMatchObject({ outcome: 'accepted', refusal: null });
    const row = rowOf(await receivedView(province), 'HI_COVERAGE');
    expect(cellOf(row, 'numerator').canonical).toBe('92');
    const empty = await province.must('received.sheet', { unit: '300', period, form: 'B02' });
    expect(empty.cells).toEqual([]);
  });
});

/** The bundle that was just sealed, as the program of version 1 would have sealed it. */
async function asVersion1(district: TestOffice): Promise<Uint8Array> {
  const { office } = district;
  const keyring = currentKeyring(office)?.keyring;
  if (office.store === null || keyring === undefined) throw new Error('it is enrolled');
  const content = new Uint8Array(readSentContent(office.store, 1));
  const made = await withOfficeKeys(office, password, async ({ identity, signer }) => {
    const opened = granted(
      await openBundle(content, {
        unit: identityOf(office).unit,
        identities: [identity],
        findSenderKey: senderKeyIn(keyring),
        acceptOwn: true,
      }),
    );
    if (opened.kind !== 'report') throw new Error('a report was sealed');
    const { plaintext } = granted(await decryptWith(content, [identity]));
    const archive = granted(await readDirectory(plaintext));
    const { attachments: _none, document: _neither, ...first } = opened.statement;
    const observations = first.files.find(({ path }) => path === OBSERVATIONS_PATH);
    const audit = first.files.find(({ path }) => path.startsWith('audit/'));
    if (observations === undefined || audit === undefined) throw new Error('both were sealed');
    const { sha256, ...place } = observations;
    const description = canonicalJsonBytes({
      resources: [{ ...place, hash: `sha256:${sha256}` }],
    });
    const contents: ZipContent[] = [{ path: 'datapackage.json', bytes: description }];
    for (const { path, bytes } of [observations, audit]) {
      contents.push({ path, bytes: granted(await readEntry(archive, path, bytes)) });
    }
    const files = contents.map(({ path, bytes }) => ({
      path,
      bytes: bytes.length,
      sha256: sha256Hex(bytes),
    }));
    const { name, at } = first.approved;
    const old = { ...first, v: 1, files, prepared: null, approved: { name, at } };
    const { bytes } = signJws(old, 'sct-bundle+jws', [signer]);
    const zip = await writeStrictZip([{ path: 'statement.jws', bytes }, ...contents]);
    return ok(granted(await encryptFor(zip, first.to.recipients)));
  });
  return granted(made);
}
