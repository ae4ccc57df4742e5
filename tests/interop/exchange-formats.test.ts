import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { Ajv } from 'ajv';
import Papa from 'papaparse';
import { describe, expect, it, onTestFinished } from 'vitest';

import { formatOf } from '../../electron/exchange-formats/formats.ts';
import type { ExchangePeriod } from '../../electron/exchange-formats/period-model.ts';
import type { ExportFormat } from '#shared/domain/export-format.ts';
import { figure, number, samplePeriod, troublesome } from '../electron/exchange-formats/samples.ts';
import { periodCode, temporaryFolder } from '../helpers/world.ts';
import { dataPackageRules } from './exchange-rules/data-package-rules.ts';
import { dataValueSetRules } from './exchange-rules/data-value-set-rules.ts';
import { sdmxCsvFaults } from './exchange-rules/sdmx-csv-rules.ts';

const run = promisify(execFile);
const longest = 120_000;
const rules = new URL('exchange-rules/adx-rules.xsd', import.meta.url).pathname;
const newFolder = (): string => temporaryFolder('exchange', onTestFinished);

/** The sample with a row for each text that makes trouble, as a name and as a note. */
const troubled: ExchangePeriod = {
  ...samplePeriod,
  isSample: false,
  rows: [
    ...samplePeriod.rows,
    ...troublesome.map((text, at) => ({
      indicator: `TROUBLE_${at}`,
      ordinal: String(at),
      group: 'Chữ khó',
      name: text,
      unitOfMeasure: '%',
      decimals: 1,
      target: null,
      difference: null,
      verdict: null,
      coverage: null,
      share: null,
      isOfProvince: false,
      total: number('-1.5', { comment: text }),
      units: [number('2', { comment: text }), figure({ kind: 'nil' }), figure({})],
    })),
  ],
};

async function written(format: ExportFormat, model: ExchangePeriod): Promise<string> {
  const path = join(newFolder(), `tep${formatOf(format).ending}`);
  writeFileSync(path, await formatOf(format).write(model));
  return path;
}

describe('ADX', () => {
  const judge = (path: string): string => {
    try {
      execFileSync('xmllint', ['--noout', '--nonet', '--schema', rules, path], { stdio: 'pipe' });
      return 'valid';
    } catch (fault) {
      return fault instanceof Error && 'stderr' in fault ? String(fault.stderr) : 'unknown';
    }
  };

  it('follows the rules of its schema, by xmllint', async () => {
    expect(judge(await written('adx', troubled))).toBe('valid');
    const plan = { ...troubled, period: periodCode('2022-KH') };
    expect(judge(await written('adx', plan))).toBe('valid');
  });

  it.each([
    ['the namespace of the draft', 'urn:ihe:qrph:adx:2015', 'http://ihe.net/quality/schema/adx'],
    ['no time of export', / exported="[^"]*"/, ''],
    ['a period of SDMX', '2022-08-01/P1M', '2022-08'],
    ['a sign in place of a number', 'value="90.5"', 'value="..."'],
  ])('is refused by the same rules with %s', async (_, from, to) => {
    const path = await written('adx', samplePeriod);
    const xml = readFileSync(path, 'utf8');
    const changed = xml.replace(from, to);
    expect(changed).not.toBe(xml);
    writeFileSync(path, changed);
    expect(judge(path)).toMatch(/error/);
  });

  it('puts no word where DHIS2 would take it for a value or a category', async () => {
    const xml = readFileSync(await written('adx', troubled), 'utf8');
    expect(xml).not.toContain('annotation');
    const names = [...xml.matchAll(/ ([\w:]+)="/g)].map(([, name]) => name);
    expect(new Set(names)).toEqual(
      new Set([
        'version',
        'encoding',
        'xmlns',
        'exported',
        'orgUnit',
        'period',
        'dataSet',
        'dataElement',
        'value',
        'comment',
      ]),
    );
  });
});

describe('JSON', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });

  it('DHIS2 follows the rules of a data value set, by ajv', async () => {
    const isSet = ajv.compile(dataValueSetRules);
    for (const period of ['2022-08', '2022-KH']) {
      const model = { ...troubled, period: periodCode(period) };
      const set: unknown = JSON.parse(readFileSync(await written('dhis2', model), 'utf8'));
      isSet(set);
      expect(isSet.errors).toBeNull();
    }
    expect(
      isSet({ dataValues: [{ dataElement: 'A', period: '2022', orgUnit: '30', value: '...' }] }),
    ).toBe(false);
  });

  it('the data package follows the rules of its profile, by ajv, and its digests are those of sha256sum', async () => {
    const isPackage = ajv.compile(dataPackageRules);
    const folder = newFolder();
    execFileSync('unzip', ['-q', await written('data-package', troubled), '-d', folder]);
    const description: unknown = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8'));
    isPackage(description);
    expect(isPackage.errors).toBeNull();
    const { resources } = description as { resources: { path: string; hash: string }[] }; // judged above
    for (const { path, hash } of resources) {
      const sum = execFileSync('sha256sum', [join(folder, path)])
        .toString()
        .slice(0, 64);
      expect(hash).toBe(`sha256:${sum}`);
    }
    expect(isPackage({ resources: [] })).toBe(false);
  });
});

