import type { CellRecord } from '#shared/bundle/cell-record.ts';
import { recordedColumn } from '#shared/catalogue/forms/beside-column.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { indicatorOf } from '#shared/catalogue/forms/layout.ts';
import { whyNotRecordable } from '#shared/catalogue/forms/recordable.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import { isDraft, readTyped } from '#shared/catalogue/sheets/cells.ts';
import { carriedOver } from '#shared/catalogue/sheets/sheet.ts';
import type { SheetCell } from '#shared/catalogue/sheets/sheet.ts';
import type { Period, PeriodCode } from '#shared/domain/period.ts';
import { isOpenForRecording } from '#shared/domain/workflow.ts';
import type { DraftCell, DraftsPreview } from '#shared/ipc/calls/drafts.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { writeOrRefuse } from '../storage/handle.ts';
import { insertTaken, lastTaken } from '../storage/drafts.ts';
import type { DraftsOf } from '../storage/drafts.ts';
import { stateOf } from './attachments.ts';
import { cellWords } from './cell-words.ts';
import { findPeriod, formsOf, readSheet } from './ledger.ts';
import { accountOf, catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { draftsLookedAt, forgetDrafts, openDrafts } from './open-drafts.ts';
import type { OpenDrafts } from './open-drafts.ts';
import { languageOf } from './sessions.ts';
import { sheetNames } from './sheet-names.ts';
import { recordCells } from './sheets.ts';

/**
 * District: looks at drafts of a paired computer, cell by cell, and records nothing. Where a newer
 * file of a form was taken before, this one's cells are not to be taken any more. Refuses
 * `period-unknown`, `sheet-locked` {state}, and as `openDrafts`.
 */
export async function previewDrafts(
  office: Office,
  { file, password }: HandledInput<'drafts.preview'>,
): Promise<Result<DraftsPreview>> {
  const opened = await openDrafts(office, file, password);
  return opened.ok ? previewOf(office, opened.value) : opened;
}

/**
 * Records the accepted cells of the drafts that were looked at, as if they had been typed here. A cell
 * that changed here since is left and counted as overtaken. Refuses `drafts-not-open`, and as
 * `previewDrafts` and `recordCells`.
 */
export function takeDrafts(
  office: Office,
  { statement, accepted }: HandledInput<'drafts.take'>,
): Result<CallOutput<'drafts.take'>> {
  const opened = draftsLookedAt(office, statement);
  if (!opened.ok) return opened;
  const seen = previewOf(office, opened.value);
  if (!seen.ok) return seen;
  const wanted = new Map(accepted.map((cell) => [placeOf(cell), cell]));
  const takable = seen.value.cells.filter(
    ({ outcome }) => outcome === 'new' || outcome === 'changed',
  );
  const taken = takable.filter((cell) => {
    const then = wanted.get(placeOf(cell));
    return then?.before === cell.before && then.after === cell.after;
  });
  const counts = {
    recorded: taken.length,
    overtaken: wanted.size - taken.length,
    left: takable.filter((cell) => !wanted.has(placeOf(cell))).length,
  };
  const before = textsBefore(office, opened.value.drafts.statement.period, taken);
  const recorded = writeOrRefuse(storeOf(office), (): Result<null> => {
    for (const form of new Set(taken.map((cell) => cell.form))) {
      const sheet = recordForm(office, opened.value, form, taken);
      if (!sheet.ok) return sheet;
    }
    return ok(null);
  });
  if (!recorded.ok) return recorded;
  forgetDrafts(office);
  return ok({ savedAt: office.clock.now(), ...counts, before });
}

/** What the cells hold until now as it was typed, for taking it back. */
function textsBefore(
  office: Office,
  period: PeriodCode,
  cells: readonly DraftCell[],
): CallOutput<'drafts.take'>['before'] {
  const carried = new Set(
    [...new Set(cells.map(({ form }) => form))].flatMap((form) =>
      readSheet(office, period, form)
        .cells.filter(({ fault }) => fault === carriedOver)
        .map(({ row, column }) => placeOf({ form, row, column })),
    ),
  );
  return cells.map(({ form, row, column, before }) => ({
    form,
    row,
    column,
    typed: before,
    isCarried: carried.has(placeOf({ form, row, column })),
  }));
}

function recordForm(
  office: Office,
  { computer, drafts }: OpenDrafts,
  form: string,
  taken: readonly DraftCell[],
): ReturnType<typeof recordCells> {
  const { period, seq: sequence, from } = drafts.statement;
  const cells = taken
    .filter((cell) => cell.form === form)
    .map(({ row, column, after }) => ({ row, column, typed: after }));
  return recordCells(
    office,
    { period, form, cells },
    {
      action: 'drafts.take',
      file: drafts.statementSha256,
      beside: (handle) => {
        const of = { kid: computer.kid, series: from.series, period, form };
        const by = accountOf(office).displayName;
        const statement = drafts.statementSha256;
        insertTaken(handle, of, { sequence, statement, by, at: office.clock.now() });
      },
    },
  );
}

function previewOf(
  office: Office,
  { fileName, computer, drafts }: OpenDrafts,
): Result<DraftsPreview> {
  const { statement, cells, statementSha256 } = drafts;
  const period = findPeriod(office, statement.period);
  if (!period.ok) return period;
  const state = stateOf(office, storeOf(office), statement.period);
  if (!isOpenForRecording(state)) return refuse('sheet-locked', { state });
  const names = sheetNames(office, statement.period);
  const forms = statement.forms.map(({ code: form }) => {
    const of: DraftsOf = {
      kid: computer.kid,
      series: statement.from.series,
      period: statement.period,
      form,
    };
    const last = lastTaken(storeOf(office), of);
    return {
      form,
      name: names(form).form,
      newerTakenAt: last !== null && last.sequence > statement.seq ? last.at : null,
      takenAt: last?.sequence === statement.seq ? last.at : null,
    };
  });
  const older = new Set(forms.flatMap((each) => (each.newerTakenAt === null ? [] : [each.form])));
  const judge = cellJudge(office, period.value);
  return ok({
    fileName,
    statement: statementSha256,
    computer: computer.name,
    period: statement.period,
    periodName: period.value.name[languageOf(office)],
    sequence: statement.seq,
    sealedAt: statement.created,
    forms,
    cells: cells.map((record) => {
      const judged = judge(record);
      const isTooOld = older.has(record.form) && isTakable(judged);
      const { form, row, column, value: after } = record;
      return {
        form,
        row,
        rowName: names(form).rowName(row),
        column,
        columnName: names(form).columnName(column),
        after,
        ...judged,
        ...(isTooOld ? ({ outcome: 'refused', reason: 'drafts-older' } as const) : {}),
      };
    }),
  });
}

type Judged = Omit<DraftCell, 'form' | 'row' | 'rowName' | 'column' | 'columnName' | 'after'>;

function isTakable({ outcome }: Judged): boolean {
  return outcome === 'new' || outcome === 'changed';
}

/** Says of a cell of drafts what taking it over would change here. */
function cellJudge(office: Office, period: Period): (record: CellRecord) => Judged {
  const catalogue = inPeriod(catalogueOf(office), period.code);
  const language = languageOf(office);
  const forms = new Map(formsOf(office, period).map((form) => [form.code, form]));
  const stored = new Map<Form, ReadonlyMap<string, SheetCell>>();
  const here = (form: Form) => {
    const cells =
      stored.get(form) ??
      new Map(
        readSheet(office, period.code, form.code).cells.map((cell) => [
          `${cell.row} ${cell.column}`,
          cell,
        ]),
      );
    stored.set(form, cells);
    return cells;
  };
  return ({ form: code, row, column, value }) => {
    const form = forms.get(code);
    const refused = {
      before: '',
      shownBefore: '',
      shownAfter: value,
      isNumber: false,
      isDraft: false,
      outcome: 'refused',
    } as const;
    if (form === undefined) return { ...refused, reason: 'form-unknown' };
    const place = recordedColumn(catalogue, form, column);
    const reason = whyNotRecordable(catalogue, form, identityOf(office), row, column);
    if (place === null || reason !== null)
      return { ...refused, reason: reason ?? 'cell-not-yours' };
    const known = here(form).get(`${row} ${column}`);
    const read = readTyped(place, value, indicatorOf(catalogue, row));
    const before = known?.typed ?? '';
    const outcome =
      known !== undefined && isSame(known, read) ? 'unchanged' : before === '' ? 'new' : 'changed';
    return {
      before,
      shownBefore: known === undefined ? '' : cellWords(place, known, language),
      shownAfter: cellWords(place, read, language),
      isNumber: place.kind === 'number',
      isDraft: isDraft(read),
      outcome,
      reason: null,
    };
  };
}

/** 1.234 typed for 1234 is the same figure; of texts that are no value yet, what was typed counts. */
function isSame(a: SheetCell, b: SheetCell): boolean {
  if (a.fault !== b.fault) return false;
  return isDraft(a) ? a.typed === b.typed : a.canonical === b.canonical;
}

function placeOf(cell: { readonly form: string; readonly row: string; readonly column: string }) {
  return `${cell.form} ${cell.row} ${cell.column}`;
}
