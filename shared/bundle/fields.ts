/** The fields that several signed payloads share, each with its one spelling. */
import { z } from 'zod';
import { parsePeriodCode } from '#shared/domain/period.ts';
import type { PeriodCode } from '#shared/domain/period.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { parseDay, parseInstant } from '#shared/kit/clock.ts';
import type { CalendarDay, Instant } from '#shared/kit/clock.ts';
import { longestName } from '#shared/kit/plain-text.ts';
import { isRecipient } from './age-envelope.ts';
import { parseSha256 } from './bytes.ts';
import type { Sha256 } from './bytes.ts';
import type { SeriesId } from './series.ts';

/** A unit's code, such as `30` or `291`. */
export const unitCodeField = z.custom<UnitCode>(
  (value) => typeof value === 'string' && parseUnitCode(value) !== null,
);

/** A period's code: `2022-KH` for the yearly plan, `2022-08` for the report of August. */
export const periodCodeField = z.custom<PeriodCode>(
  (value) => typeof value === 'string' && parsePeriodCode(value) !== null,
);

/** An installation's stream of bundles: 128 random bits, 32 hexadecimal digits. */
export const seriesField = z.custom<SeriesId>(
  (value) => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value),
);

/** The number of a bundle in its series: 1 to 999999. */
export const sequenceField = z.int().min(1).max(999_999);

/** A count or a version: 0 to 2^31-1. */
export const countField = z.int().min(0).max(2_147_483_647);

/** A version that starts at 1. */
export const versionField = z.int().min(1).max(2_147_483_647);

export const sha256Field = z.custom<Sha256>(
  (value) => typeof value === 'string' && parseSha256(value) !== null,
);

/** An instant in exactly the spelling of the clock: `2022-08-24T01:00:00.000Z`. */
export const instantField = z.custom<Instant>(
  (value) => typeof value === 'string' && parseInstant(value) === value,
);

/** A calendar day that exists: `2022-08-22`. */
export const dayField = z.custom<CalendarDay>(
  (value) => typeof value === 'string' && parseDay(value) === value,
);

/** An X25519 age recipient: `age1…`. */
export const recipientField = z.string().refine(isRecipient);

/** A person's name as the office writes it: NFC, one line, 1 to 200 letters. */
export const personNameField = z
  .string()
  .min(1)
  .max(longestName)
  .refine((name) => name.normalize('NFC') === name && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name));

/** A form's code such as `B01`. */
export const formCodeField = z.string().regex(/^[0-9A-Za-z._-]{1,40}$/);

/** A text of people: NFC, 1 to `longest` letters, no blanks at its ends, line feeds alone as control. */
export function textField(longest: number) {
  return z
    .string()
    .min(1)
    .max(longest)
    .refine(
      (text) =>
        text.normalize('NFC') === text &&
        text.trim() === text &&
        !/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFEFF]/u.test(text),
    );
}

/** A program version such as `0.1.0`. */
export const appVersionField = z.string().regex(/^[0-9A-Za-z.+-]{1,40}$/);

/** A stable refusal code in kebab-case. */
export const refusalCodeField = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+){0,11}$/)
  .max(80);

/** Where a payload breaks its shape, as a path: `from.unit`. For refusals, never for people alone. */
export function firstIssuePath(error: z.ZodError): string {
  const issue = error.issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return path === '' ? (issue?.code ?? 'shape') : path;
}
