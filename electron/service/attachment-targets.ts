import { findForm, layOut } from '#shared/catalogue/forms/layout.ts';
import { inPeriod } from '#shared/catalogue/in-period.ts';
import type { SheetContent } from '#shared/catalogue/sheets/sheet.ts';
import type { AttachmentTarget } from '#shared/domain/attachment.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import type { CallOutput } from '#shared/ipc/contract.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Language } from '#shared/text/translate.ts';

import { contentOf, findPeriod, formsOf } from './ledger.ts';
import { catalogueOf } from './office.ts';
import type { Office } from './office.ts';
import { languageOf } from './sessions.ts';

/** The forms and rows of a period that a file may be evidence for. Refuses `period-unknown`. */
export function listTargets(
  office: Office,
  code: PeriodCode,
): Result<CallOutput<'attachment.targets'>> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  const language = languageOf(office);
  return ok(
    formsOf(office, period.value).map((form) => ({
      form: form.code,
      name: form.screenName[language],
      rows: contentOf(office, code, form)
        .rows.filter(({ isTotal }) => !isTotal)
        .map(({ row, name }) => ({ row, name })),
    })),
  );
}

/**
 * Whether a target is there in a period. Refuses `period-unknown`, `form-unknown` {form},
 * `row-unknown` {row} and `cell-not-yours` {row, column}.
 */
export function judgeTarget(
  office: Office,
  code: PeriodCode,
  target: AttachmentTarget,
): Result<null> {
  const period = findPeriod(office, code);
  if (!period.ok) return period;
  if (target.form === null) return ok(null);
  const form = formsOf(office, period.value).find((candidate) => candidate.code === target.form);
  if (form === undefined) return refuse('form-unknown', { form: target.form });
  if (target.row === null) return ok(null);
  const { rows, columns } = contentOf(office, code, form);
  if (!rows.some(({ row }) => row === target.row))
    return refuse('row-unknown', { row: target.row });
  const { column } = target;
  const isThere = column === null || columns.some((one) => one.code === column);
  return isThere ? ok(null) : refuse('cell-not-yours', { row: target.row, column });
}

/** Says targets of this unit's period in words: `Biểu 01, Tỷ lệ bao phủ bảo hiểm y tế`. */
export function ownTargetNames(
  office: Office,
  period: PeriodCode,
): (target: AttachmentTarget) => string | null {
  const language = languageOf(office);
  const contents = new Map<string, SheetContent>();
  return ({ form: formCode, row, column }) => {
    if (formCode === null) return null;
    const form = findForm(catalogueOf(office), formCode);
    if (form === null) return said(formCode, row, column);
    if (row === null) return form.screenName[language];
    const content = contents.get(formCode) ?? contentOf(office, period, form);
    contents.set(formCode, content);
    return said(
      form.screenName[language],
      content.rows.find((one) => one.row === row)?.name ?? row,
      content.columns.find((one) => one.code === column)?.name ?? column,
    );
  };
}

/**
 * The same for what another unit sent for a period; rows of its own are called by their codes.
 * @param language what the words are for: the screen, or a document, which is Vietnamese.
 */
export function receivedTargetNames(
  office: Office,
  { unit, period }: { readonly unit: UnitCode; readonly period: PeriodCode },
  language: Language = languageOf(office),
): (target: AttachmentTarget) => string | null {
  const catalogue = inPeriod(catalogueOf(office), period);
  return ({ form: formCode, row, column }) => {
    if (formCode === null) return null;
    const form = findForm(catalogue, formCode);
    if (form === null) return said(formCode, row, column);
    if (row === null) return form.screenName[language];
    const whose = { unit, side: 'district', ownRows: new Map(), registerRows: new Map() } as const;
    const { rows, columns } = layOut(catalogue, form, whose);
    return said(
      form.screenName[language],
      rows.find((one) => one.code === row)?.name?.[language] ?? row,
      columns.find((one) => one.code === column)?.name[language] ?? column,
    );
  };
}

function said(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(', ');
}
