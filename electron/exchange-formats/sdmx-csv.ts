import { readTable, writeTable } from './csv-table.ts';
import { dataSetCode, sdmxPeriod } from './exchange-codes.ts';
import { lineCells, lineColumns, lineOfCells } from './line-columns.ts';
import { linesOf } from './period-model.ts';
import type { ExchangeLine, ExchangePeriod } from './period-model.ts';

/**
 * SDMX-CSV 2.0 (sdmx-twg/sdmx-csv, data message field guide at 1c498ea): structure, action, then
 * dimensions, the measure, attributes, and one custom column for the names.
 */
const leading = ['STRUCTURE', 'STRUCTURE_ID', 'ACTION'] as const;
const dimensions = ['FREQ', 'REF_AREA', 'INDICATOR', 'TIME_PERIOD'] as const;
const others = lineColumns.filter(
  (column): column is Exclude<(typeof lineColumns)[number], 'REF_AREA' | 'INDICATOR'> =>
    column !== 'REF_AREA' && column !== 'INDICATOR',
);
const columns = [...leading, ...dimensions, ...others, 'UNIT_MEASURE', 'DECIMALS'] as const;

/** What the file says of the whole: the same in every row. */
export type SdmxFrame = {
  readonly structure: string;
  readonly frequency: string;
  readonly time: string;
};

export type SdmxContent = { readonly frame: SdmxFrame; readonly lines: readonly SdmxLine[] };
export type SdmxLine = ExchangeLine & {
  readonly unitOfMeasure: string;
  readonly decimals: string;
};

/** What this format carries of a period: everything but names. */
export function sdmxContent(model: ExchangePeriod): SdmxContent {
  const { frequency, time } = sdmxPeriod(model.period);
  const rows = new Map(model.rows.map((row) => [row.indicator, row]));
  return {
    frame: {
      structure: `SCT.P${model.area.code}:${dataSetCode}(${String(model.catalogue)}.0.0)`,
      frequency,
      time,
    },
    lines: linesOf(model).map((line) => {
      const row = rows.get(line.indicator);
      return {
        ...line,
        unitOfMeasure: row?.unitOfMeasure ?? '',
        decimals: String(row?.decimals ?? 0),
      };
    }),
  };
}

/**
 * Writes a period as SDMX-CSV 2.0. The action is `R`: the file states the whole of its period, so what
 * is empty in it is to be empty where it is loaded. `OBS_VALUE` holds numbers alone; "-" is empty with
 * the status of the figure, "..." empty with `L`, and `FIGURE` names each kind.
 */
export function writeSdmxCsv(model: ExchangePeriod): Uint8Array {
  const { frame, lines } = sdmxContent(model);
  return writeTable(
    columns,
    lines.map((line) => ({
      STRUCTURE: 'dataflow',
      STRUCTURE_ID: frame.structure,
      ACTION: 'R',
      FREQ: frame.frequency,
      TIME_PERIOD: frame.time,
      UNIT_MEASURE: line.unitOfMeasure,
      DECIMALS: line.decimals,
      ...lineCells(line, 'numbers-only'),
    })),
  );
}

/** Reads what `writeSdmxCsv` writes; null for anything else, such as rows of two periods. */
export function readSdmxCsv(bytes: Uint8Array): SdmxContent | null {
  const records = readTable(columns, bytes);
  const [first] = records ?? [];
  if (records === null || first === undefined) return null;
  const lines = records.flatMap((record): readonly SdmxLine[] => {
    const isOfFrame =
      record.STRUCTURE === 'dataflow' &&
      record.ACTION === 'R' &&
      record.STRUCTURE_ID === first.STRUCTURE_ID &&
      record.FREQ === first.FREQ &&
      record.TIME_PERIOD === first.TIME_PERIOD;
    const line = isOfFrame ? lineOfCells(record, 'numbers-only') : null;
    if (line === null) return [];
    return [{ ...line, unitOfMeasure: record.UNIT_MEASURE, decimals: record.DECIMALS }];
  });
  if (lines.length !== records.length) return null;
  const frame = {
    structure: first.STRUCTURE_ID,
    frequency: first.FREQ,
    time: first.TIME_PERIOD,
  };
  return { frame, lines };
}
