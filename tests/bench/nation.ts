import { join } from 'node:path';

import { sha256Hex, utf8 } from '#shared/bundle/bytes.ts';
import { builtInCatalogue } from '#shared/catalogue/built-in.ts';
import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { searchKey } from '#shared/text/fold.ts';
import { viewConsolidation } from '../../electron/service/consolidation.ts';
import { storeOf } from '../../electron/service/office.ts';
import { write } from '../../electron/storage/handle.ts';
import type { ReadHandle } from '../../electron/storage/handle.ts';
import { insertCatalogue } from '../../electron/storage/catalogues.ts';
import { insertReceivedCells } from '../../electron/storage/received-cells.ts';
import { insertReceived } from '../../electron/storage/received-sheets.ts';
import type { ReceivedBundle } from '../../electron/storage/received-sheets.ts';
import { periodCode, setUpOffice } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';
import { compare, interleave, timed } from './rounds.ts';
import type { Comparison } from './rounds.ts';

const communesOfDistrict = 15;
const indicators = builtInCatalogue.indicators.map(({ code }) => code as string);

/** How large the nation is; the small one is for trying. */
type Size = { readonly districts: number; readonly periods: number };
const nation: Size = { districts: 700, periods: 28 };
const smallNation: Size = { districts: 70, periods: 4 };

/**
 * A nation in one store: the consolidated table of one period against the same aggregate in raw SQL
 * over the same store, and what one more period costs against its own raw rows.
 */
export async function benchNation(
  folder: string,
  isSmall: boolean,
): Promise<readonly Comparison[]> {
  const size = isSmall ? smallNation : nation;
  const office = await setUpOffice(join(folder, 'nation'), 'province', '30');
  const codes = Array.from({ length: size.periods + 12 }, (_, at) => codeOf(at));
  const store = storeOf(office.office);
  const started = performance.now();
  fill(office, size, codes);
  const cells = size.districts * communesOfDistrict * indicators.length * size.periods;
  const made = Math.round((performance.now() - started) / 1000);
  console.error(`bench: a nation of ${String(cells)} communes' cells, made in ${String(made)} s`);

  const last = codes[size.periods - 1] ?? '';
  // The catalogue is read once after opening.
  tableOf(office, last);
  const table = compare(
    {
      what: `Table of a period, ${String(size.districts)} districts`,
      unit: 'ms',
      aim: 1.3,
      note: `one period of ${String(size.periods)}, ${String(cells)} cells in the store; raw SQL sums exactly, and knows neither targets, coverage nor units`,
    },
    await interleave(
      15,
      () => timed(() => tableOf(office, last)),
      () => timed(() => rawTable(store, last)),
    ),
  );
  let at = size.periods;
  const more = compare(
    {
      what: 'One more period: its rows and its table',
      unit: 'ms',
      aim: 1.3,
      note: 'one transaction for each bundle on both sides',
    },
    await interleave(
      3,
      () => {
        const code = codes[(at += 1)] ?? '';
        return timed(() => {
          for (let unit = 0; unit < size.districts; unit += 1) receiveOurs(store, unit, code);
          tableOf(office, code);
        });
      },
      () => {
        const code = codes[(at += 1)] ?? '';
        return timed(() => {
          const insert = rawInserts(store);
          for (let unit = 0; unit < size.districts; unit += 1) {
            store.transaction(() => {
              insert(unit, code);
            })();
          }
          rawTable(store, code);
        });
      },
    ),
  );
  office.close();
  return [table, more];
}

function tableOf(office: TestOffice, code: string): void {
  const view = viewConsolidation(office.office, periodCode(code), 0);
  if (!view.ok || view.value.rows.length !== indicators.length) throw new Error('no table');
}

const current = `SELECT id FROM (
    SELECT id, ROW_NUMBER() OVER (
      PARTITION BY unit_code ORDER BY position DESC, revision DESC, sequence DESC
    ) AS place
    FROM received_bundle JOIN enrolled_series USING (unit_code, series)
    WHERE period_code = ?
  ) WHERE place = 1`;
