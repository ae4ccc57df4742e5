import type { CalendarDay } from '../kit/clock.ts';
import { ok, refuse } from '../kit/result.ts';
import type { Result } from '../kit/result.ts';
import { toNfc } from '../text/nfc.ts';
import { readDay } from './day-input.ts';
import type { SubmissionState } from './workflow.ts';

/**
 * The report on paper as it was issued and signed ("văn bản đã ký"): `Số: 123/BC-UBND` has the number
 * 123 and the symbol BC-UBND (Nghị định 30/2020/NĐ-CP, annex I). Its scan or token-signed PDF is an
 * attachment. It is the legal report; the bundle only cites it.
 */
export type SignedDocument = {
  readonly number: string;
  readonly symbol: string;
  readonly day: CalendarDay;
  readonly signer: string;
};

/** The same as it was typed. */
export type TypedDocument = { readonly [Field in keyof SignedDocument]: string };

export type DocumentRefusal =
  | 'document-field-missing'
  | 'document-number-malformed'
  | 'document-symbol-malformed'
  | 'document-day-unreadable'
  | 'document-day-ahead';

const NUMBER = /^\d{1,6}[A-ZĐ]?$/;
const SYMBOL = /^[\p{Lu}\d][\p{L}\d&./-]{0,59}$/u;
const LONGEST_SIGNER = 200;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Whether a text is a document's number: up to six digits, perhaps a letter behind them. */
export function isDocumentNumber(text: string): boolean {
  return NUMBER.test(text);
}

/** Whether a text is a document's symbol, such as `BC-UBND` or `BC-TCKH&ĐT`. */
export function isDocumentSymbol(text: string): boolean {
  return SYMBOL.test(text) && toNfc(text) === text;
}

/**
 * Reads what was typed of a signed document (D96). The whole `Số: 123/BC-UBND` may stand in the field
 * of the number. Refuses `document-field-missing` {field}, `document-number-malformed`,
 * `document-symbol-malformed` and `document-day-unreadable` {typed}, and `document-day-ahead` {day}:
 * nobody has signed tomorrow.
 */
export function readSignedDocument(
  typed: TypedDocument,
  today: CalendarDay,
): Result<SignedDocument, DocumentRefusal> {
  const { number, symbol } = numberAndSymbol(plain(typed.number), plain(typed.symbol));
  const signer = plain(typed.signer).slice(0, LONGEST_SIGNER).trim();
  const fields = { number, symbol, day: plain(typed.day), signer };
  const missing = Object.entries(fields).find(([, text]) => text === '');
  if (missing !== undefined) return refuse('document-field-missing', { field: missing[0] });
  if (!isDocumentNumber(number)) return refuse('document-number-malformed', { typed: number });
  if (!isDocumentSymbol(symbol)) return refuse('document-symbol-malformed', { typed: symbol });
  const day = readDay(fields.day);
  if (day === null) return refuse('document-day-unreadable', { typed: fields.day });
  if (day > today) return refuse('document-day-ahead', { day });
  return ok({ number, symbol, day, signer });
}

/** Whether a signed document may be recorded (D97): until the report is sealed, which cites it. */
export function isOpenForDocument(state: SubmissionState): boolean {
  return state !== 'sealed' && state !== 'received' && state !== 'returned';
}

/** The number may bring its symbol along, as it stands on the paper. */
function numberAndSymbol(
  typedNumber: string,
  typedSymbol: string,
): { readonly number: string; readonly symbol: string } {
  const whole = typedNumber.replace(/^số\s*:?\s*/iu, '');
  const slash = whole.indexOf('/');
  const number = (slash < 0 ? whole : whole.slice(0, slash)).trim().toUpperCase();
  const rest = slash < 0 ? '' : whole.slice(slash + 1).trim();
  return { number, symbol: typedSymbol === '' ? rest : typedSymbol.replace(/^\//, '').trim() };
}

function plain(text: string): string {
  return toNfc(text.replace(/\s+/gu, ' ').replace(UNSEEN, '')).trim();
}
