import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { differencesOf } from '#shared/catalogue/edit/differences.ts';
import { isBesideColumn } from '#shared/catalogue/forms/beside-column.ts';
import type { Form } from '#shared/catalogue/forms/form.ts';
import { formsFor } from '#shared/catalogue/forms/layout.ts';
import { whyNotRecordable } from '#shared/catalogue/forms/recordable.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import { readCatalogue } from '#shared/catalogue/read-catalogue.ts';
import type { SheetContent } from '#shared/catalogue/sheets/sheet.ts';
import type { Period } from '#shared/domain/period.ts';
import { isOpenForRecording } from '#shared/domain/workflow.ts';
import type { OfferView, SheetEffect } from '#shared/ipc/calls/catalogue-desk.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { appendAudit } from '../storage/audit.ts';
import { deleteOffersUpTo } from '../storage/catalogue-offers.ts';
import type { StoredOffer } from '../storage/catalogue-offers.ts';
import { insertCatalogue } from '../storage/catalogues.ts';
import type { StoredCell } from '../storage/cells.ts';
import { write } from '../storage/handle.ts';
import { findSubmission } from '../storage/submissions.ts';
import { contentOf, readSheet } from './ledger.ts';
import { accountOf, catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';
import { findTrustedOffer, trustedOffers } from './trusted-offers.ts';

/** District: which version of the province's waits to be accepted; null where none does. */
export function waitingCatalogue(office: Office): CallOutput<'catalogue.waiting'> {
  const { version: current } = catalogueOf(office);
  const [offer] = trustedOffers(office);
  return offer === undefined || offer.version <= current
    ? null
    : { version: offer.version, current, receivedAt: offer.receivedAt };
}

/**
 * District: what the version that waits would change in the plan, in deadlines and in the forms that
 * this unit has open. Nothing is changed by looking.
 */
export function viewOffer(office: Office): OfferView | null {
  const waiting = waitingCatalogue(office);
  const offer = waiting === null ? null : findTrustedOffer(office, waiting.version);
  if (offer === null || waiting === null) return null;
  const before = catalogueOf(office);
  const after = catalogueOfOffer(offer);
  const language = languageOf(office);
  return {
    ...waiting,
    differences: [...differencesOf(before, after, language)],
    deadlines: before.periods.flatMap(({ code, name, deadline }) => {
      const later = after.periods.find((period) => period.code === code)?.deadline;
      return later === undefined || later.lastCompliantDay === deadline.lastCompliantDay
        ? []
        : [
            {
              period: code,
              periodName: name[language],
              before: deadline.lastCompliantDay,
              after: later.lastCompliantDay,
            },
          ];
    }),
    sheets: before.periods
      .filter((period) => isOpenForRecording(stateOf(office, period)))
      .flatMap((period) =>
        formsFor(before, identityOf(office).side, period.kind).flatMap((form) =>
          effectOn(office, period, form, after),
        ),
      ),
  };
}

/**
 * District: goes by a version that waits, from now on; forms that are open go on under its rules, and
 * what was typed stays. A report that was submitted or approved stands on the version in use, so it is
 * sealed or handed back first. Refuses `catalogue-offer-unknown` {version} and
 * `catalogue-waits-for-report` {period}.
 */
export function takeOffer(
  office: Office,
  { version }: HandledInput<'catalogue.take'>,
): Result<CallOutput<'catalogue.take'>> {
  const offer = findTrustedOffer(office, version);
  const current = catalogueOf(office);
  if (offer === null || version <= current.version) {
    return refuse('catalogue-offer-unknown', { version });
  }
  const waiting = current.periods.find((period) => isUnderWay(stateOf(office, period)));
  if (waiting !== undefined) {
    return refuse('catalogue-waits-for-report', { period: waiting.name[languageOf(office)] });
  }
  const catalogue = catalogueOfOffer(offer);
  const { name: actor, role } = accountOf(office);
  const at = office.clock.now();
  write(storeOf(office), (handle) => {
    insertCatalogue(handle, version, offer.content, at, 'taken');
    deleteOffersUpTo(handle, version);
    appendAudit(handle, {
      at,
      actor,
      role,
      action: 'catalogue.take',
      object: String(version),
      detail: offer.statementSha256,
    });
  });
  office.catalogue = catalogue;
  return ok({ version });
}

/** It was read strictly before it was kept. */
function catalogueOfOffer({ version, content }: StoredOffer): Catalogue {
  const read = readCatalogue(JSON.parse(content));
  if (!read.ok) throw new Error(`The offered catalogue ${String(version)} is broken.`);
  return read.value;
}

type State = NonNullable<ReturnType<typeof findSubmission>>['state'];

function stateOf(office: Office, { code }: Period): State {
  const { unit } = identityOf(office);
  return findSubmission(storeOf(office), unit, code)?.state ?? 'recording';
}

function isUnderWay(state: State): boolean {
  return ['awaiting-check', 'awaiting-approval', 'approved'].includes(state);
}

/** What another catalogue does to a form in which something stands; nothing where it does nothing. */
function effectOn(
  office: Office,
  period: Period,
  form: Form,
  after: Catalogue,
): readonly SheetEffect[] {
  const catalogue = catalogueOf(office);
  const { cells } = readSheet(office, period.code, form.code);
  if (!cells.some(({ typed }) => typed !== '')) return [];
  const language = languageOf(office);
  const { side, unit } = identityOf(office);
  const later = after.periods.find(({ code }) => code === period.code);
  const isUnitThere = inPeriod(after, period.code).units.some(({ code }) => code === unit);
  const laterForm =
    later === undefined || !isUnitThere
      ? undefined
      : formsFor(after, side, later.kind).find(({ code }) => code === form.code);
  const now = contentOf(office, period.code, form, catalogue);
  const then = laterForm === undefined ? null : contentOf(office, period.code, laterForm, after);
  const lost = lostCells(office, { period, form, cells, laterForm, after });
  const rows = new Set(now.rows.map(({ row }) => row));
  const effect: SheetEffect = {
    period: period.code,
    periodName: period.name[language],
    form: form.code,
    formName: form.screenName[language],
    gone: then !== null ? null : later !== undefined && !isUnitThere ? 'unit' : 'form',
    lost: lost.map(({ row, column, typed }) => ({
      row: now.rows.find((one) => one.row === row)?.name ?? row,
      column: now.columns.find((one) => one.code === column)?.name ?? column,
      typed,
    })),
    newRows: (then?.rows ?? [])
      .filter(({ row, isOwn }) => !isOwn && !rows.has(row))
      .map(({ name }) => name),
    toFill: { before: now.toFill, after: then?.toFill ?? 0 },
    findings: {
      before: now.findings.length,
      after: then?.findings.length ?? 0,
      blockingBefore: blockingIn(now),
      blockingAfter: then === null ? 0 : blockingIn(then),
    },
  };
  return isNothing(effect) ? [] : [effect];
}

function lostCells(
  office: Office,
  of: {
    readonly period: Period;
    readonly form: Form;
    readonly cells: readonly StoredCell[];
    readonly laterForm: Form | undefined;
    readonly after: Catalogue;
  },
): readonly StoredCell[] {
  const { period, form, cells, laterForm, after } = of;
  const identity = identityOf(office);
  const now = inPeriod(catalogueOf(office), period.code);
  const then = inPeriod(after, period.code);
  return cells.filter(({ row, column, typed }) => {
    if (typed === '' || isBesideColumn(column)) return false;
    const isHere = whyNotRecordable(now, form, identity, row, column) === null;
    const stays =
      laterForm !== undefined && whyNotRecordable(then, laterForm, identity, row, column) === null;
    return isHere && !stays;
  });
}

function blockingIn({ findings }: SheetContent): number {
  return findings.filter(({ isBlocking }) => isBlocking).length;
}

function isNothing({ gone, lost, newRows, toFill, findings }: SheetEffect): boolean {
  return (
    gone === null &&
    lost.length === 0 &&
    newRows.length === 0 &&
    toFill.before === toFill.after &&
    findings.before === findings.after &&
    findings.blockingBefore === findings.blockingAfter
  );
}
