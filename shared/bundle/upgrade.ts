import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Json } from './canonical-json.ts';
import { firstReceiptShape } from './receipt.ts';
import { firstReportShape, secondReportShape } from './statement.ts';

/** The newest version of every payload that names none of its own here. */
export const FORMAT_VERSION = 1;

/**
 * The newest version of reports. Version 2 describes attachments, cites the signed document and has
 * the cells of all forms beside the observations (`open.ts` reads no cells of version 1); in version
 * 3 who prepared and who approved signed for themselves.
 */
export const REPORT_VERSION = 3;

/** The newest version of receipts; version 2 has more answers than taken or not, and remarks. */
export const RECEIPT_VERSION = 2;

/** The newest version of keyrings; version 2 has roots, version 1 goes on to be read as it is. */
export const KEYRING_VERSION = 2;

/**
 * Brings a payload from one version to the next. Each has a name and stays for ever, so that every
 * old bundle can be read; `from` is the version it takes.
 */
export type UpgradeStep = {
  readonly name: string;
  readonly from: number;
  readonly apply: (payload: { readonly [key: string]: Json }) => { readonly [key: string]: Json };
};

/** Of payloads of which version 1 is the first and only one. */
export const upgradeSteps: readonly UpgradeStep[] = [];

/** Of reports. */
export const reportUpgradeSteps: readonly UpgradeStep[] = [
  { name: 'report-describes-attachments', from: 1, apply: describeAttachments },
  { name: 'report-has-signed-acts', from: 2, apply: nameActsAlone },
];

/** Of receipts. */
export const receiptUpgradeSteps: readonly UpgradeStep[] = [
  { name: 'receipt-has-remarks', from: 1, apply: sayNothingElse },
];

/**
 * Names what travelled nameless after its digest, as evidence for the whole period. What is no
 * payload of version 1 becomes none of version 2 either, whatever members it brought along.
 */
function describeAttachments(payload: { readonly [key: string]: Json }): {
  readonly [key: string]: Json;
} {
  const first = firstReportShape.safeParse(payload);
  if (!first.success) return { ...payload, v: 2, document: 'none' };
  const attached = first.data.files.filter(({ path }) => path.startsWith('attachments/'));
  return {
    ...payload,
    v: 2,
    attachments: attached.map(({ path }) => {
      const name = path.slice(path.indexOf('/') + 1);
      return { path, name, form: null, row: null, column: null };
    }),
    document: null,
  };
}

/**
 * Says that nobody but the unit signed. What is no payload of version 2 becomes none of version 3
 * either.
 */
function nameActsAlone(payload: { readonly [key: string]: Json }): {
  readonly [key: string]: Json;
} {
  const second = secondReportShape.safeParse(payload);
  if (!second.success) return { ...payload, v: 3, document: 'none' };
  const { prepared, approved } = second.data;
  return {
    ...payload,
    v: 3,
    prepared: prepared === null ? null : { ...prepared, act: null },
    approved: { ...approved, act: null },
  };
}

/** An answer of version 1 said nothing beside taken or not, and not by whom. */
function sayNothingElse(payload: { readonly [key: string]: Json }): {
  readonly [key: string]: Json;
} {
  const first = firstReceiptShape.safeParse(payload);
  if (!first.success) return { ...payload, v: 2, remarks: 'none' };
  const { outcome, counts } = first.data;
  return {
    ...payload,
    v: 2,
    outcome: outcome === 'rejected' ? 'refused' : outcome,
    note: null,
    remarks: [],
    answeredBy: null,
    previous: null,
    counts: { rows: counts.rows, cells: 0 },
  };
}

export type UpgradeRefusal = 'statement-malformed' | 'bundle-newer-than-program';

/**
 * Brings a payload whose signature was verified to the version of this program. Refuses
 * `bundle-newer-than-program` {version, supported} and `statement-malformed` {at: 'v'}.
 */
export function upgradePayload(
  payload: Json,
  steps: readonly UpgradeStep[] = upgradeSteps,
  supported: number = FORMAT_VERSION,
): Result<{ readonly [key: string]: Json }, UpgradeRefusal> {
  const readable = readablePayload(payload, supported);
  if (!readable.ok) return readable;
  let upgraded = readable.value;
  for (let from = versionOf(upgraded); from < supported; from += 1) {
    const step = steps.find((candidate) => candidate.from === from);
    if (step === undefined) throw new Error(`No step leads on from version ${String(from)}.`);
    upgraded = step.apply(upgraded);
  }
  return ok(upgraded);
}

/** A payload of a version that this program knows, as it is. Refuses as `upgradePayload`. */
export function readablePayload(
  payload: Json,
  supported: number,
): Result<{ readonly [key: string]: Json }, UpgradeRefusal> {
  if (!isObject(payload)) return refuse('statement-malformed', { at: 'payload' });
  const version = versionOf(payload);
  if (!Number.isInteger(version) || version < 1) return refuse('statement-malformed', { at: 'v' });
  return version > supported
    ? refuse('bundle-newer-than-program', { version, supported })
    : ok(payload);
}

/** The version that a payload says it has; 0 where it says none. */
export function versionOf(payload: Json): number {
  const version = isObject(payload) ? payload['v'] : null;
  return typeof version === 'number' ? version : 0;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
