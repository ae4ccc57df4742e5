import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { withOfficeKeys } from '../../electron/service/key-use.ts';
import { identityOf, storeOf } from '../../electron/service/office.ts';
import { listPaired } from '../../electron/storage/paired-computers.ts';
import { encryptFor } from '#shared/bundle/age-envelope.ts';
import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { CELLS_PATH, writeCells } from '#shared/bundle/cell-record.ts';
import { draftsStatementShape } from '#shared/bundle/drafts-statement.ts';
import type { DraftsFacts, DraftsStatement } from '#shared/bundle/drafts-statement.ts';
import { signJws } from '#shared/bundle/jws.ts';
import type { JwsType } from '#shared/bundle/jws.ts';
import { sealDrafts } from '#shared/bundle/seal.ts';
import { newSeries } from '#shared/bundle/series.ts';
import { generateSigningSeed, signingKeyFromSeed } from '#shared/bundle/signing-key.ts';
import type { SigningKey } from '#shared/bundle/signing-key.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { ok } from '#shared/kit/result.ts';
import { isRefusalCode } from '#shared/text/refusal-codes.ts';
import { describeRefusal } from '#shared/text/translate.ts';
import { bringAlong, laterCatalogue, takenFrom } from '../helpers/catalogues.ts';
import { pairWith, pairedDesks, preview, refusedPreview, send, type } from '../helpers/desks.ts';
import { sealTo } from '../helpers/exchange.ts';
import { newFolder, pair, receive } from '../helpers/keyrings.ts';
import { storeContents } from '../helpers/store-contents.ts';
import { august2022, password, setUpOffice } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';
import { rawZip } from '../shared/bundle/raw-zip.ts';
import { granted } from '../shared/bundle/two-offices.ts';

const cell = {
  refArea: '300',
  timePeriod: '2022-08',
  form: 'B01',
  row: 'HI_COVERAGE',
  column: 'numerator',
  value: '118.250',
};

function unitCode(text: string): UnitCode {
  const code = parseUnitCode(text);
  if (code === null) throw new Error(`${text} is no unit.`);
  return code;
}

/** Drafts for the first paired computer of `from`, with other facts or cells than it would send. */
async function forge(
  from: TestOffice,
  changes: Partial<DraftsFacts>,
  cells: readonly (typeof cell)[] = [cell],
): Promise<string> {
  const { unit, series } = identityOf(from.office);
  const [to] = listPaired(storeOf(from.office));
  const sealed = await withOfficeKeys(from.office, password, ({ signer, ownRecipient }) =>
    sealDrafts({
      facts: {
        from: { unit, series },
        to: { unit, recipients: [to?.recipient ?? ''] },
        period: august2022,
        forms: [{ code: 'B01', version: 1 }],
        catalogue: 1,
        seq: 7,
        created: from.office.clock.now(),
        app: '0.0.0-test',
        ...changes,
      },
      cells,
      signer,
      ownRecipient,
    }),
  );
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.refusal));
  const path = join(newFolder('forged'), sealed.value.fileName);
  writeFileSync(path, sealed.value.bytes);
  return path;
}

/** The same with a statement, signature or archive that no program of ours would write. */
async function forgeOddly(
  from: TestOffice,
  {
    payload,
    typ = 'sct-drafts+jws',
    signer: other,
    beside = [],
  }: {
    readonly payload?: (statement: DraftsStatement) => unknown;
    readonly typ?: JwsType;
    readonly signer?: (own: SigningKey) => SigningKey;
    readonly beside?: readonly { readonly name: string; readonly data: Uint8Array }[];
  },
): Promise<string> {
  const { unit, series } = identityOf(from.office);
  const [to] = listPaired(storeOf(from.office));
  const recipient = to?.recipient ?? '';
  const forms = [{ code: 'B01', version: 1 }];
  const data = granted(writeCells([cell], { period: august2022, forms }));
  const statement = draftsStatementShape.parse({
    ...{ v: 1, type: 'sct.drafts', period: august2022, forms, catalogue: 1, seq: 8 },
    ...{ from: { unit, series }, to: { unit, recipients: [recipient] } },
    ...{ created: from.office.clock.now(), app: '0.0.0-test' },
    files: [{ path: CELLS_PATH, bytes: data.length, sha256: sha256Hex(data) }],
  });
  const signed = await withOfficeKeys(from.office, password, ({ signer }) => {
    const by = other?.(signer) ?? signer;
    return Promise.resolve(ok(signJws(payload?.(statement) ?? statement, typ, [by]).bytes));
  });
  const archive = rawZip([
    { name: 'statement.jws', data: granted(signed) },
    { name: CELLS_PATH, data },
    ...beside,
  ]);
  const path = join(newFolder('odd'), 'SCT1_300_300_2022-08_000008_12345678.age');
  writeFileSync(path, granted(await encryptFor(archive, [recipient])));
  return path;
}

