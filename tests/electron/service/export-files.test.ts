import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';

import { writeFormat } from '../../../electron/service/export-files.ts';
import { exchangePeriod } from '../../../electron/service/export-model.ts';
import { dataValuesOf } from '../../../electron/exchange-formats/data-values.ts';
import { linesOf } from '../../../electron/exchange-formats/period-model.ts';
import type { ExchangePeriod } from '../../../electron/exchange-formats/period-model.ts';
import { readDhis2Json } from '../../../electron/exchange-formats/dhis2-json.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { exportFormats } from '#shared/domain/export-format.ts';
import { samplePeriod } from '../exchange-formats/samples.ts';
import { lockDisk, smallDisk } from '../../helpers/disk.ts';
import { approve, fillSheet, sealTo, setUpPair } from '../../helpers/exchange.ts';
import { record } from '../../helpers/sheets.ts';
import { august2022, password, periodCode, temporaryFolder } from '../../helpers/world.ts';
import type { TestOffice } from '../../helpers/world.ts';

const period = august2022;
const ends: (() => void)[] = [];
let province: TestOffice;
let district: TestOffice;

beforeAll(async () => {
  const folder = temporaryFolder('export', (work) => ends.push(work));
  const stick = temporaryFolder('export-stick', (work) => ends.push(work));
  ({ province, district } = await setUpPair(folder, stick));
  await fillSheet(district);
  await record(district, period, 'HI_COVERAGE', 'note', '=1+1; "Số của BHXH"\n- đợt 2');
  await approve(district);
  await sealTo(district, stick);
  await province.must('bundle.receive', { place: province.pick(stick), password });
});

afterAll(() => {
  province.close();
  district.close();
  for (const end of ends) end();
});

const newFolder = (): string => temporaryFolder('export-out', onTestFinished);

