import fc from 'fast-check';

import type { Catalogue } from '#shared/catalogue/catalogue.ts';
import { applyEdit } from '#shared/catalogue/edit/apply-edit.ts';
import { catalogueEdit } from '#shared/catalogue/edit/edit.ts';
import type { CatalogueEdit } from '#shared/catalogue/edit/edit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { addDays, parseDay } from '#shared/kit/clock.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';

/** Reads an edit as it comes over the wire; fails the test where it is none. */
export function editOf(data: unknown): CatalogueEdit {
  return catalogueEdit.parse(data);
}

/** Applies an edit that must be granted. */
export function edited(catalogue: Catalogue, data: unknown): Catalogue {
  const done = applyEdit(catalogue, editOf(data));
  if (!done.ok) throw new Error(JSON.stringify(done.refusal));
  return done.value;
}

export function dayOf(text: string): CalendarDay {
  const day = parseDay(text);
  if (day === null) throw new Error(`${text} is no day.`);
  return day;
}

const days = fc.integer({ min: 0, max: 1200 }).map((n) => addDays(dayOf('2022-01-01'), n));
const names = fc.constantFrom('Đông Hải', 'Tây Sơn', 'Nam Đàn', 'Bắc Hà Thượng');
const types = fc.constantFrom('huyện', 'thị xã', 'thành phố', 'xã', 'phường');
const horizons = fc.constantFrom('2022', '2023', '2025', '2021-2025');
const numbers = fc.integer({ min: 0, max: 100 }).map(String);

/** Edits of units of one catalogue, sensible and not: what cannot be is refused. */
export function unitEdits(catalogue: Catalogue): fc.Arbitrary<CatalogueEdit> {
  const codes = [...new Set(catalogue.units.map(({ code }) => code))];
  const code: fc.Arbitrary<UnitCode> = fc.constantFrom(...codes);
  const target = fc.oneof(
    code,
    // Codes of five digits that nobody bears yet.
    fc.integer({ min: 90_000, max: 90_009 }).map((n) => String(n) as UnitCode),
  );
  const named = { type: types, name: names };
  return fc.oneof(
    fc.record({ kind: fc.constant('unit.rename' as const), code, from: days, ...named }),
    fc.record({
      kind: fc.constant('unit.merge' as const),
      codes: fc.oneof(
        fc.array(code, { minLength: 1, maxLength: 3 }),
        siblings(catalogue).map((found) => [...found]),
      ),
      from: days,
      into: fc.record({ code: target, ...named }),
    }),
    fc.record({
      kind: fc.constant('unit.split' as const),
      code,
      from: days,
      into: fc.array(
        fc.record({ code: target, ...named, children: fc.array(code, { maxLength: 4 }) }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
  );
}

function siblings(catalogue: Catalogue): fc.Arbitrary<readonly UnitCode[]> {
  const parents = [...new Set(catalogue.units.map(({ parent }) => parent))];
  const families = parents
    .map((parent) => catalogue.units.filter((unit) => unit.parent === parent))
    .map((units) => units.map(({ code }) => code))
    .filter((codes) => codes.length > 1);
  return fc
    .constantFrom(...families)
    .chain((codes) => fc.uniqueArray(fc.constantFrom(...codes), { minLength: 2, maxLength: 2 }));
}

/** Edits of everything else, with limits the right way round. */
export function otherEdits(catalogue: Catalogue): fc.Arbitrary<CatalogueEdit> {
  const indicator = fc.constantFrom(...catalogue.indicators);
  const period = fc.constantFrom(...catalogue.periods.map(({ code }) => code));
  const check = fc.constantFrom(...catalogue.checks.map(({ code }) => code));
  const unit = fc.constantFrom(...catalogue.units.map(({ code }) => code));
  const name = names.map((text) => ({ vi: text, en: text }));
  const wire: fc.Arbitrary<unknown> = fc.oneof(
    fc.record({
      kind: fc.constant('period.add'),
      code: fc.constantFrom('2023-02', '2024-KH', '2025-11', '2022-08'),
      name,
      cutOff: fc.option(days),
      lastCompliantDay: days,
      note: fc.constant(null),
    }),
    fc.record({
      kind: fc.constant('period.change'),
      code: period,
      name,
      cutOff: fc.option(days),
      lastCompliantDay: days,
      lastWorkingDay: fc.constant(null),
      note: fc.constant('đổi hạn'),
    }),
    fc.record({
      kind: fc.constant('indicator.add'),
      copyOf: indicator.map(({ code }) => code),
      code: fc.constantFrom('NEW_ONE', 'NEW_TWO', 'NEW_THREE'),
      name,
    }),
    indicator.chain(({ code, range, unit: { vi }, aggregation, reportedBy }) =>
      fc.record({
        kind: fc.constant('indicator.change'),
        code: fc.constant(code),
        name,
        unit: fc.constant(vi),
        decimals: fc.integer({ min: 0, max: 3 }),
        range: fc.constant({
          hardMin: range.hardMin,
          hardMax: range.hardMax,
          warnBelow: range.warnBelow,
          warnAbove: range.warnAbove,
        }),
        aggregation: fc.constant(aggregation),
        reportedBy: fc.constant(reportedBy),
      }),
    ),
    fc.record({
      kind: fc.constant('indicator.retire'),
      code: indicator.map(({ code }) => code),
      lastPeriod: fc.option(period),
    }),
    fc.record({
      kind: fc.constant('check.change'),
      code: check,
      severity: fc.constantFrom('error', 'explain', 'warning'),
      isOff: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('check.remove'), code: check }),
    fc.record({
      kind: fc.constant('target.set'),
      id: fc.constant(null),
      indicator: indicator.map(({ code }) => code),
      horizon: horizons,
      value: numbers,
      comparison: fc.constantFrom('>=', '<=', '='),
      strict: fc.boolean(),
      wording: fc.constant('theo quyết định thử'),
    }),
    fc.record({
      kind: fc.constant('target.remove'),
      id: fc.constantFrom('', ...catalogue.targets.map(({ id }) => id)).filter((id) => id !== ''),
    }),
    fc.record({
      kind: fc.constant('unit-target.set'),
      unit,
      indicator: indicator.map(({ code }) => code),
      horizon: horizons,
      value: numbers,
      comparison: fc.constantFrom('>=', '<=', '='),
      basis: fc.constant('QĐ thử số 1'),
    }),
  );
  return wire.map(editOf);
}
