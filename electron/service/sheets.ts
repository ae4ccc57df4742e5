import { bieu01 } from '#shared/catalogue/forms.ts';
import { canonicalJsonBytes } from '#shared/bundle/canonical-json.ts';
import { sha256Hex } from '#shared/bundle/bytes.ts';
import { canonicalText, understand } from '#shared/domain/cell.ts';
import { columnsFor, isFilledBy } from '#shared/domain/observation.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { isOpenForRecording } from '#shared/domain/workflow.ts';
import type { SavedCell, SheetView } from '#shared/ipc/calls/sheet.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { daysBetween, dayInVietnam } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import {
  ensureSheet,
  findSheet,
  lastChangeAt,
  listCellHistory,
  recordChange,
} from '../storage/cells.ts';
import { write } from '../storage/handle.ts';
import { ensureSubmission, findSubmission } from '../storage/submissions.ts';
import { accountOf, catalogueOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';
import { isAnswered, kindOfColumn, previousFigure, viewRow } from './sheet-rows.ts';
import {
  findPeriod,
  previousFigureOf,
  previousFigures,
  rowOfSheet,
  rowsOfSheet,
} from './ledger.ts';
import { viewSubmission } from './submissions.ts';

/** The periods of the catalogue with days left as of the clock, and how far this unit has come. */
export function listPeriods(office: Office): CallOutput<'period.list'> {
  const { unit } = identityOf(office);
  const language = languageOf(office);
  const today = dayInVietnam(office.clock.now());
  return catalogueOf(office).periods.map((period) => ({
    code: period.code,
    name: period.name[language],
    kind: period.kind,
    cutOff: period.cutOff,
    lastCompliantDay: period.deadline.lastCompliantDay,
    deadlineText: period.deadline.text,
    daysLeft: daysBetween(today, period.deadline.lastCompliantDay),
    state: findSubmission(storeOf(office), unit, period.code)?.state ?? null,
  }));
}

/** Biểu 01 of this unit for a period. Refuses `period-unknown`. */
export function openSheet(office: Office, code: PeriodCode): Result<SheetView> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const { side, unit } = identityOf(office);
  const language = languageOf(office);
  const store = storeOf(office);
  const rows = rowsOfSheet(office, code);
  const previous = previousFigures(office, code);
  const submission = side === 'district' ? viewSubmission(office, code) : null;
  const sheet = findSheet(store, unit, code, bieu01.code);
  return ok({
    unit,
    unitName: unitName(office, unit),
    period: code,
    periodName: period.value.name[language],
    formName: bieu01.screenName[language],
    formTitle: bieu01.title[language],
    submission,
    mayRecord: mayRecord(office) && (submission?.isOpen ?? true),
    rows: rows.map((row) =>
      viewRow(
        row,
        catalogueOf(office),
        period.value,
        previousFigure(previous, row.indicator),
        language,
      ),
    ),
    findings: rows.flatMap((row) => row.findings.map((finding) => ({ ...finding }))),
    filled: rows.filter(isAnswered).length,
    toFill: rows.filter((row) => row.isFillable).length,
    lastSavedAt: sheet === null ? null : lastChangeAt(store, sheet),
  });
}

/**
 * Saves one cell, as typed: what cannot be understood is kept as a draft with its fault. The answer
 * is given after the commit. Refuses `period-unknown`, `row-unknown`, `cell-not-yours` (a row or
 * column that this unit does not fill) and `sheet-locked` {state}.
 */
export function recordCell(
  office: Office,
  { period: code, row: rowCode, column, typed }: HandledInput<'sheet.record'>,
): Result<SavedCell> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const { side, unit } = identityOf(office);
  const catalogue = catalogueOf(office);
  const indicator = catalogue.indicators.find((candidate) => candidate.code === rowCode);
  if (indicator === undefined) return refuse('row-unknown', { row: rowCode });
  if (!isFilledBy(indicator, side) || !columnsFor(indicator).includes(column)) {
    return refuse('cell-not-yours', { row: rowCode, column });
  }
  const understood = understand(kindOfColumn(column), typed);
  const account = accountOf(office);
  const at = office.clock.now();
  const locked = write(storeOf(office), (handle) => {
    const submission = ensureSubmission(handle, unit, code);
    if (side === 'district' && !isOpenForRecording(submission.state)) return submission.state;
    const change = {
      sheet: ensureSheet(handle, unit, code, bieu01.code),
      revision: submission.revision,
      row: indicator.code,
      column,
      typed,
      canonical: canonicalText(understood.value),
      fault: understood.fault,
      accountId: account.id,
      at,
    };
    const id = recordChange(handle, change);
    appendAudit(handle, {
      at,
      actor: account.name,
      role: account.role,
      action: 'cell.record',
      object: `${code}/${bieu01.code}/${rowCode}/${column}`,
      detail: `${String(id)}:${sha256Hex(canonicalJsonBytes(change))}`,
    });
    return null;
  });
  if (locked !== null) return refuse('sheet-locked', { state: locked });
  return ok(savedCell(office, period.value, rowCode, at));
}

/** What a cell held, newest first. */
export function cellHistory(
  office: Office,
  { period, row, column }: HandledInput<'sheet.cellHistory'>,
): CallOutput<'sheet.cellHistory'> {
  const store = storeOf(office);
  const sheet = findSheet(store, identityOf(office).unit, period, bieu01.code);
  return sheet === null ? [] : [...listCellHistory(store, sheet, row, column)];
}

function mayRecord(office: Office): boolean {
  const { role } = accountOf(office);
  return role === 'recorder' || role === 'receiver' || role === 'consolidator';
}

function savedCell(
  office: Office,
  period: Period,
  rowCode: string,
  at: SavedCell['savedAt'],
): SavedCell {
  const row = rowOfSheet(office, period.code, rowCode);
  if (row === null) throw new Error(`Row ${rowCode} is not on the form.`);
  const previous = previousFigureOf(office, period.code, rowCode);
  return {
    row: viewRow(row, catalogueOf(office), period, previous, languageOf(office)),
    findings: row.findings.map((finding) => ({ ...finding })),
    savedAt: at,
  };
}
