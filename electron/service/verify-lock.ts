import { sha256Hex } from '#shared/bundle/bytes.ts';
import { canonicalJson } from '#shared/bundle/canonical-json.ts';
import { snapshotOf } from '#shared/bundle/snapshot.ts';
import type { Snapshot } from '#shared/bundle/snapshot.ts';
import type { CallOutput, HandledInput } from '#shared/ipc/contract.ts';
import { ok } from '#shared/kit/result.ts';
import type { Result } from '#shared/kit/result.ts';

import { findIssuedReceipt } from '../storage/issued-receipts.ts';
import { findReceived, readReceivedContent } from '../storage/received-sheets.ts';
import { consolidatedTable, reportingUnits } from './consolidated-table.ts';
import type { UnitReport } from './consolidated-table.ts';
import { lockedWeights } from './earlier-weights.ts';
import { findPeriod, rowsOfSheet } from './ledger.ts';
import { catalogueDigest, officeAsOf } from './locked-table.ts';
import { catalogueOf, identityOf, storeOf } from './office.ts';
import type { Office } from './office.ts';
import { openLock } from './open-lock.ts';
import { findLock } from './period-lock.ts';

/** How many differences are told; nobody reads more. */
const mostTold = 100;

/**
 * Makes the snapshot of a lock again from the store: the bundles that it names by digest, the answers
 * by their number, that version of the catalogue, the province's own figures after the last change
 * of a cell that it stands on (D144). Compares the bytes and tells each place that differs. Refuses `period-unknown`, `lock-unknown` and `lock-altered`.
 */
export function verifyLock(
  office: Office,
  { period: code, number }: HandledInput<'lock.verify'>,
): Result<CallOutput<'lock.verify'>> {
  const found = findPeriod(office, code);
  if (!found.ok) return found;
  const lock = findLock(office, code, number);
  if (!lock.ok) return lock;
  const opened = openLock(office, lock.value);
  if (!opened.ok) return opened;
  const snapshot = opened.value;
  const then = officeAsOf(office, snapshot.catalogue.version);
  const period = findPeriod(then, code);
  if (!period.ok) return period;
  const { unit } = identityOf(then);
  const catalogue = catalogueOf(then);
  const { v: _v, type: _type, ...signed } = snapshot;
  const again = snapshotOf({
    ...signed,
    // A province that was restored since goes on in a series of its own; who locked is said by the key.
    from: { unit, series: snapshot.from.series },
    plan: catalogue.plan.numberText,
    catalogue: { version: catalogue.version, sha256: catalogueDigest(then) },
    ...consolidatedTable(then, period.value, {
      reports: lockedReports(then, snapshot, reportingUnits(then, period.value)),
      rows: rowsOfSheet(then, code, lock.value.lastChange),
      shown: null,
      weigh: lockedWeights(then, snapshot.rows),
    }),
  });
  const isSame = canonicalJson(again) === canonicalJson(snapshot);
  const differences = isSame ? [] : differencesOf('', named(snapshot), named(again));
  return ok({
    isSame,
    sha256: lock.value.sha256,
    differences: differences.slice(0, mostTold),
    count: differences.length,
  });
}

/** The reports that a lock stands on, as the store has them now. */
function lockedReports(
  office: Office,
  { units }: Snapshot,
  reporting: readonly UnitReport['unit'][],
): readonly UnitReport[] {
  const store = storeOf(office);
  const locked = new Map(units.map(({ unit, bundle }) => [unit as string, bundle]));
  return reporting.map((unit) => {
    const named = locked.get(unit.code) ?? null;
    const bundle = named === null ? null : findReceived(store, named.statement);
    if (named === null || bundle === null) return { unit, bundle: null, answer: null };
    const receipt = named.answerSeq === null ? null : findIssuedReceipt(store, named.answerSeq);
    const outcome = named.answerSeq === null ? 'accepted' : (receipt?.outcome ?? 'refused');
    // The digest is made anew of the file that is kept, and not believed.
    const fileSha256 = sha256Hex(readReceivedContent(store, bundle.id));
    return {
      unit,
      bundle: { ...bundle, fileSha256 },
      answer: { outcome, sequence: receipt?.sequence ?? null },
    };
  });
}

type Difference = CallOutput<'lock.verify'>['differences'][number];

/** The snapshot with its lists under names, so that a place in it can be told. */
function named(snapshot: Snapshot): unknown {
  return {
    ...snapshot,
    units: Object.fromEntries(snapshot.units.map(({ unit, ...rest }) => [unit, rest])),
    rows: Object.fromEntries(
      snapshot.rows.map(({ indicator, total, units, ...rest }) => [
        indicator,
        {
          ...rest,
          total: {
            ...total,
            leftOut: Object.fromEntries(total.leftOut.map(({ unit, ...one }) => [unit, one])),
          },
          units: Object.fromEntries(units.map(({ unit, ...one }) => [unit, one])),
        },
      ]),
    ),
  };
}

function differencesOf(at: string, locked: unknown, now: unknown): readonly Difference[] {
  if (isObject(locked) && isObject(now)) {
    const keys = [...new Set([...Object.keys(locked), ...Object.keys(now)])].sort();
    return keys.flatMap((key) =>
      differencesOf(at === '' ? key : `${at}.${key}`, locked[key], now[key]),
    );
  }
  const before = textOf(locked);
  const after = textOf(now);
  return before === after ? [] : [{ at, locked: before, now: after }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : canonicalJson(value);
}
