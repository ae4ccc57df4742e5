/**
 * The data of a report: `data/observations.csv` and `data/cells.csv` (RFC 4180, UTF-8 without byte
 * order mark, CRLF), and `datapackage.json`, which tells a stranger what they mean (Frictionless Data
 * Package 2.0).
 */
import { z } from 'zod';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Refused, Result } from '#shared/kit/result.ts';
import { sha256Hex, utf8, utf8Text } from './bytes.ts';
import { canonicalJsonBytes, parseCanonicalJson } from './canonical-json.ts';
import { CELLS_PATH, CELL_COLUMNS } from './cell-record.ts';
import type { CellColumn } from './cell-record.ts';
import { csvRows, csvText } from './csv.ts';
import { OBSERVATION_COLUMNS, cellsOf, firstFault, obsStatuses, recordOf } from './observation.ts';
import type { ObservationColumn, ObservationRecord } from './observation.ts';
import { ENTRY_PATH } from './statement.ts';
import type { FileEntry, ReportFacts } from './statement.ts';

export const DATA_PACKAGE_PATH = 'datapackage.json';
export const OBSERVATIONS_PATH = 'data/observations.csv';
/** The profile that a description of ours follows. */
export const PROFILE = 'https://datapackage.org/profiles/2.0/datapackage.json';
const OBSERVATION_KEY: readonly ObservationColumn[] = ['REF_AREA', 'TIME_PERIOD', 'INDICATOR'];
const CELL_KEY: readonly CellColumn[] = ['REF_AREA', 'TIME_PERIOD', 'FORM', 'ROW', 'COLUMN'];

/**
 * Writes records as CSV in their order, which is kept. Refuses `data-malformed` {line, column} for a
 * record that breaks its rules or repeats an earlier key (area, period, indicator).
 */
export function writeObservations(
  records: readonly ObservationRecord[],
): Result<Uint8Array, 'data-malformed'> {
  const faulty = firstFaulty(records);
  if (faulty !== null) return faulty;
  return ok(utf8(csvText([OBSERVATION_COLUMNS, ...records.map(cellsOf)])));
}

/**
 * Reads what `writeObservations` writes, and nothing else: exact header, exact columns, canonical
 * spelling, and every record of the stated period. Refuses `data-malformed` {line, column}; the
 * header is line 1.
 */
export function readObservations(
  bytes: Uint8Array,
  period: string,
): Result<readonly ObservationRecord[], 'data-malformed'> {
  const text = utf8Text(bytes);
  const rows = text === null ? null : csvRows(text);
  if (rows === null) return malformed(1, OBSERVATIONS_PATH);
  const [header = [], ...body] = rows;
  if (header.join() !== OBSERVATION_COLUMNS.join()) return malformed(1, 'header');
  const short = body.findIndex((cells) => cells.length !== OBSERVATION_COLUMNS.length);
  if (short >= 0) return malformed(short + 2, 'columns');
  const records = body.map(recordOf);
  const faulty = firstFaulty(records);
  if (faulty !== null) return faulty;
  const foreign = records.findIndex(({ timePeriod }) => timePeriod !== period);
  return foreign >= 0 ? malformed(foreign + 2, 'TIME_PERIOD') : ok(records);
}

/** Writes `datapackage.json` for the two tables of a report. */
export function writeDataPackage(
  report: Pick<ReportFacts, 'from' | 'period' | 'revision' | 'seq' | 'created'> & {
    readonly observations: Uint8Array;
    readonly cells: Uint8Array;
  },
): Uint8Array {
  const { from, period } = report;
  return canonicalJsonBytes({
    $schema: PROFILE,
    name: `report-${from.unit}-${period.toLowerCase()}`,
    title: `Báo cáo kỳ ${period}, đơn vị ${from.unit}`,
    created: report.created,
    version: `${String(report.revision)}.0.${String(report.seq)}`,
    resources: [
      describeTable('observations', OBSERVATIONS_PATH, report.observations, {
        fields: OBSERVATION_COLUMNS.map(describeObservationColumn),
        missingValues: [''],
        primaryKey: OBSERVATION_KEY,
      }),
      describeTable('cells', CELLS_PATH, report.cells, {
        fields: CELL_COLUMNS.map((name) => ({
          name,
          title: CELL_TITLES[name],
          type: 'string',
          constraints: { required: true },
        })),
        missingValues: [''],
        primaryKey: CELL_KEY,
      }),
    ],
  });
}

