import type { Form } from '#shared/catalogue/forms/form.ts';
import { mostOwnRows, ownRowCode, ownRowNumber } from '#shared/catalogue/forms/layout.ts';
import type { LayoutColumn, LayoutRow } from '#shared/catalogue/forms/layout.ts';
import { groupCells, isDraft, noCells } from '#shared/catalogue/sheets/cells.ts';
import type { CellsOfRow } from '#shared/catalogue/sheets/cells.ts';
import { contextOf, fedCells } from '#shared/catalogue/sheets/context.ts';
import type { SheetContext } from '#shared/catalogue/sheets/context.ts';
import { layoutOf } from '#shared/catalogue/sheets/derive.ts';
import { observationStatuses } from '#shared/domain/cell.ts';
import type { Amount, Indicator } from '#shared/domain/indicator.ts';
import type { Period } from '#shared/domain/period.ts';
import { isOpenForRecording } from '#shared/domain/workflow.ts';
import { translator } from '#shared/text/translate.ts';
import type { Language } from '#shared/text/translate.ts';

import type { ExcelTable, TableCell, TableColumn, TableRow } from '../excel/table.ts';
import { findSubmission } from '../storage/submissions.ts';
import { readSheet } from './ledger.ts';
import { catalogueOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';

/** A column of the spreadsheet that says what the amounts of a rate are; nobody fills it. */
const amountsColumn = 'amounts';

/** How many empty rows of its own a unit gets: in a template, and for what another file brings. */
export const blankRows = { template: 20, free: mostOwnRows } as const;

/**
 * A form of this unit and period as a table for a spreadsheet: recorded columns with what stands in
 * them now. Cells are open where they can be filled now; those that communes feed are not, and none is
 * while the report lies with others. Drafts are left out: they are no values.
 */
export function excelTable(
  office: Office,
  period: Period,
  form: Form,
  blanks: number = blankRows.template,
): ExcelTable {
  const catalogue = catalogueOf(office);
  const { unit, side } = identityOf(office);
  const language = languageOf(office);
  const data = readSheet(office, period.code, form.code);
  const context = contextOf(catalogue, data);
  const cells = groupCells(data.cells);
  const layout = layoutOf(context, cells);
  const rows = layout.rows.flatMap((row, index) =>
    isLastOwn(layout.rows, index) ? [row, ...emptyOwnRows(form, row, blanks)] : [row],
  );
  const state = findSubmission(storeOf(office), unit, period.code)?.state ?? 'recording';
  const isOpen = side === 'province' || isOpenForRecording(state);
  const isFilled = (code: string): boolean =>
    rows.some((row) => row.fillable.includes(code) || cells.get(row.code)?.has(code) === true);
  const columns = layout.columns.filter(({ code, kind }) => kind !== 'computed' && isFilled(code));
  const hasAmounts = columns.some(({ code }) => code === 'numerator');
  return {
    identity: {
      form: form.code,
      formVersion: form.version,
      catalogueVersion: catalogue.version,
      unit,
      period: period.code,
    },
    unitName: unitName(office, unit),
    periodName: period.name[language],
    title: form.title[language],
    columns: [
      ...(hasAmounts ? [amounts(language)] : []),
      ...columns.map((column) => tableColumn(column, language)),
    ],
    rows: rows.map((row) =>
      tableRow(context, columns, row, cells.get(row.code) ?? noCells, isOpen, language),
    ),
  };
}

/** Whether a row of a table is one of the unit's own in which nothing stands yet. */
export function isFreeRow(form: Form, row: TableRow): boolean {
  const isOwn = form.rows.some(
    (rows) => rows.from === 'own' && ownRowNumber(rows.prefix, row.code) > 0,
  );
  return isOwn && Object.values(row.cells).every(({ text }) => text === '');
}

/** The column in which a unit names its own rows; null for a form without any. */
export function ownNameColumn(form: Form): string | null {
  return form.rows.find((rows) => rows.from === 'own')?.nameColumn ?? null;
}

function isLastOwn(rows: readonly LayoutRow[], index: number): boolean {
  const [row, next] = [rows[index], rows[index + 1]];
  return row !== undefined && row.nameColumn !== null && (next?.nameColumn ?? null) === null;
}

/** Rows of the unit's own after the last one that the window shows. */
function emptyOwnRows(form: Form, last: LayoutRow, blanks: number): readonly LayoutRow[] {
  const source = form.rows.find((rows) => rows.from === 'own');
  if (source === undefined) return [];
  const from = ownRowNumber(source.prefix, last.code);
  const count = Math.max(0, Math.min(blanks - 1, mostOwnRows - from));
  return Array.from({ length: count }, (_, index) => ({
    ...last,
    code: ownRowCode(source.prefix, from + index + 1),
    ordinal: String(from + index + 1),
  }));
}

function tableColumn(column: LayoutColumn, language: Language): TableColumn {
  const say = translator(language);
  const { code, kind, longest } = column;
  // A row counts in percent as a whole, its numerator and denominator do not.
  const isAmount = code === 'numerator' || code === 'denominator';
  return {
    code,
    header: column.name[language],
    group: column.group?.[language] ?? null,
    kind: kind === 'computed' ? 'text' : kind,
    unit: isAmount ? say('excel.template.amount') : column.unit,
    choices:
      kind === 'status'
        ? observationStatuses.map((status) => ({
            code: status,
            label: say(`terms.statuses.${status}`),
          }))
        : (column.choices?.map((choice) => ({
            code: choice.code,
            label: choice.name[language],
          })) ?? null),
    longest,
  };
}

function amounts(language: Language): TableColumn {
  return {
    code: amountsColumn,
    header: translator(language)('excel.template.amounts'),
    group: null,
    kind: 'text',
    unit: null,
    choices: null,
    longest: null,
  };
}

function tableRow(
  context: SheetContext,
  columns: readonly LayoutColumn[],
  row: LayoutRow,
  stored: CellsOfRow,
  isSheetOpen: boolean,
  language: Language,
): TableRow {
  const { indicator } = row;
  const isFed = indicator !== null && context.communeTotals.has(row.code);
  const cells = isFed ? fedCells(indicator, stored, context.communeTotals) : stored;
  const own: Record<string, TableCell> = {};
  for (const { code } of columns) {
    const cell = cells.get(code);
    const isFillable = row.fillable.includes(code) && !(isFed && isFigure(code));
    const text = cell === undefined || isDraft(cell) ? '' : cell.canonical;
    if (isFillable || text !== '') own[code] = { text, isOpen: isSheetOpen && isFillable };
  }
  const explained = row.fillable.includes('numerator') ? amountsOf(indicator, language) : null;
  return {
    code: row.code,
    ordinal: row.ordinal,
    group: row.group?.[language] ?? null,
    name: row.name?.[language] ?? cells.get(row.nameColumn ?? '')?.canonical ?? '',
    unitOfMeasure: row.unit ?? '',
    cells:
      explained === null ? own : { [amountsColumn]: { text: explained, isOpen: false }, ...own },
  };
}

/** The columns of an indicator that its communes feed. */
function isFigure(column: string): boolean {
  return ['numerator', 'denominator', 'value'].includes(column);
}

function amountsOf(indicator: Indicator | null, language: Language): string | null {
  const formula = indicator?.formula;
  if (formula === undefined || formula.kind === 'value') return null;
  const named = (amount: Amount): string => `${amount[language]} (${amount.unit})`;
  return translator(language)('excel.template.amountsOf', {
    numerator: named(formula.numerator),
    denominator: named(formula.denominator),
  });
}
