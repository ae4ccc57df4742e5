import type { Form } from '#shared/catalogue/forms/form.ts';
import { recordedColumn } from '#shared/catalogue/forms/beside-column.ts';
import { whyNotRecordable } from '#shared/catalogue/forms/recordable.ts';
import { indicatorOf } from '#shared/catalogue/forms/layout.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import { readTyped } from '#shared/catalogue/sheets/cells.ts';
import { carriedOver, isMerelyEmpty } from '#shared/catalogue/sheets/sheet.ts';
import { isSetByProvince, plansWords } from '#shared/domain/period.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { isOpenForRecording } from '#shared/domain/workflow.ts';
import type { OpenedSheet } from '#shared/ipc/calls/sheet.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { daysBetween } from '#shared/kit/clock.ts';
import type { Instant } from '#shared/kit/clock.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import {
  ensureSheet,
  findSheet,
  lastChangeAt,
  listCellHistory,
  recordChanges,
} from '../storage/cells.ts';
import type { StoredCell } from '../storage/cells.ts';
import { write } from '../storage/handle.ts';
import type { WriteHandle } from '../storage/handle.ts';
import { currentPeriodLock } from '../storage/period-locks.ts';
import { ensureSubmission, findSubmission } from '../storage/submissions.ts';
import { certainDay } from './clock-state.ts';
import { contentOf, findPeriod, formsOf, readSheet } from './ledger.ts';
import { accountOf, catalogueOf, identityOf, storeOf, unitName } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';
import { viewSubmission } from './submissions.ts';

/** The periods of the catalogue with days left as of the clock, and how far this unit has come. */
export function listPeriods(office: Office): CallOutput<'period.list'> {
  const { unit } = identityOf(office);
  const language = languageOf(office);
  const today = certainDay(office);
  const catalogue = catalogueOf(office);
  return catalogue.periods.map((period) => ({
    code: period.code,
    name: period.name[language],
    kind: period.kind,
    cutOff: period.cutOff,
    lastCompliantDay: period.deadline.lastCompliantDay,
    deadlineText: plansWords(period),
    deadlineSetIn: isSetByProvince(period) ? catalogue.version : null,
    daysLeft: daysBetween(today, period.deadline.lastCompliantDay),
    state: findSubmission(storeOf(office), unit, period.code)?.state ?? null,
  }));
}

/** The forms of a period with how far this unit has come. Refuses `period-unknown`. */
export function listForms(office: Office, code: PeriodCode): Result<CallOutput<'form.list'>> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const language = languageOf(office);
  return ok(
    formsOf(office, period.value).map((form) => {
      const content = contentOf(office, code, form);
      const blocking = content.findings.filter((finding) => finding.isBlocking).length;
      return {
        form: form.code,
        name: form.screenName[language],
        title: form.title[language],
        appearance: form.appearance,
        filled: content.filled,
        toFill: content.toFill,
        blocking,
        warnings: content.findings.filter(
          (finding) => finding.severity === 'warning' && !isMerelyEmpty(finding),
        ).length,
      };
    }),
  );
}

/** A form of this unit for a period. Refuses `period-unknown` and `form-unknown`. */
export function openSheet(
  office: Office,
  { period: code, form: formCode }: HandledInput<'sheet.open'>,
): Result<OpenedSheet> {
  const found = findForm(office, code, formCode);
  if (!found.ok) return found;
  const { period, form } = found.value;
  const { side, unit } = identityOf(office);
  const language = languageOf(office);
  const store = storeOf(office);
  const submission = side === 'district' ? viewSubmission(office, code) : null;
  const sheet = findSheet(store, unit, code, form.code);
  const data = readSheet(office, code, form.code);
  return ok({
    unit,
    unitName: unitName(office, unit),
    side,
    period: code,
    periodName: period.name[language],
    form: form.code,
    formName: form.screenName[language],
    formTitle: form.title[language],
    submission,
    mayRecord:
      mayRecord(office) && (submission?.isOpen ?? true) && currentPeriodLock(store, code) === null,
    today: data.today,
    cells: [...data.cells],
    related: data.related.map((each) => ({ ...each, cells: [...each.cells] })),
    lastSavedAt: sheet === null ? null : lastChangeAt(store, sheet),
  });
}

