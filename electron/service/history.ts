import type { Period, PeriodCode } from '#shared/domain/period.ts';
import type { CellChangeView, HistorySpan, Reopening } from '#shared/ipc/calls/history.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import { searchKey } from '#shared/text/fold.ts';

import { countDiffering, listChanges } from '../storage/cell-history.ts';
import type { ChangeFilter, RecordedChange, StoredText } from '../storage/cell-history.ts';
import { listSentBundles } from '../storage/sent-bundles.ts';
import { findSubmission, listSubmissionEvents } from '../storage/submissions.ts';
import { cellWords } from './cell-words.ts';
import { findPeriod, formsOf } from './ledger.ts';
import { identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';
import { mayRecord } from './sheets.ts';
import { sheetNames } from './sheet-names.ts';
import type { SheetNames } from './sheet-names.ts';
import { viewSubmission } from './submissions.ts';

/** So many changes are given at once, and so many are read at once while a text is looked for. */
const pageLength = 100;
const searchLength = 1000;

/**
 * The changes of this unit's cells in a period, newest first. Refuses `period-unknown` and
 * `form-unknown`.
 */
export function listHistory(
  office: Office,
  { period: code, form, row, span, text, after }: HandledInput<'history.list'>,
): Result<CallOutput<'history.list'>> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  if (form !== null && !hasForm(office, period.value, form))
    return refuse('form-unknown', { form });
  const filter: ChangeFilter = {
    unit: identityOf(office).unit,
    period: code,
    form,
    row,
    ...spanOf(office, code, span),
  };
  const view = changeViewer(office, code);
  const isWanted = textFilter(text);
  const found: CellChangeView[] = [];
  const most = text.trim() === '' ? pageLength + 1 : searchLength;
  let below = after;
  while (found.length <= pageLength) {
    const changes = listChanges(storeOf(office), filter, below, most);
    found.push(...changes.map(view).filter(isWanted));
    below = changes.at(-1)?.id ?? null;
    if (changes.length < most) break;
  }
  const page = found.slice(0, pageLength);
  return ok({
    changes: page,
    next: found.length > pageLength ? (page.at(-1)?.id ?? null) : null,
  });
}

/**
 * The newest bundle of a period, and how many cells of each form differ from it. Refuses
 * `period-unknown`.
 */
export function summariseHistory(
  office: Office,
  code: PeriodCode,
): Result<CallOutput<'history.summary'>> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const language = languageOf(office);
  const [bundle] = listSentBundles(storeOf(office), code);
  const counts =
    bundle === undefined
      ? new Map<string, number>()
      : countDiffering(storeOf(office), identityOf(office).unit, code, bundle.revision);
  const isOpen = identityOf(office).side === 'province' || viewSubmission(office, code).isOpen;
  return ok({
    mayRecord: mayRecord(office) && isOpen,
    bundle:
      bundle === undefined
        ? null
        : { revision: bundle.revision, sealedBy: bundle.sealedBy, sealedAt: bundle.sealedAt },
    forms: formsOf(office, period.value).map((form) => ({
      form: form.code,
      name: form.screenName[language],
      differing: counts.get(form.code) ?? 0,
    })),
  });
}

/**
 * What a span means for the store. A sealed report is opened again only as a new revision (D21):
 * what was changed after a bundle is what was recorded after its revision, whatever clocks said.
 */
function spanOf(
  office: Office,
  period: PeriodCode,
  span: HistorySpan,
): Pick<ChangeFilter, 'afterRevision' | 'onlyDiffering'> {
  const [bundle] = listSentBundles(storeOf(office), period);
  return {
    afterRevision: span === 'all' ? 0 : (bundle?.revision ?? 0),
    onlyDiffering: span === 'differing',
  };
}

/** Turns stored changes of a period into what people read. */
function changeViewer(
  office: Office,
  period: PeriodCode,
): (change: RecordedChange) => CellChangeView {
  const language = languageOf(office);
  const names = sheetNames(office, period);
  const why = reopenings(office, period);
  const held = (sheet: SheetNames, column: string, cell: StoredText) => ({
    typed: cell.typed,
    text: cellWords(sheet.column(column), cell, language),
    fault: cell.fault,
  });
  return (change) => {
    const { form, row, column } = change;
    const sheet = names(form);
    return {
      id: change.id,
      form,
      formName: sheet.form,
      row,
      rowName: sheet.rowName(row),
      column,
      columnName: sheet.columnName(column),
      placeColumn: sheet.placeColumn(column),
      before: held(sheet, column, change.before),
      after: held(sheet, column, change.after),
      now: change.now,
      by: change.by,
      at: change.at,
      revision: change.revision,
      why: why(change),
    };
  };
}

/** Why a change could be made: the last return or new revision before it, with its reason. */
function reopenings(
  office: Office,
  period: PeriodCode,
): (change: RecordedChange) => Reopening | null {
  const store = storeOf(office);
  const submission = findSubmission(store, identityOf(office).unit, period);
  const events = submission === null ? [] : listSubmissionEvents(store, submission.id);
  const opening = events.flatMap(({ action, reason, by, at, revision, afterChange }) =>
    action === 'return' || action === 'revise'
      ? [{ why: { action, reason: reason ?? '', by, at }, revision, afterChange }]
      : [],
  );
  return ({ id, revision }) =>
    opening
      .filter(
        (event) =>
          event.revision === revision &&
          // A revision is opened before anything of it is recorded.
          (event.why.action === 'revise' || (event.afterChange ?? id) < id),
      )
      .at(-1)?.why ?? null;
}

/** Whether every word of a text stands somewhere in a change, accents aside. */
function textFilter(text: string): (change: CellChangeView) => boolean {
  const words = searchKey(text)
    .split(' ')
    .filter((word) => word !== '');
  const keys = new Map<string, string>();
  const keyOf = (part: string) => {
    const key = keys.get(part) ?? searchKey(part);
    keys.set(part, key);
    return key;
  };
  return ({ rowName, columnName, by, before, after }) => {
    if (words.length === 0) return true;
    const parts = [rowName, columnName, by, before.text, before.typed, after.text, after.typed];
    const all = parts.map(keyOf).join('\n');
    return words.every((word) => all.includes(word));
  };
}

function hasForm(office: Office, period: Period, form: string): boolean {
  return formsOf(office, period).some(({ code }) => code === form);
}
