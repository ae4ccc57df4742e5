import type { SameKeysAs } from '../messages.ts';
import type { viExport } from '../vi/export.ts';

export const enExport = {
  action: 'Export figures…',
  title: 'Export consolidated figures',
  formatsLabel: 'Formats',
  formatsMissing: 'Choose at least one format.',
  formats: {
    xlsx: { name: 'Excel (.xlsx)', use: 'Table, figures of the units, sources' },
    'csv-excel': { name: 'CSV for Excel', use: 'Semicolons, decimal comma' },
    csv: { name: 'CSV for programs', use: 'Exact figures, decimal point' },
    'sdmx-csv': { name: 'SDMX-CSV 2.0', use: 'Statistical systems' },
    adx: { name: 'ADX (XML)', use: 'Health systems after IHE; numbers alone' },
    dhis2: { name: 'DHIS2 (JSON)', use: 'DHIS2 health systems; numbers alone' },
    'data-package': { name: 'Data Package (.zip)', use: 'Tables with description and SHA-256' },
  },
  folder: 'Folder',
  folderNone: 'No folder chosen',
  pickFolder: 'Choose folder…',
  folderMissing: 'Choose the folder to write to.',
  run: 'Export',
  working: 'Writing and reading back',
  nothingTitle: 'No file was written to {{folder}}',
  doneTitle: 'Files written to {{folder}}: {{written}} of {{asked}}',
  listLabel: 'Exported files',
  readBack: 'read back and compared',
  size: '{{kilobytes}} KB',
  digest: 'SHA-256 {{digest}}…',
  failed: '{{format}} was not written.',
  again: 'Write what failed again',
  elsewhere: 'Write elsewhere…',
  close: 'Close',
} as const satisfies SameKeysAs<typeof viExport>;
