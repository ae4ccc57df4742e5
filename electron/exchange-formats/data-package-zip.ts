import { z } from 'zod';

import { canonicalJsonBytes, parseCanonicalJson } from '#shared/bundle/canonical-json.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { DATA_PACKAGE_PATH, PROFILE, describeTable } from '#shared/bundle/data-package.ts';

import { readTable, writeTable } from './csv-table.ts';
import type { CsvRecord } from './csv-table.ts';
import { lineCells, lineOfCells } from './line-columns.ts';
import { readArchive, writeArchive } from './package-archive.ts';
import {
  describeField,
  figureColumns,
  indicatorColumns,
  indicatorRecords,
  unitColumns,
  unitRecords,
} from './package-tables.ts';
import { linesOf } from './period-model.ts';
import type { ExchangeLine, ExchangePeriod } from './period-model.ts';

const figuresPath = 'data/figures.csv';
const indicatorsPath = 'data/indicators.csv';
const unitsPath = 'data/units.csv';

/** All that this format carries of a period. */
export type PackageContent = {
  readonly created: string;
  readonly lines: readonly (ExchangeLine & { readonly period: string })[];
  readonly indicators: readonly CsvRecord<(typeof indicatorColumns)[number]>[];
  readonly units: readonly CsvRecord<(typeof unitColumns)[number]>[];
};

/** What this format carries of a period: everything. */
export function packageContent(model: ExchangePeriod): PackageContent {
  return {
    created: model.made,
    lines: linesOf(model).map((line) => ({ ...line, period: model.period })),
    indicators: indicatorRecords(model),
    units: unitRecords(model),
  };
}

/**
 * Writes a period as a Frictionless Data Package 2.0 in one ZIP: three tables and a description with
 * their sizes and SHA-256. It describes and does not protect: only bundles are signed.
 */
export async function writeDataPackageZip(model: ExchangePeriod): Promise<Uint8Array> {
  const { lines, indicators, units } = packageContent(model);
  const figures = writeTable(
    figureColumns,
    lines.map((line) => ({ TIME_PERIOD: line.period, ...lineCells(line, 'with-signs') })),
  );
  const indicatorTable = writeTable(indicatorColumns, indicators);
  const unitTable = writeTable(unitColumns, units);
  const description = canonicalJsonBytes({
    $schema: PROFILE,
    name: `consolidated-${model.area.code}-${model.period.toLowerCase()}`,
    title: `${model.isSample ? 'SỐ LIỆU MẪU. ' : ''}Số liệu tổng hợp, ${model.area.name}, ${model.periodName}`,
    created: model.made,
    version: `${String(model.catalogue)}.0.0`,
    resources: [
      describeTable('figures', figuresPath, figures, {
        fields: figureColumns.map(describeField),
        primaryKey: ['REF_AREA', 'TIME_PERIOD', 'INDICATOR'],
        foreignKeys: [foreignKey('INDICATOR', 'indicators'), foreignKey('REF_AREA', 'units')],
      }),
      describeTable('indicators', indicatorsPath, indicatorTable, {
        fields: indicatorColumns.map(describeField),
        primaryKey: ['INDICATOR'],
      }),
      describeTable('units', unitsPath, unitTable, {
        fields: unitColumns.map(describeField),
        primaryKey: ['REF_AREA'],
      }),
    ],
  });
  return await writeArchive(
    [
      { path: DATA_PACKAGE_PATH, bytes: description },
      { path: figuresPath, bytes: figures },
      { path: indicatorsPath, bytes: indicatorTable },
      { path: unitsPath, bytes: unitTable },
    ],
    model.made,
  );
}

const descriptionShape = z.looseObject({
  $schema: z.literal(PROFILE),
  created: z.string(),
  resources: z.array(z.looseObject({ path: z.string(), bytes: z.number(), hash: z.string() })),
});

/** Reads what `writeDataPackageZip` writes, digests held against the tables; null for anything else. */
export async function readDataPackageZip(bytes: Uint8Array): Promise<PackageContent | null> {
  const [described, figures, indicatorTable, unitTable] =
    (await readArchive(bytes, [DATA_PACKAGE_PATH, figuresPath, indicatorsPath, unitsPath])) ?? [];
  if (
    described === undefined ||
    figures === undefined ||
    indicatorTable === undefined ||
    unitTable === undefined
  ) {
    return null;
  }
  const json = parseCanonicalJson(described);
  const description = descriptionShape.safeParse(json.ok ? json.value : null);
  if (!description.success) return null;
  const { resources, created } = description.data;
  const tables = [
    [figuresPath, figures],
    [indicatorsPath, indicatorTable],
    [unitsPath, unitTable],
  ] as const;
  const agrees =
    resources.length === tables.length &&
    tables.every(([path, table], at) => {
      const resource = resources[at];
      return (
        resource?.path === path &&
        resource.bytes === table.length &&
        resource.hash === `sha256:${sha256Hex(table)}`
      );
    });
  const lines = agrees ? linesIn(figures) : null;
  const indicators = readTable(indicatorColumns, indicatorTable);
  const units = readTable(unitColumns, unitTable);
  if (lines === null || indicators === null || units === null) return null;
  return { created, lines, indicators, units };
}

function linesIn(figures: Uint8Array): PackageContent['lines'] | null {
  const records = readTable(figureColumns, figures) ?? [];
  const lines = records.flatMap((record) => {
    const line = lineOfCells(record, 'with-signs');
    return line === null ? [] : [{ ...line, period: record.TIME_PERIOD }];
  });
  return lines.length > 0 && lines.length === records.length ? lines : null;
}

function foreignKey(field: string, resource: string) {
  return { fields: [field], reference: { resource, fields: [field] } };
}