const isNumber = (column: string) => `${column} NOT IN ('', '-', '...')`;
const digits = (column: string) =>
  `iif(instr(${column}, '.'), length(${column}) - instr(${column}, '.'), 0)`;
const mantissa = (column: string) => `SUM(CAST(replace(${column}, '.', '') AS INTEGER))`;

/** The exact sums of a period in one statement, as whole numbers by their digits; nothing else. */
function rawTable(store: ReadHandle, code: string): void {
  const rows = store
    .prepare(
      `SELECT indicator_code, ${digits('numerator')}, ${digits('denominator')},
         ${mantissa('numerator')}, ${mantissa('denominator')}, COUNT(*), MIN(status)
       FROM received_observation WHERE bundle_id IN (${current})
         AND ${isNumber('numerator')} AND ${isNumber('denominator')}
       GROUP BY 1, 2, 3`,
    )
    .all(code);
  if (rows.length < indicators.length) throw new Error('no raw table');
}

/** 2022-08, 2022-09 and so on. */
function codeOf(at: number): string {
  const month = 7 + at;
  return `${String(2022 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;
}

const unitCode = (at: number): string => String(200 + at);
const communeCode = (unit: number, at: number): string =>
  String(10_000 + unit * communesOfDistrict + at);

function fill(office: TestOffice, { districts, periods }: Size, codes: readonly string[]): void {
  const store = storeOf(office.office);
  write(store, (handle) => {
    const catalogue = nationCatalogue(districts, codes);
    insertCatalogue(
      handle,
      catalogue.version,
      JSON.stringify(catalogue),
      office.office.clock.now(),
    );
  });
  office.office.catalogue = null;
  store.transaction(() => {
    const series = store.prepare('INSERT INTO enrolled_series VALUES (?, ?, ?, 1)');
    for (let unit = 0; unit < districts; unit += 1) series.run(unitCode(unit), 's', '');
  })();
  const insert = rawInserts(store);
  for (const code of codes.slice(0, periods)) {
    store.transaction(() => {
      for (let unit = 0; unit < districts; unit += 1) insert(unit, code);
    })();
  }
}

/** Plain inserts of all that a bundle leaves in the store, its receipt and its sealing among it. */
function rawInserts(store: ReadHandle): (unit: number, period: string) => void {
  const bundle = store.prepare(
    `INSERT INTO received_bundle VALUES (NULL, ?, 's', ?, ?, 1, 'goi.age', '', ?, '', 'ai', ?, NULL)`,
  );
  const content = store.prepare(`INSERT INTO received_bundle_content VALUES (?, x'00')`);
  const observation = store.prepare(
    'INSERT INTO received_observation VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const cell = store.prepare(`INSERT INTO received_cell VALUES (?, 'B04', ?, ?, ?)`);
  const sealing = store.prepare('INSERT INTO received_sealing VALUES (?, ?, 1, NULL, 1)');
  const receipt = store.prepare(
    `INSERT INTO issued_receipt (sequence, bundle_id, answered_statement, outcome, remarks, file_name,
       answered_by, answered_at, content) VALUES (?, ?, ?, 'accepted', '[]', '', 'ai', ?, x'00')`,
  );
  return (unit, period) => {
    const one = bundleOf(unit, period);
    const row = [one.unit, one.sequence, period, one.statementSha256, one.receivedAt];
    const id = Number(bundle.run(...row).lastInsertRowid);
    content.run(id);
    for (const { indicator, numerator, denominator, value, status } of observationsOf(
      unit,
      period,
    )) {
      observation.run(id, indicator, numerator, denominator, value, status, '');
    }
    for (const { row, column, value } of cellsOf(unit)) cell.run(id, row, column, value);
    sealing.run(id, one.receivedAt);
    receipt.run(id, id, one.statementSha256, one.receivedAt);
  };
}

/** The same rows as the program keeps them when it takes a bundle in. */
function receiveOurs(store: ReadHandle, unit: number, period: string): void {
  write(store, (handle) => {
    const id = insertReceived(
      handle,
      bundleOf(unit, period),
      new Uint8Array(1),
      observationsOf(unit, period),
    );
    insertReceivedCells(handle, id, cellsOf(unit));
    store
      .prepare('INSERT INTO received_sealing VALUES (?, ?, 1, NULL, 1)')
      .run(id, '2022-08-20T01:00:00.000Z');
    store
      .prepare(
        `INSERT INTO issued_receipt (sequence, bundle_id, answered_statement, outcome, remarks,
           file_name, answered_by, answered_at, content)
         VALUES (?, ?, '', 'accepted', '[]', '', 'ai', '', x'00')`,
      )
      .run(id, id);
  });
}

function bundleOf(unit: number, period: string): Omit<ReceivedBundle, 'id'> {
  return {
    unit: unitCode(unit) as ReceivedBundle['unit'],
    series: 's' as ReceivedBundle['series'],
    sequence: Number(period.replace('-', '')) - 202_200,
    period: periodCode(period),
    revision: 1,
    fileName: 'goi.age',
    fileSha256: '',
    statementSha256: sha256Hex(utf8(`${String(unit)} ${period}`)),
    prev: null,
    auditHead: '',
    receivedBy: 'ai',
    receivedAt: `${period}-20T01:00:00.000Z` as ReceivedBundle['receivedAt'],
  };
}

/** One in a hundred says "...", and every third amount has decimals, as real ones do. */
function observationsOf(unit: number, period: string) {
  const salt = Number(period.slice(5)) + unit * 7;
  return indicators.map((indicator, at) => {
    const isMissing = (salt + at * 13) % 100 === 0;
    const numerator = String(1000 + ((salt * 31 + at * 17) % 9000));
    const denominator = String(20_000 + ((salt * 37 + at) % 5000)) + (at % 3 === 0 ? '.5' : '');
    return {
      indicator,
      numerator: isMissing ? '...' : numerator,
      denominator,
      value: isMissing ? '...' : '12.5',
      status: isMissing ? '' : 'provisional',
      note: '',
    };
  });
}

function cellsOf(unit: number) {
  return Array.from({ length: communesOfDistrict }, (_, at) => communeCode(unit, at)).flatMap(
    (row) =>
      indicators.map((indicator) => ({
        form: 'B04',
        row,
        column: `${indicator}.numerator`,
        value: '1234',
      })),
  );
}

/** The built-in plan for a nation: its indicators and forms, with units and periods of its own. */
function nationCatalogue(districts: number, codes: readonly string[]): Catalogue {
  const [province] = builtInCatalogue.units.filter(({ level }) => level === 'province');
  const [report] = builtInCatalogue.periods.filter(({ kind }) => kind === 'report');
  if (province === undefined || report === undefined) throw new Error('The plan has both.');
  const unit = (level: 'district' | 'commune', code: string, parent: string) => {
    const name = `Đơn vị ${code}`;
    return {
      ...province,
      code,
      parent,
      level,
      name,
      nameWithType: name,
      searchKey: searchKey(name),
    };
  };
  const places = Array.from({ length: districts }, (_, at) => at).flatMap((at) => [
    unit('district', unitCode(at), '30'),
    ...Array.from({ length: communesOfDistrict }, (__, commune) =>
      unit('commune', communeCode(at, commune), unitCode(at)),
    ),
  ]);
  return {
    ...builtInCatalogue,
    version: builtInCatalogue.version + 1,
    units: [province, ...(places as unknown as Catalogue['units'])], // codes are plain texts here
    periods: [
      ...builtInCatalogue.periods.filter(({ kind }) => kind === 'plan'),
      ...codes.map((code) => ({
        ...report,
        code: periodCode(code),
        id: code,
        year: Number(code.slice(0, 4)),
        cutOff: null,
        deadline: {
          ...report.deadline,
          before: `${code}-27` as typeof report.deadline.before,
          lastCompliantDay: `${code}-26` as typeof report.deadline.before,
          lastWorkingDay: null,
        },
      })),
    ],
  };
}
