import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { formsFor } from '#shared/catalogue/forms/layout.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import type { Invocation } from './arguments.ts';
import type { Desk } from './desk.ts';

/** A form of a period as the window shows it; the period's first form where none is named. */
export async function openForm(
  desk: Desk,
  { given }: Invocation,
  period: PeriodCode,
): Promise<Result<{ readonly catalogue: Catalogue; readonly view: SheetView }>> {
  const catalogue = await desk.call('catalogue.read', {});
  if (!catalogue.ok) return catalogue;
  const form = given.form ?? firstForm(catalogue.value, period);
  if (form === null) return refuse('period-unknown', { period });
  const opened = await desk.call('sheet.open', { period, form });
  if (!opened.ok) return opened;
  const view = viewSheet(catalogue.value, opened.value, desk.language);
  return ok({ catalogue: catalogue.value, view });
}

function firstForm(catalogue: Catalogue, period: PeriodCode): string | null {
  const known = catalogue.periods.find(({ code }) => code === period);
  // The first form of every kind of period is one that both sides fill, or the district's own.
  return known === undefined
    ? null
    : (formsFor(catalogue, 'district', known.kind)[0]?.code ?? null);
}
