import { formsFor, indicatorForm } from '#shared/catalogue/forms/layout.ts';
import { relatedSheets } from '#shared/catalogue/sheets/related.ts';
import type { PlacedCell } from '#shared/catalogue/sheets/sheet.ts';
import type { Period } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { StreamCell } from '#shared/ipc/calls/streams.ts';
import { dayInVietnam } from '#shared/kit/clock.ts';
import type { Result } from '#shared/kit/result.ts';
import { ok } from '#shared/kit/result.ts';

import { listCellsOfBundle } from '../storage/received-cells.ts';
import type { ReceivedCell } from '../storage/received-cells.ts';
import { listReceivedObservations } from '../storage/received-sheets.ts';
import type { ReceivedObservation } from '../storage/received-sheets.ts';
import { cellWords } from './cell-words.ts';
import { findPeriod } from './ledger.ts';
import { catalogueOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';
import { sheetNames } from './sheet-names.ts';

/** Everything that a report states, cell by cell, whatever forms it has. */
export type ReportCells = ReadonlyMap<string, ReceivedCell>;

/** The cells that state an observation; a rate beside its amounts follows and is no cell. */
export function cellsOfObservation(
  form: string,
  { indicator: row, numerator, denominator, value, status, note }: ReceivedObservation,
): readonly ReceivedCell[] {
  const isComputed = numerator !== '' || denominator !== '';
  return Object.entries({ numerator, denominator, value: isComputed ? '' : value, status, note })
    .filter(([, text]) => text !== '')
    .map(([column, text]) => ({ form, row, column, value: text }));
}

/** The cells of a received or held bundle by their places. */
export function reportCells(
  office: Office,
  contents: {
    readonly observations: readonly ReceivedObservation[];
    readonly cells: readonly ReceivedCell[];
  },
): ReportCells {
  const { code } = indicatorForm(catalogueOf(office));
  const stated = contents.observations.flatMap((one) => cellsOfObservation(code, one));
  return new Map([...stated, ...contents.cells].map((cell) => [placeOf(cell), cell]));
}

/** The cells of a received bundle by their places. */
export function receivedReportCells(office: Office, bundle: number): ReportCells {
  const store = storeOf(office);
  return reportCells(office, {
    observations: listReceivedObservations(store, bundle),
    cells: listCellsOfBundle(store, bundle),
  });
}

/** Whether two reports state the same in every cell. */
export function isSameReport(a: ReportCells, b: ReportCells): boolean {
  return a.size === b.size && [...a].every(([place, { value }]) => b.get(place)?.value === value);
}

/**
 * The cells in which any of these reports differ from the first, in the order of the forms and their
 * pages, with what each says there, in words (null where nothing stands). Refuses `period-unknown`.
 */
export function differingCells(
  office: Office,
  about: { readonly unit: UnitCode; readonly period: Period['code'] },
  reports: readonly ReportCells[],
): Result<readonly StreamCell[]> {
  const known = findPeriod(office, about.period);
  if (!known.ok) return known;
  const language = languageOf(office);
  const names = namesOfReports(office, about.unit, known.value, reports);
  const places = new Map(reports.flatMap((report) => [...report]));
  const [first] = reports;
  const differing = [...places.values()].filter((cell) => {
    const place = placeOf(cell);
    return reports.some((report) => report.get(place)?.value !== first?.get(place)?.value);
  });
  const order = formsFor(catalogueOf(office), 'district', known.value.kind).map(({ code }) => code);
  const cells = differing.map((cell): StreamCell => {
    const { form, row, column } = cell;
    const sheet = names(form);
    return {
      form,
      formName: sheet.form,
      row,
      rowName: sheet.rowName(row),
      column,
      columnName: sheet.columnName(column),
      values: reports.map((report) => {
        const value = report.get(placeOf(cell))?.value;
        const held = { typed: value ?? '', canonical: value ?? '', fault: null };
        return value === undefined ? null : cellWords(sheet.column(column), held, language);
      }),
    };
  });
  const rank = ({ form, row }: StreamCell): readonly [number, number] => [
    order.indexOf(form),
    names(form).rowRank(row),
  ];
  return ok(
    cells.sort((a, b) => {
      const [formA, rowA] = rank(a);
      const [formB, rowB] = rank(b);
      return formA - formB || rowA - rowB || a.column.localeCompare(b.column);
    }),
  );
}

/** Rows of a unit's own are named in its cells: in any of the reports that are held side by side. */
function namesOfReports(
  office: Office,
  unit: UnitCode,
  { code: period }: Period,
  reports: readonly ReportCells[],
): ReturnType<typeof sheetNames> {
  const catalogue = catalogueOf(office);
  const cellsOf = (form: string): PlacedCell[] => {
    const all = new Map([...reports].reverse().flatMap((report) => [...report]));
    return [...all.values()]
      .filter((cell) => cell.form === form)
      .map(({ row, column, value }) => ({
        row,
        column,
        typed: value,
        canonical: value,
        fault: null,
      }));
  };
  return sheetNames(office, period, (code) => {
    const form = catalogue.forms.find((each) => each.code === code);
    const keys = form === undefined ? [] : relatedSheets(catalogue, form, period);
    return {
      unit,
      side: 'district',
      period,
      form: code,
      today: dayInVietnam(office.clock.now()),
      cells: cellsOf(code),
      related: keys.map((key) => ({
        ...key,
        cells: key.period === period ? cellsOf(key.form) : [],
      })),
    };
  });
}

function placeOf({ form, row, column }: ReceivedCell): string {
  return `${form} ${row} ${column}`;
}
