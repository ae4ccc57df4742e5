import ExcelJS from 'exceljs';

/** A cell as the library reads it, before it makes objects of cells, which nobody needs here. */
export type CellModel = {
  readonly address: string;
  readonly type: ExcelJS.ValueType;
  readonly value?: unknown;
  /** The saved value of a formula. */
  readonly result?: unknown;
  readonly style?: {
    readonly font?: { readonly name?: string };
    readonly numFmt?: string;
  };
};

export type SheetModel = {
  readonly name: string;
  readonly rows: readonly { readonly number: number; readonly cells: readonly CellModel[] }[];
};

/** All that a sheet may hold besides its cells: layout and rules, where hostile ranges could hide. */
const LEFT_OUT = [
  'sheetPr',
  'dimension',
  'sheetViews',
  'sheetFormatPr',
  'cols',
  'sheetProtection',
  'autoFilter',
  'mergeCells',
  'conditionalFormatting',
  'dataValidations',
  'hyperlinks',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'rowBreaks',
  'drawing',
  'picture',
  'tableParts',
  'extLst',
];

/** The library's reader: it reads a file into a model and hands that to the workbook it was made for. */
type Reader = {
  readonly load: (
    bytes: Uint8Array,
    options: { readonly ignoreNodes: readonly string[] },
  ) => Promise<unknown>;
};
type ReaderClass = new (workbook: {
  model: { readonly worksheets: readonly SheetModel[] };
}) => Reader;

/**
 * Lets the library read a workbook and gives the cells of its sheets. Throws, as the library does,
 * when it cannot be read.
 */
export async function loadCells(bytes: Uint8Array): Promise<readonly SheetModel[]> {
  const taker: ConstructorParameters<ReaderClass>[0] = { model: { worksheets: [] } };
  // The library's types do not name the class of its reader. Its version is pinned, and the tests
  // read files through this.
  const { constructor } = new ExcelJS.Workbook().xlsx as unknown as {
    readonly constructor: ReaderClass;
  };
  const reader = new constructor(taker);
  await reader.load(bytes, { ignoreNodes: LEFT_OUT });
  return taker.model.worksheets;
}