async function expectRefused(office: TestOffice, path: string, code: string): Promise<void> {
  const before = storeContents(office);
  expect(await refusedPreview(office, path)).toBe(code);
  expect(storeContents(office)).toBe(before);
  expect(isRefusalCode(code)).toBe(true);
}

describe('drafts', () => {
  it('as the other computer makes them open: the forger makes no mistake of its own', async () => {
    const [first, second] = await pairedDesks();
    expect((await preview(second, await forge(first, {}))).cells).toHaveLength(1);
  });

  it('that were altered, cut or are something else are refused as what they are', async () => {
    const [first, second] = await pairedDesks();
    await type(first, 'B01', [{ row: 'HI_COVERAGE', column: 'numerator', typed: '1' }]);
    const path = await send(first, 'B01');
    const content = readFileSync(path);
    const broken = (name: string, bytes: Uint8Array) => {
      const file = join(newFolder(name), basename(path));
      writeFileSync(file, bytes);
      return file;
    };
    const altered = Uint8Array.from(content);
    altered[content.length - 40] = (altered[content.length - 40] ?? 0) ^ 1;
    await expectRefused(second, broken('altered', altered), 'bundle-altered');
    await expectRefused(second, broken('cut', content.subarray(0, 300)), 'bundle-cut');
    await expectRefused(second, broken('text', Buffer.from('B01;1')), 'not-a-bundle');
    const wrong = { file: second.pick(path), password: 'khong-phai-mat-khau' };
    expect(await second.refusal('drafts.preview', wrong)).toBe('password-wrong');
  });

  it('B27 signed by somebody else, as something else, or with more inside, are refused', async () => {
    const [first, second] = await pairedDesks();
    expect((await preview(second, await forgeOddly(first, {}))).cells).toHaveLength(1);
    const stranger = signingKeyFromSeed(generateSigningSeed());
    const odd: readonly (readonly [string, Parameters<typeof forgeOddly>[1]])[] = [
      ['drafts-not-paired', { signer: () => stranger }],
      ['signature-invalid', { signer: ({ kid }) => ({ ...stranger, kid }) }],
      ['statement-malformed', { typ: 'sct-bundle+jws' }],
      ['statement-malformed', { typ: 'sct-receipt+jws' }],
      ['statement-malformed', { typ: 'sct-catalogue+jws' }],
      ['statement-of-other-kind', { typ: 'sct-act+jws' }],
      ['statement-of-other-kind', { typ: 'sct-enrol+jws' }],
      ['statement-malformed', { payload: (statement) => ({ ...statement, approved: null }) }],
      ['bundle-newer-than-program', { payload: (statement) => ({ ...statement, v: 9 }) }],
      [
        'contents-differ-from-statement',
        { beside: [{ name: 'data/observations.csv', data: utf8('x') }] },
      ],
    ];
    for (const [code, forgery] of odd) {
      await expectRefused(second, await forgeOddly(first, forgery), code);
    }
  });

  it('for another key of the unit, or for the first one itself, do not open', async () => {
    const [first, second] = await pairedDesks();
    const { unit } = identityOf(first.office);
    const [own] = listPaired(storeOf(second.office));
    const path = await forge(first, { to: { unit, recipients: [own?.recipient ?? ''] } });
    await expectRefused(second, path, 'not-addressed-to-this-key');
    await expectRefused(first, path, 'drafts-not-paired');
  });

  it('of another unit are not opened, though its computer were paired', async () => {
    const [first, second] = await pairedDesks();
    const away = unitCode('299');
    const [to] = listPaired(storeOf(first.office));
    const path = await forge(first, {
      from: { unit: away, series: identityOf(first.office).series },
      to: { unit: away, recipients: [to?.recipient ?? ''] },
    });
    await expectRefused(second, path, 'drafts-not-paired');
    const cells = await forge(first, {}, [{ ...cell, refArea: '299' }]);
    await expectRefused(second, cells, 'data-of-other-unit');
  });

  it('of a series that came after pairing ask for pairing anew', async () => {
    const [first, second] = await pairedDesks();
    const { unit } = identityOf(first.office);
    const path = await forge(first, { from: { unit, series: newSeries() } });
    await expectRefused(second, path, 'drafts-other-series');
    const told = describeRefusal({ code: 'drafts-other-series', facts: { name: 'X' } }, 'vi');
    expect(told.text).toContain('“X”');
  });

  it('by a newer catalogue, or of a period that there is not, wait', async () => {
    const [first, second] = await pairedDesks();
    await expectRefused(second, await forge(first, { catalogue: 900 }), 'catalogue-newer');
    const period = '2031-08' as DraftsFacts['period']; // the shape of a period, and none of the plan
    const path = await forge(first, { period }, [{ ...cell, timePeriod: period }]);
    await expectRefused(second, path, 'period-unknown');
    bringAlong(first, laterCatalogue());
    await type(first, 'B01', [{ row: 'HI_COVERAGE', column: 'numerator', typed: '1' }]);
    await expectRefused(second, await send(first, 'B01'), 'catalogue-newer');
  });

  it('with cells that nobody may fill here are shown, and those are not to be had', async () => {
    const [first, second] = await pairedDesks();
    const path = await forge(
      first,
      {
        forms: [
          { code: 'B01', version: 1 },
          { code: 'ZZ', version: 1 },
        ],
      },
      [cell, { ...cell, row: 'NO_SUCH_ROW' }, { ...cell, column: 'rate' }, { ...cell, form: 'ZZ' }],
    );
    const { statement, cells } = await preview(second, path);
    expect(cells.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['new', null],
      ['refused', 'row-unknown'],
      ['refused', 'cell-not-yours'],
      ['refused', 'form-unknown'],
    ]);
    const accepted = cells.map(({ form, row, column, before, after }) => ({
      form,
      row,
      column,
      before,
      after,
    }));
    expect(await second.must('drafts.take', { statement, accepted })).toMatchObject({
      recorded: 1,
      overtaken: 3,
    });
  });

  it('are no report: the province takes none, and they are no receipt either', async () => {
    const { district, province, stick } = await pair();
    const second = await setUpOffice(newFolder('second'), 'district', '300');
    await pairWith(district, second);
    second.close();
    await type(district, 'B01', [{ row: 'HI_COVERAGE', column: 'numerator', typed: '1' }]);
    const path = await send(district, 'B01');
    writeFileSync(join(stick, basename(path)), readFileSync(path));
    const before = storeContents(province);
    expect(await receive(province, stick)).toMatchObject([
      { outcome: 'refused', refusal: { code: 'not-addressed-to-this-key' } },
    ]);
    expect(storeContents(province)).toBe(before);
    const here = storeContents(district);
    expect(await takenFrom(district, stick)).toMatchObject([
      { outcome: 'skipped', refusal: { code: 'own-drafts' } },
    ]);
    expect(storeContents(district)).toBe(here);
  });

  it('are nothing that a receipt or a report may stand in for', async () => {
    const { district, province, stick } = await pair('approved');
    const report = await sealTo(district, stick);
    const [received] = await receive(province, stick);
    await expectRefused(district, report, 'drafts-not-paired');
    const receipt = join(stick, received?.receiptFileName ?? '');
    await expectRefused(district, receipt, 'drafts-not-paired');
  });
});
