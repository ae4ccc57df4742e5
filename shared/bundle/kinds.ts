/** The kinds of sealed bundles: what each is signed as, and how its statement is read. */
import type { z } from 'zod';
import { ok, refuse } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';
import type { Json } from './canonical-json.ts';
import { catalogueStatementShape } from './catalogue-statement.ts';
import { draftsStatementShape } from './drafts-statement.ts';
import { firstIssuePath } from './fields.ts';
import type { JwsType } from './jws.ts';
import { receiptShape } from './receipt.ts';
import { reportStatementShape } from './statement.ts';
import {
  FORMAT_VERSION,
  RECEIPT_VERSION,
  REPORT_VERSION,
  receiptUpgradeSteps,
  reportUpgradeSteps,
  upgradePayload,
  upgradeSteps,
  versionOf,
} from './upgrade.ts';
import type { UpgradeRefusal, UpgradeStep } from './upgrade.ts';

/** One kind never stands in for another: each has a signature type of its own. */
const readers = {
  'sct-bundle+jws': readerOf('report', reportStatementShape, REPORT_VERSION, reportUpgradeSteps),
  'sct-receipt+jws': readerOf('receipt', receiptShape, RECEIPT_VERSION, receiptUpgradeSteps),
  'sct-catalogue+jws': readerOf('catalogue', catalogueStatementShape, FORMAT_VERSION, upgradeSteps),
  'sct-drafts+jws': readerOf('drafts', draftsStatementShape, FORMAT_VERSION, upgradeSteps),
} as const satisfies Partial<Record<JwsType, (payload: Json) => unknown>>;

/** What a sealed bundle's statement may be signed as. */
export type BundleType = keyof typeof readers;

/** A statement in the newest version of its kind, and the version that it was sealed in. */
export type Statement = Extract<ReturnType<(typeof readers)[BundleType]>, { ok: true }>['value'];
export type BundleKind = Statement['kind'];

/** Whether something that was signed is a sealed bundle's statement; a keyring, for one, is not. */
export function isBundleType(typ: JwsType): typ is BundleType {
  return Object.hasOwn(readers, typ);
}

/**
 * Reads the payload of a statement whose signature held. Refuses `bundle-newer-than-program` and
 * `statement-malformed` {at}.
 */
export function readStatement(typ: BundleType, payload: Json): Result<Statement, UpgradeRefusal> {
  return readers[typ](payload);
}

/** The kind of a bundle by what its statement is signed as. */
export function kindOf(typ: BundleType): BundleKind {
  return readers[typ].kind;
}

function readerOf<Kind extends string, Shape extends z.ZodType>(
  kind: Kind,
  shape: Shape,
  version: number,
  steps: readonly UpgradeStep[],
) {
  type Read = {
    readonly kind: Kind;
    readonly statement: z.output<Shape>;
    readonly sealedAs: number;
  };
  const read = (payload: Json): Result<Read, UpgradeRefusal> => {
    const upgraded = upgradePayload(payload, steps, version);
    if (!upgraded.ok) return upgraded;
    const parsed = shape.safeParse(upgraded.value);
    return parsed.success
      ? ok({ kind, statement: parsed.data, sealedAs: versionOf(payload) })
      : refuse('statement-malformed', { at: firstIssuePath(parsed.error) });
  };
  return Object.assign(read, { kind });
}
