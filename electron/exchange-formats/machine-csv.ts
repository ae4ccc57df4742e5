import { readTable, writeTable } from './csv-table.ts';
import { lineCells, lineColumns, lineOfCells } from './line-columns.ts';
import { linesOf } from './period-model.ts';
import type { ExchangeLine, ExchangePeriod } from './period-model.ts';

const columns = [
  'TIME_PERIOD',
  'REF_AREA_NAME',
  'INDICATOR_NAME',
  'UNIT_MEASURE',
  ...lineColumns,
] as const;

/** A figure with the names that a person needs beside the codes. */
export type NamedLine = ExchangeLine & {
  readonly period: string;
  readonly areaName: string;
  readonly indicatorName: string;
  readonly unitOfMeasure: string;
};

/** The figures of a period with their names, as this format carries them: all of them. */
export function namedLines(model: ExchangePeriod): readonly NamedLine[] {
  const areas = new Map(model.units.map(({ code, name }) => [code, name]));
  const rows = new Map(model.rows.map((row) => [row.indicator, row]));
  return linesOf(model).map((line) => ({
    ...line,
    period: model.period,
    areaName: areas.get(line.area) ?? model.area.name,
    indicatorName: rows.get(line.indicator)?.name ?? '',
    unitOfMeasure: rows.get(line.indicator)?.unitOfMeasure ?? '',
  }));
}

/** CSV for programs: nothing is altered, rounded or made safe for spreadsheets. */
export function writeMachineCsv(model: ExchangePeriod): Uint8Array {
  return writeTable(
    columns,
    namedLines(model).map((line) => ({
      TIME_PERIOD: line.period,
      REF_AREA_NAME: line.areaName,
      INDICATOR_NAME: line.indicatorName,
      UNIT_MEASURE: line.unitOfMeasure,
      ...lineCells(line, 'with-signs'),
    })),
  );
}

/** Reads what `writeMachineCsv` writes; null for anything else. */
export function readMachineCsv(bytes: Uint8Array): readonly NamedLine[] | null {
  const records = readTable(columns, bytes);
  if (records === null) return null;
  const lines = records.flatMap((record): readonly NamedLine[] => {
    const line = lineOfCells(record, 'with-signs');
    if (line === null) return [];
    return [
      {
        ...line,
        period: record.TIME_PERIOD,
        areaName: record.REF_AREA_NAME,
        indicatorName: record.INDICATOR_NAME,
        unitOfMeasure: record.UNIT_MEASURE,
      },
    ];
  });
  return lines.length === records.length ? lines : null;
}