/** How `datapackage.json` describes one CSV of ours: where it is, its digest, and what it holds. */
export function describeTable(
  name: string,
  path: string,
  bytes: Uint8Array,
  schema: { readonly [key: string]: unknown },
) {
  return {
    name,
    path,
    type: 'table',
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: bytes.length,
    hash: `sha256:${sha256Hex(bytes)}`,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', header: true },
    schema,
  };
}

const OBSERVATION_TITLES: Readonly<Record<ObservationColumn, string>> = {
  REF_AREA: 'Mã đơn vị',
  TIME_PERIOD: 'Kỳ báo cáo',
  INDICATOR: 'Mã chỉ tiêu',
  NUMERATOR: 'Tử số',
  DENOMINATOR: 'Mẫu số',
  OBS_VALUE: 'Số liệu; "-" là không phát sinh, "..." là chưa có số liệu',
  OBS_STATUS: 'Trạng thái (SDMX CL_OBS_STATUS)',
  COMMENT: 'Ghi chú',
};

const CELL_TITLES: Readonly<Record<CellColumn, string>> = {
  REF_AREA: 'Mã đơn vị',
  TIME_PERIOD: 'Kỳ báo cáo',
  FORM: 'Mã biểu',
  ROW: 'Mã dòng',
  COLUMN: 'Mã cột; "why." đứng đầu là giải trình',
  VALUE: 'Nội dung ô; "-" là không phát sinh, "..." là chưa có số liệu',
};

function describeObservationColumn(name: ObservationColumn) {
  const base = { name, title: OBSERVATION_TITLES[name], type: 'string' };
  if (name === 'OBS_STATUS') return { ...base, constraints: { enum: obsStatuses } };
  return OBSERVATION_KEY.includes(name) ? { ...base, constraints: { required: true } } : base;
}

/** What of the description is held against the signed list. A path is never a URL. */
const dataPackageShape = z.looseObject({
  resources: z
    .array(
      z.looseObject({
        path: z.string().regex(ENTRY_PATH),
        bytes: z.number(),
        hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      }),
    )
    .min(1)
    .max(100),
});

/**
 * Checks that `datapackage.json` describes entries of the signed list, every table among them, with
 * their sizes and digests. Refuses `data-malformed` {line, column}.
 */
export function checkDataPackage(
  bytes: Uint8Array | undefined,
  files: readonly FileEntry[],
): Result<null, 'data-malformed'> {
  const json = bytes === undefined ? null : parseCanonicalJson(bytes);
  if (json?.ok !== true) return malformed(1, DATA_PACKAGE_PATH);
  const described = dataPackageShape.safeParse(json.value);
  if (!described.success) return malformed(1, DATA_PACKAGE_PATH);
  const { resources } = described.data;
  const agrees = resources.every((resource) => {
    const file = files.find(({ path }) => path === resource.path);
    return file?.bytes === resource.bytes && resource.hash === `sha256:${file.sha256}`;
  });
  const tables = files.filter(({ path }) => path.startsWith('data/'));
  const isWhole = tables.every(({ path }) => resources.some((resource) => resource.path === path));
  return agrees && isWhole ? ok(null) : malformed(1, DATA_PACKAGE_PATH);
}

function firstFaulty(records: readonly ObservationRecord[]): Refused<'data-malformed'> | null {
  const keys = new Set<string>();
  for (const [at, record] of records.entries()) {
    const column = firstFault(record);
    if (column !== null) return malformed(at + 2, column);
    const key = [record.refArea, record.timePeriod, record.indicator].join();
    if (keys.has(key)) return malformed(at + 2, 'INDICATOR');
    keys.add(key);
  }
  return null;
}

function malformed(line: number, column: string): Refused<'data-malformed'> {
  return refuse('data-malformed', { line, column });
}