/** Where recorded cells came from: typed in the window, or a file with the given digest. */
type Origin = {
  readonly action: 'cell.record' | 'excel.import' | 'drafts.take';
  readonly file: string | null;
  /** What else belongs in the same transaction. */
  readonly beside: (handle: WriteHandle) => void;
};

const typedHere: Origin = { action: 'cell.record', file: null, beside: () => undefined };

/**
 * Saves cells as typed, all in one transaction: what cannot be understood is kept as a draft with
 * its fault. The answer is given after the commit. Refuses `period-unknown`, `form-unknown`,
 * `row-unknown`, `cell-not-yours` (a row or column that this unit does not fill), `sheet-locked`
 * {state}, and `period-locked` {number} for a period that the province has locked; then nothing was
 * saved.
 */
export function recordCells(
  office: Office,
  { period: code, form: formCode, cells }: HandledInput<'sheet.record'>,
  origin: Origin = typedHere,
): Result<{ savedAt: Instant }> {
  const found = findForm(office, code, formCode);
  if (!found.ok) return found;
  const { form } = found.value;
  const { side, unit } = identityOf(office);
  const catalogue = inPeriod(catalogueOf(office), code);
  const read: StoredCell[] = [];
  for (const { row, column, typed, isCarried = false } of cells) {
    const recorded = recordedColumn(catalogue, form, column);
    const reason = whyNotRecordable(catalogue, form, { unit, side }, row, column);
    if (reason !== null || recorded === null) {
      return refuse(reason ?? 'cell-not-yours', { row, column });
    }
    const cell = readTyped(recorded, typed, indicatorOf(catalogue, row));
    const fault = isCarried && cell.fault === null ? carriedOver : cell.fault;
    read.push({ row, column, ...cell, fault });
  }
  const at = office.clock.now();
  const isPeriodLocked = refuseWhileLocked(office, code);
  if (!isPeriodLocked.ok) return isPeriodLocked;
  const locked = write(storeOf(office), (handle) => {
    const submission = ensureSubmission(handle, unit, code);
    if (side === 'district' && !isOpenForRecording(submission.state)) return submission.state;
    const account = accountOf(office);
    const sheet = ensureSheet(handle, unit, code, form.code);
    const by = { sheet, revision: submission.revision, accountId: account.id, at };
    const kept = recordChanges(handle, by, read);
    const [first] = read;
    appendAudit(handle, {
      at,
      actor: account.name,
      role: account.role,
      action: origin.action,
      object: [code, form.code, ...(read.length === 1 ? [first?.row, first?.column] : [])].join(
        '/',
      ),
      detail: [
        `${String(kept.first)}-${String(kept.last)}`,
        kept.digest,
        ...(origin.file === null ? [] : [origin.file]),
      ].join(':'),
    });
    origin.beside(handle);
    return null;
  });
  return locked === null ? ok({ savedAt: at }) : refuse('sheet-locked', { state: locked });
}

/** The province's own figures of a locked period take no change (D143). Refuses `period-locked`. */
function refuseWhileLocked(office: Office, code: PeriodCode): Result<null, 'period-locked'> {
  const lock = currentPeriodLock(storeOf(office), code);
  return lock === null ? ok(null) : refuse('period-locked', { number: lock.number });
}

/** What a cell held, newest first. */
export function cellHistory(
  office: Office,
  { period, form, row, column }: HandledInput<'sheet.cellHistory'>,
): CallOutput<'sheet.cellHistory'> {
  const store = storeOf(office);
  const sheet = findSheet(store, identityOf(office).unit, period, form);
  return sheet === null ? [] : [...listCellHistory(store, sheet, row, column)];
}

/** A form that this unit fills for a period. Refuses `period-unknown` and `form-unknown`. */
export function findForm(
  office: Office,
  code: PeriodCode,
  formCode: string,
): Result<{ period: Period; form: Form }, 'period-unknown' | 'form-unknown'> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const form = formsOf(office, period.value).find((candidate) => candidate.code === formCode);
  return form === undefined
    ? refuse('form-unknown', { form: formCode })
    : ok({ period: period.value, form });
}

/** Whether the signed-in account is one that fills sheets. */
export function mayRecord(office: Office): boolean {
  const { role } = accountOf(office);
  return role === 'recorder' || role === 'receiver' || role === 'consolidator';
}
