import type { Sha256 } from '#shared/bundle/bytes.ts';
import { checkCode } from '#shared/bundle/fingerprint.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { formsFor, indicatorForm, layOut, registerOf } from '#shared/catalogue/forms/layout.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import { relatedSheets } from '#shared/catalogue/sheets/related.ts';
import type { SheetKey } from '#shared/catalogue/sheets/related.ts';
import type { PlacedCell, RelatedSheet } from '#shared/catalogue/sheets/sheet.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { ReceivedSheet } from '#shared/ipc/calls/received.ts';
import type { OpenedSheet } from '#shared/ipc/calls/sheet.ts';
import type { HandledInput } from '#shared/ipc/contract.ts';
import { dayInVietnam } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { listReceivedCells } from '../storage/received-cells.ts';
import { listCurrentBundles, listReceivedObservations } from '../storage/received-sheets.ts';
import type { ReceivedBundle, ReceivedObservation } from '../storage/received-sheets.ts';
import { findPeriod } from './ledger.ts';
import { peerFigures } from './peers.ts';
import { viewActs } from './received-acts.ts';
import { cellsOfObservation } from './report-cells.ts';
import { catalogueOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { senderFindings } from './sender-findings.ts';
import { languageOf } from './sessions.ts';

/**
 * A form of a unit's current bundle, to be read. Its findings are judged as of the day on which it
 * was received. Refuses `period-unknown`, `form-unknown` and `report-not-received` {unit}.
 */
export function openReceivedSheet(
  office: Office,
  { unit, period: code, form: formCode }: HandledInput<'received.sheet'>,
): Result<ReceivedSheet> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const catalogue = inPeriod(catalogueOf(office), code);
  const form = formsFor(catalogue, 'district', period.value.kind).find(
    (each) => each.code === formCode,
  );
  if (form === undefined) return refuse('form-unknown', { form: formCode });
  const bundle = currentBundle(office, unit, code);
  if (bundle === null) return refuse('report-not-received', { unit });
  const language = languageOf(office);
  const cells = sentCells(office, unit, { period: code, form: form.code });
  const related = relatedSheets(catalogue, form, code).map((key) => ({
    ...key,
    cells: [...sentCells(office, unit, key)],
  }));
  const opened: OpenedSheet = {
    unit,
    unitName: unitName(office, bundle.unit),
    side: 'district',
    period: code,
    periodName: period.value.name[language],
    form: form.code,
    formName: form.screenName[language],
    formTitle: form.title[language],
    submission: null,
    mayRecord: false,
    today: dayInVietnam(bundle.receivedAt),
    cells: [...cells],
    related: withNamelessRows(form, cells, related),
    lastSavedAt: null,
  };
  return ok({
    ...opened,
    bundle: bundle.id,
    revision: bundle.revision,
    receivedAt: bundle.receivedAt,
    checkCode: checkCode(bundle.statementSha256 as Sha256), // a digest when it was stored
    peers: peerFigures(office, bundle.unit, code, form.code).map(({ numbers, ...place }) => ({
      ...place,
      numbers: [...numbers],
    })),
    sender: senderFindings(office, bundle.id, opened),
    acts: viewActs(storeOf(office), bundle.id),
  });
}

function currentBundle(office: Office, unit: string, period: PeriodCode): ReceivedBundle | null {
  const bundles = listCurrentBundles(storeOf(office), period);
  return bundles.find((bundle) => bundle.unit === unit) ?? null;
}

/** The cells of a form as a unit last sent them; none where nothing was received. */
function sentCells(office: Office, unit: string, key: SheetKey): readonly PlacedCell[] {
  const bundle = currentBundle(office, unit, key.period);
  if (bundle === null) return [];
  const store = storeOf(office);
  const cells = listReceivedCells(store, bundle.id, key.form).map(({ row, column, value }) =>
    placed(row, column, value),
  );
  return key.form === indicatorForm(catalogueOf(office)).code
    ? [...listReceivedObservations(store, bundle.id).flatMap(statedBy(key.form)), ...cells]
    : cells;
}

function statedBy(form: string): (received: ReceivedObservation) => readonly PlacedCell[] {
  return (received) =>
    cellsOfObservation(form, received).map(({ row, column, value }) => placed(row, column, value));
}

/**
 * Names rows of a register after their codes where the register itself has not arrived: what was
 * sent in them is shown all the same.
 */
function withNamelessRows(
  form: Form,
  cells: readonly PlacedCell[],
  related: readonly (RelatedSheet & { readonly cells: PlacedCell[] })[],
): ReceivedSheet['related'] {
  const register = registerOf(form);
  const source = form.rows.find(({ from }) => from === 'register');
  if (register === null || source?.from !== 'register') return [...related];
  const { nameColumn } = source;
  const codes = [...new Set(cells.map(({ row }) => row))].filter((row) =>
    row.startsWith(`${register.form}.`),
  );
  return related.map((sheet) => {
    if (sheet.form !== register.form || sheet.period !== register.period) return sheet;
    const named = new Set(
      sheet.cells.filter(({ column }) => column === nameColumn).map(({ row }) => row),
    );
    const missing = codes.filter((row) => !named.has(row));
    return {
      ...sheet,
      cells: [...sheet.cells, ...missing.map((row) => placed(row, nameColumn, row))],
    };
  });
}

function placed(row: string, column: string, value: string): PlacedCell {
  return { row, column, typed: value, canonical: value, fault: null };
}

/**
 * Whether a row or cell is one of a received report: of a form of its period, a row that the form has
 * or the unit sent, a column of the form. Refuses `period-unknown`, `form-unknown` {form} and
 * `cell-not-yours` {row, column}.
 */
export function isCellOfReport(
  office: Office,
  { id, unit, period: code }: ReceivedBundle,
  { form: formCode, row, column }: { form: string; row: string; column: string | null },
): Result<null> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const catalogue = inPeriod(catalogueOf(office), code);
  const form = formsFor(catalogue, 'district', period.value.kind).find(
    (each) => each.code === formCode,
  );
  if (form === undefined) return refuse('form-unknown', { form: formCode });
  const whose = { unit, side: 'district', ownRows: new Map(), registerRows: new Map() } as const;
  const { rows, columns } = layOut(catalogue, form, whose);
  const isRow =
    rows.some((each) => each.code === row) ||
    listReceivedCells(storeOf(office), id, form.code).some((cell) => cell.row === row);
  const isColumn = column === null || columns.some((each) => each.code === column);
  return isRow && isColumn ? ok(null) : refuse('cell-not-yours', { row, column: column ?? '' });
}
