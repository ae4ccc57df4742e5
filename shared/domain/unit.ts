import type { Brand } from '#shared/kit/brand.ts';
import type { CalendarDay } from '#shared/kit/clock.ts';

/**
 * The code of an administrative unit as the General Statistics Office gives it (`30`, `291`,
 * `10507`). Always text: leading zeros count, and nothing is computed with it.
 */
export type UnitCode = Brand<string, 'UnitCode'>;

export type UnitLevel = 'province' | 'district' | 'commune';

/**
 * A unit during one span of validity (D40). A code alone does not name a unit for ever: codes live
 * on under other names after mergers, so the key is the code together with the days.
 */
export type Unit = {
  readonly code: UnitCode;
  readonly parent: UnitCode | null;
  readonly level: UnitLevel;
  /** The unit's type in its own words, lower case: `huyện`, `thị xã`, `phường`. */
  readonly type: string;
  readonly name: string;
  readonly nameWithType: string;
  readonly shortName: string;
  /** `nameWithType` folded, see `searchKey` of the text floor. */
  readonly searchKey: string;
  /** The people's committee that signs for the unit. */
  readonly committeeName: string | null;
  /** The place name that stands before a document's date. */
  readonly placeName: string | null;
  readonly financeOffice: string | null;
  /** First day of validity; null when open or unknown. */
  readonly validFrom: CalendarDay | null;
  /** Last day of validity; null when open or unknown. */
  readonly validTo: CalendarDay | null;
  /** Which unit bears the code after this one ended (null: none does); null when it did not end. */
  readonly successor: { readonly from: CalendarDay; readonly nameWithType: string | null } | null;
};

const CODE = /^\d{2,5}$/;

/** Reads a unit code; null when the text is not two to five digits. */
export function parseUnitCode(text: string): UnitCode | null {
  return CODE.test(text) ? (text as UnitCode) : null;
}

/** Says whether a unit exists on a day (D41); both ends of its span belong to it, null is open. */
export function isValidOn(unit: Unit, day: CalendarDay): boolean {
  return (
    (unit.validFrom === null || unit.validFrom <= day) &&
    (unit.validTo === null || day <= unit.validTo)
  );
}

/** The unit that bears a code on a day; null when none does. */
export function unitOn(units: readonly Unit[], code: UnitCode, day: CalendarDay): Unit | null {
  return units.find((unit) => unit.code === code && isValidOn(unit, day)) ?? null;
}

/** The units directly below one on a day, in code order (D42), never in alphabetical order. */
export function childrenOf(
  units: readonly Unit[],
  parent: UnitCode,
  day: CalendarDay,
): readonly Unit[] {
  return units
    .filter((unit) => unit.parent === parent && isValidOn(unit, day))
    .sort((a, b) => compareUnitCodes(a.code, b.code));
}

/** Orders unit codes as the statistics office lists them: as text, digit by digit. */
function compareUnitCodes(a: UnitCode, b: UnitCode): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
