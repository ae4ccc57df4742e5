import { z } from 'zod';

import { parseDay, type CalendarDay } from '#shared/kit/clock.ts';
import { isDecimal, type Decimal } from '#shared/domain/decimal.ts';
import {
  parseIndicatorCode,
  type Bilingual,
  type IndicatorCode,
} from '#shared/domain/indicator.ts';
import { parsePeriodCode, type PeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode, type UnitCode } from '#shared/domain/unit.ts';

/** The values that a catalogue file is made of, each with its brand once it has been checked. */
export const text = z.string().min(1);
export const optionalText = text.nullable();
export const texts = z.array(text);
export const bilingual = z.strictObject({ vi: text, en: text }) satisfies z.ZodType<Bilingual>;

export const day = z.custom<CalendarDay>(readBy(parseDay), 'not a calendar day');
export const indicatorCode = z.custom<IndicatorCode>(
  readBy(parseIndicatorCode),
  'not an indicator code',
);
export const periodCode = z.custom<PeriodCode>(readBy(parsePeriodCode), 'not a period code');
export const unitCode = z.custom<UnitCode>(readBy(parseUnitCode), 'not a unit code');
export const decimal = z.custom<Decimal>(
  (value) => typeof value === 'string' && isDecimal(value),
  'not a canonical decimal',
);

function readBy(parse: (value: string) => string | null): (value: unknown) => boolean {
  return (value) => typeof value === 'string' && parse(value) !== null;
}
