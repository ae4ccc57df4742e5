import { previousReport, samePeriodLastYear } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import type { Catalogue } from '../catalogue.ts';
import { communeForm, indicatorForm, registerOf } from '../forms/layout.ts';
import type { Form } from '../forms/form.ts';

export type SheetKey = { readonly period: PeriodCode; readonly form: string };

/** The unit's own plan of a year: where its own targets stand; null where the plan asks for none. */
export function ownPlanOf(catalogue: Catalogue, year: number): SheetKey | null {
  const period = catalogue.periods.find((each) => each.kind === 'plan' && each.year === year);
  const form = catalogue.forms.find(
    (each) => each.periods === 'plan' && each.rows.some(({ from }) => from === 'indicators'),
  );
  return period === undefined || form === undefined
    ? null
    : { period: period.code, form: form.code };
}

/** The report before, of the same form; null when there is none. */
export function previousSheet(
  catalogue: Catalogue,
  form: Form,
  period: PeriodCode,
): SheetKey | null {
  const previous = previousReport(catalogue.periods, period);
  return form.periods === 'plan' || previous === null
    ? null
    : { period: previous.code, form: form.code };
}

/** Every sheet that stands beside one: earlier periods, the own plan, communes, a register. */
export function relatedSheets(
  catalogue: Catalogue,
  form: Form,
  period: PeriodCode,
): readonly SheetKey[] {
  const keys: (SheetKey | null)[] = [previousSheet(catalogue, form, period), registerOf(form)];
  const same = samePeriodLastYear(catalogue.periods, period);
  if (same !== null && form.periods === 'report') keys.push({ period: same.code, form: form.code });
  if (form === indicatorForm(catalogue)) {
    const communes = communeForm(catalogue);
    const year = catalogue.periods.find(({ code }) => code === period)?.year;
    keys.push(
      communes === null ? null : { period, form: communes.code },
      year === undefined ? null : ownPlanOf(catalogue, year),
    );
    for (const earlier of keys.filter((key) => key?.form === form.code)) {
      if (communes !== null && earlier !== null) {
        keys.push({ period: earlier.period, form: communes.code });
      }
    }
  }
  const seen = new Set<string>();
  return keys.filter((key): key is SheetKey => {
    const id = key === null ? '' : `${key.period} ${key.form}`;
    if (key === null || seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
