/** The files that a consolidated period can be written as; the first two are what people mostly want. */
export const exportFormats = [
  'xlsx',
  'csv-excel',
  'csv',
  'sdmx-csv',
  'adx',
  'dhis2',
  'data-package',
] as const;
export type ExportFormat = (typeof exportFormats)[number];
