import { isDeepStrictEqual } from 'node:util';

import type { ExportFormat } from '#shared/domain/export-format.ts';

import { holdsGrids, writeGrids } from '../excel/write-grids.ts';
import { adxContent, readAdx, writeAdx } from './adx.ts';
import { packageContent, readDataPackageZip, writeDataPackageZip } from './data-package-zip.ts';
import { dataValuesOf } from './data-values.ts';
import { dhis2Content, readDhis2Json, writeDhis2Json } from './dhis2-json.ts';
import { excelTable, readExcelCsv, writeExcelCsv } from './excel-csv.ts';
import { namedLines, readMachineCsv, writeMachineCsv } from './machine-csv.ts';
import { baseNameOf } from './period-model.ts';
import type { ExchangePeriod } from './period-model.ts';
import { readSdmxCsv, sdmxContent, writeSdmxCsv } from './sdmx-csv.ts';
import { sheetsOf } from './sheets.ts';

/** One way of writing a period down. */
type Format = {
  /** What follows the name that all files of a period share. */
  readonly ending: string;
  /** Whether there is anything that this format can say of a period. */
  readonly canSay: (model: ExchangePeriod) => boolean;
  readonly write: (model: ExchangePeriod) => Promise<Uint8Array>;
  /** Whether bytes, read anew, say of a period exactly what this format carries of it (D172). */
  readonly says: (bytes: Uint8Array, model: ExchangePeriod) => Promise<boolean>;
};

const hasRows = ({ rows }: ExchangePeriod): boolean => rows.length > 0;
const hasNumbers = (model: ExchangePeriod): boolean => dataValuesOf(model).length > 0;

/** A format whose reader gives back the very content that is written. */
function plainFormat<Content>(
  ending: string,
  canSay: Format['canSay'],
  contentOf: (model: ExchangePeriod) => Content,
  write: (model: ExchangePeriod) => Uint8Array | Promise<Uint8Array>,
  read: (bytes: Uint8Array) => Content | null | Promise<Content | null>,
): Format {
  return {
    ending,
    canSay,
    write: async (model) => await write(model),
    says: async (bytes, model) => isDeepStrictEqual(await read(bytes), contentOf(model)),
  };
}

const formats: Readonly<Record<ExportFormat, Format>> = {
  xlsx: {
    ending: '.xlsx',
    canSay: hasRows,
    write: (model) => writeGrids(sheetsOf(model), model.made),
    says: (bytes, model) => holdsGrids(bytes, sheetsOf(model)),
  },
  'csv-excel': {
    ending: '_excel.csv',
    canSay: hasRows,
    write: (model) => Promise.resolve(writeExcelCsv(model)),
    says: (bytes, model) => {
      const table = excelTable(model);
      const kinds = table.map((cells) => cells.map(({ kind }) => kind));
      return Promise.resolve(isDeepStrictEqual(readExcelCsv(bytes, kinds), table));
    },
  },
  csv: plainFormat('.csv', hasRows, namedLines, writeMachineCsv, readMachineCsv),
  'sdmx-csv': plainFormat('_sdmx.csv', hasRows, sdmxContent, writeSdmxCsv, readSdmxCsv),
  adx: plainFormat('_adx.xml', hasNumbers, adxContent, writeAdx, readAdx),
  dhis2: plainFormat('_dhis2.json', hasNumbers, dhis2Content, writeDhis2Json, readDhis2Json),
  'data-package': plainFormat(
    '_datapackage.zip',
    hasRows,
    packageContent,
    writeDataPackageZip,
    readDataPackageZip,
  ),
};

/** How a period is written in a format, and how what was written is held against it. */
export function formatOf(format: ExportFormat): Format {
  return formats[format];
}

export function fileNameFor(model: ExchangePeriod, format: ExportFormat): string {
  return `${baseNameOf(model)}${formats[format].ending}`;
}