describe('exporting what was consolidated', () => {
  it('D172 writes every format, and says of each what lies in the folder', async () => {
    const folder = newFolder();
    const files = await province.must('consolidation.export', {
      period,
      folder: province.pick(folder),
      formats: [...exportFormats],
    });
    expect(files.map(({ refusal }) => refusal)).toEqual(exportFormats.map(() => null));
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'tong-hop_30_2022-08.xlsx',
      'tong-hop_30_2022-08_excel.csv',
      'tong-hop_30_2022-08.csv',
      'tong-hop_30_2022-08_sdmx.csv',
      'tong-hop_30_2022-08_adx.xml',
      'tong-hop_30_2022-08_dhis2.json',
      'tong-hop_30_2022-08_datapackage.zip',
    ]);
    expect(readdirSync(folder).sort()).toEqual(files.map(({ fileName }) => fileName).sort());
    for (const { fileName, bytes, sha256 } of files) {
      const content = readFileSync(join(folder, fileName ?? ''));
      expect([content.length, sha256Hex(content)]).toEqual([bytes, sha256]);
    }
  });

  it('has the figures of the screen, and where they come from', async () => {
    const view = await province.must('consolidation.view', { period });
    const model = exchangePeriod(province.office, period);
    if (!model.ok) throw new Error(model.refusal.code);
    const { rows, units, isSample } = model.value;
    expect(rows.map(({ total }) => total.number)).toEqual(
      view.rows.map(({ total }) => total.number),
    );
    expect(rows.map(({ verdict }) => verdict)).toEqual(view.rows.map(({ verdict }) => verdict));
    expect(units).toHaveLength(12);
    expect(units.filter(({ source }) => source !== null)).toEqual([
      expect.objectContaining({
        code: '300',
        source: expect.objectContaining({ revision: 1, sequence: 1, arrival: 'on-time' }),
      }),
    ]);
    expect(isSample).toBe(true);
  });

  it('is Vietnamese whatever the language of the screen is', async () => {
    const before = exchangePeriod(province.office, period);
    await province.must('session.setLanguage', { language: 'en' });
    const after = exchangePeriod(province.office, period);
    await province.must('session.setLanguage', { language: 'vi' });
    const words = ({ rows, units, area }: ExchangePeriod) => ({ rows, units, area });
    if (!before.ok || !after.ok) throw new Error('The period is known.');
    expect(words(after.value)).toEqual(words(before.value));
  });

  it('has the amounts that a total of the province is made of', async () => {
    const view = await province.must('consolidation.view', { period });
    const total = view.rows.find(({ row }) => row === 'HI_COVERAGE')?.total;
    const model = exchangePeriod(province.office, period);
    const values = model.ok ? dataValuesOf(model.value) : [];
    const amounts = ['HI_COVERAGE.NUM', 'HI_COVERAGE.DEN'].map(
      (element) => values.find((one) => one.area === '30' && one.element === element)?.value,
    );
    expect(total?.numerator).not.toBeNull();
    expect(amounts).toEqual([total?.numerator, total?.denominator]);
  });

  it('marks sample figures in every format, and each value where figures may be parted', async () => {
    const folder = newFolder();
    const formats = ['csv-excel', 'csv', 'sdmx-csv', 'adx', 'dhis2'] as const;
    const files = await province.must('consolidation.export', {
      period,
      folder: province.pick(folder),
      formats: [...formats],
    });
    const model = exchangePeriod(province.office, period);
    if (!model.ok) throw new Error(model.refusal.code);
    const lines = linesOf(model.value).length;
    const values = dataValuesOf(model.value).length;
    const marks = files.map(({ fileName }) => {
      const said = readFileSync(join(folder, fileName ?? ''), 'utf8');
      return said.match(/SỐ LIỆU MẪU, KHÔNG PHẢI SỐ LIỆU THẬT/g)?.length;
    });
    expect(marks).toEqual([model.value.rows.length, lines, lines, values, values]);
  });

  it('D171 gives DHIS2 the numbers with how firm they are, and the note as a comment', async () => {
    const folder = newFolder();
    const [file] = await province.must('consolidation.export', {
      period,
      folder: province.pick(folder),
      formats: ['dhis2'],
    });
    const content = readDhis2Json(readFileSync(join(folder, file?.fileName ?? '')));
    expect(content?.period).toBe('202208');
    const own = content?.values.filter(({ area }) => area === '300') ?? [];
    expect(own.find(({ element }) => element === 'HI_COVERAGE')).toMatchObject({
      remark: '[E] SỐ LIỆU MẪU, KHÔNG PHẢI SỐ LIỆU THẬT. =1+1; "Số của BHXH"\n- đợt 2',
      isToFollow: true,
    });
  });

  it('never writes over a file of another content', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, 'tong-hop_30_2022-08.csv'), 'của người khác');
    const [file] = await province.must('consolidation.export', {
      period,
      folder: province.pick(folder),
      formats: ['csv'],
    });
    expect(file?.fileName).toBe('tong-hop_30_2022-08-2.csv');
    expect(readFileSync(join(folder, 'tong-hop_30_2022-08.csv'), 'utf8')).toBe('của người khác');
  });

  it('says of each format why it was not written, and writes the others', async () => {
    const folder = newFolder();
    const formats = ['adx', 'csv', 'dhis2'] as const;
    const files = await province.must('consolidation.export', {
      period: periodCode('2024-04'),
      folder: province.pick(folder),
      formats: [...formats],
    });
    expect(files.map(({ format, refusal }) => [format, refusal?.code ?? null])).toEqual([
      ['adx', 'export-nothing-to-say'],
      ['csv', null],
      ['dhis2', 'export-nothing-to-say'],
    ]);
    expect(readdirSync(folder)).toEqual(['tong-hop_30_2024-04.csv']);
  });

  it('writes what still fits when the disk is full, and writes nothing that is half', async () => {
    const disk = smallDisk('16k', onTestFinished);
    if (disk === null) return;
    const files = await province.must('consolidation.export', {
      period,
      folder: province.pick(disk),
      formats: ['xlsx', 'adx'],
    });
    expect(files.map(({ format, refusal }) => [format, refusal?.code ?? null])).toEqual([
      ['xlsx', 'folder-full'],
      ['adx', null],
    ]);
    expect(readdirSync(disk)).toEqual(['tong-hop_30_2022-08_adx.xml']);
    lockDisk(disk);
    const [locked] = await province.must('consolidation.export', {
      period,
      folder: province.pick(disk),
      formats: ['dhis2'],
    });
    expect(locked?.refusal?.code).toBe('folder-read-only');
  });

  it('writes a note with U+FFFE or U+FFFF that was received before input made them blanks', async () => {
    const store = province.office.store;
    const note = store?.prepare("SELECT note FROM received_observation WHERE note <> ''").pluck();
    const before = note?.get();
    const change = store?.prepare("UPDATE received_observation SET note = ? WHERE note <> ''");
    change?.run('cũ\ufffe, \uffffđợt 2');
    onTestFinished(() => {
      change?.run(before);
    });
    const files = await province.must('consolidation.export', {
      period,
      folder: province.pick(newFolder()),
      formats: [...exportFormats],
    });
    expect(files.map(({ refusal }) => refusal)).toEqual(exportFormats.map(() => null));
    const model = exchangePeriod(province.office, period);
    const comments = model.ok
      ? model.value.rows.flatMap(({ units }) => units.map(({ comment }) => comment))
      : [];
    expect(comments).toContain('cũ ,  đợt 2');
  });

  it('D172 removes and refuses a file that does not say what was meant', async () => {
    const folder = newFolder();
    const [first, ...others] = samplePeriod.rows;
    if (first === undefined) throw new Error('The sample has rows.');
    // No way into the ledger lets this sign in; XML has no spelling for it.
    const total = { ...first.total, comment: 'chuông \u0007' };
    const model = { ...samplePeriod, rows: [{ ...first, total }, ...others] };
    const refused = await writeFormat(model, 'adx', folder, 'tep.xml');
    expect(refused.ok ? null : refused.refusal.code).toBe('export-differs');
    expect(readdirSync(folder)).toEqual([]);
    expect((await writeFormat(model, 'dhis2', folder, 'tep.json')).ok).toBe(true);
  });

  it('is for the province alone, into a folder that somebody picked', async () => {
    const folder = district.pick(newFolder());
    expect(
      await district.refusal('consolidation.export', { period, folder, formats: ['csv'] }),
    ).toBe('call-not-permitted');
    expect(
      await province.refusal('consolidation.export', { period, folder, formats: ['csv'] }),
    ).toBe('place-unknown');
    const handle = province.pick(join(newFolder(), 'gone'));
    expect(
      await province.refusal('consolidation.export', { period, folder: handle, formats: ['csv'] }),
    ).toBe('folder-missing');
  });
});