describe('SDMX-CSV 2.0', () => {
  const structure = {
    dimensions: ['FREQ', 'REF_AREA', 'INDICATOR', 'TIME_PERIOD'],
    measures: ['OBS_VALUE'],
    attributes: [
      'FIGURE',
      'NUMERATOR',
      'DENOMINATOR',
      'OBS_STATUS',
      'TARGET',
      'TARGET_COMPARISON',
      'TARGET_HORIZON',
      'TARGET_MET',
      'DIFFERENCE',
      'UNITS_COUNTED',
      'UNITS_EXPECTED',
      'COMMENT',
      'UNIT_MEASURE',
      'DECIMALS',
    ],
  };

  it('follows the field guide', async () => {
    for (const period of ['2022-08', '2022-KH']) {
      const model = { ...troubled, period: periodCode(period) };
      const text = readFileSync(await written('sdmx-csv', model), 'utf8');
      expect(text.startsWith('STRUCTURE,')).toBe(true);
      const { data, errors } = Papa.parse<string[]>(text.trimEnd(), { delimiter: ',' });
      expect(errors).toEqual([]);
      expect(sdmxCsvFaults(data, structure)).toEqual([]);
    }
  });

  it('is judged by rules that see a fault', () => {
    const header = [
      'STRUCTURE',
      'STRUCTURE_ID',
      'ACTION',
      ...structure.dimensions,
      ...structure.measures,
      ...structure.attributes,
    ];
    const good = [
      'dataflow',
      'A.B:C(1.0.0)',
      'R',
      'M',
      '30',
      'X',
      '2022-08',
      '1.5',
      ...structure.attributes.map(() => ''),
    ];
    expect(sdmxCsvFaults([header, good], structure)).toEqual([]);
    expect(sdmxCsvFaults([header, good, good], structure)).toEqual(['line 3: key twice']);
    const bad = good.map((cell, at) => (at === 2 ? 'U' : at === 7 ? '-' : cell));
    expect(sdmxCsvFaults([header, bad], structure)).toEqual([
      'line 2: ACTION',
      'line 2: OBS_VALUE',
    ]);
  });
});

describe('spreadsheets in LibreOffice', () => {
  /** What Calc makes of a file: its first sheet, all cells as shown, tab between them. */
  async function shownByCalc(path: string, filter: string | null): Promise<readonly string[][]> {
    const folder = newFolder();
    const profile = join(folder, 'profile');
    mkdirSync(profile);
    // Tab, quotes, UTF-8, as shown; formulas would be saved as their results.
    await run('soffice', [
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      '--headless',
      ...(filter === null ? [] : [`--infilter=${filter}`]),
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,1',
      '--outdir',
      folder,
      path,
    ]);
    const name = readdirSync(folder).find((one) => one.endsWith('.csv'));
    const text = readFileSync(join(folder, name ?? ''), 'utf8').replace('\uFEFF', '');
    return Papa.parse<string[]>(text, { delimiter: '\t', skipEmptyLines: true }).data;
  }

  it(
    'D173 shows every text of the workbook as it was written, numbers as numbers',
    async () => {
      const shown = (await shownByCalc(await written('xlsx', troubled), null)).flat();
      for (const text of troublesome) expect(shown).toContain(text);
      expect(shown).toContain('...');
      expect(shown).toContain('-');
      expect(shown).toContain('chưa gửi');
      expect(shown).toContain('Đơn vị chưa gửi (1/3): Huyện Nam Sách.');
      expect(shown.filter((text) => text === '-1.5')).toHaveLength(troublesome.length);
      expect(shown).toContain('90.5');
      expect(shown.filter((text) => /^(Err:|#)/.test(text))).toEqual([]);
    },
    longest,
  );

  it(
    'D173 calculates nothing in the CSV for Excel, and reads its decimal commas on a Vietnamese system',
    async () => {
      // Semicolon, quotes, UTF-8, from line 1, language 1066 (vi-VN), numbers recognised.
      const filter = 'Text - txt - csv (StarCalc):59,34,76,1,,1066,false,true';
      const path = await written('csv-excel', troubled);
      const [head = [], ...rows] = await shownByCalc(path, filter);
      expect(head.slice(0, 4)).toEqual(['STT', 'Nhóm', 'Mã chỉ tiêu', 'Chỉ tiêu']);
      const byCode = new Map(rows.map((cells) => [cells[2], cells]));
      const note = head.indexOf('Ghi chú');
      for (const [at, text] of troublesome.entries()) {
        const cell = byCode.get(`TROUBLE_${at}`)?.[note] ?? '';
        // The guard in front of what is risky is shown or taken away, never anything calculated.
        const guarded = [text, `'${text}`, text.replaceAll('1.234,5', '1234.5')];
        if (!/^\d/.test(text)) expect(guarded).toContain(cell);
      }
      expect(byCode.get('HI_COVERAGE')?.[5]).toMatch(/^90[.,]5$/);
      expect(rows.flat().filter((text) => /^(Err:|#)/.test(text))).toEqual([]);
    },
    longest,
  );
});
