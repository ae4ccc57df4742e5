import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';

import { noSums, sumsOf } from '#shared/domain/consolidate.ts';
import type { Indicator } from '#shared/domain/indicator.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import { observationOfReceived } from '../../../electron/service/observation-records.ts';
import type { ReadHandle } from '../../../electron/storage/handle.ts';
import type { ReceivedObservation } from '../../../electron/storage/received-sheets.ts';
import { sumReceived } from '../../../electron/storage/received-sums.ts';
import { openedStore } from '../../helpers/stores.ts';
import { temporaryFolder } from '../../helpers/world.ts';
import { anyDecimal, indicator } from '../../shared/domain/samples.ts';

const weighed = indicator('HI_COVERAGE');
const added: Indicator = { ...indicator('HDI'), aggregation: 'sum' };
const unit = parseUnitCode('300');

/** Amounts as they come: plain, with decimals, far longer than 64 bits, "-", "..." and nothing. */
const amount = fc.oneof(
  { weight: 4, arbitrary: anyDecimal },
  { weight: 3, arbitrary: fc.nat().map(String) },
  fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }).map(String),
  fc.constantFrom('0', '-0.5', '999999999999999', '9.99999999999999', '-', '...', ''),
);
const stated = fc.record({
  indicator: fc.constantFrom<string>(weighed.code, added.code),
  numerator: amount,
  denominator: amount,
  value: amount,
  status: fc.constantFrom('estimated', 'provisional', 'official', ''),
  note: fc.constantFrom('', 'Số ước'),
});

function storeWith(observations: readonly ReceivedObservation[]): ReadHandle {
  const store = openedStore(temporaryFolder('sums', onTestFinished));
  onTestFinished(() => {
    store.close();
  });
  fill(store, observations);
  return store;
}

/** One bundle for each observation, as if each were from a unit of its own. */
function fill(store: ReadHandle, observations: readonly ReceivedObservation[]): void {
  store.exec('DELETE FROM received_observation; DELETE FROM received_bundle;');
  for (const [at, one] of observations.entries()) {
    const id = at + 1;
    store
      .prepare(
        `INSERT INTO received_bundle VALUES (?, ?, 's', ?, '2022-08', 1, '', '', ?, '', '', '', NULL)`,
      )
      .run(id, String(10_000 + id), id, `digest ${String(id)}`);
    store
      .prepare('INSERT INTO received_observation VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(id, one.indicator, one.numerator, one.denominator, one.value, one.status, one.note);
  }
}

function byTheRule(of: Indicator, observations: readonly ReceivedObservation[]): unknown {
  const own = observations.filter((one) => one.indicator === of.code);
  if (unit === null) throw new Error('300 is a code.');
  return sumsOf(
    of,
    own.map((one) => ({ unit, observation: observationOfReceived(one) })),
  );
}

describe('sums that are made in the store', () => {
  it('D142 are to the last digit what the rule says, whatever units send', () => {
    const store = storeWith([]);
    fc.assert(
      fc.property(fc.array(stated, { maxLength: 40 }), (observations) => {
        fill(store, observations);
        const ids = observations.map((_, at) => at + 1);
        for (const [of, what] of [
          [weighed, 'amounts'],
          [added, 'value'],
        ] as const) {
          const { leftOut, ...sums } = sumReceived(store, ids, [of.code], what).get(of.code) ?? {
            ...noSums,
            leftOut: [],
          };
          expect(sums).toEqual(byTheRule(of, observations));
          expect(leftOut).toHaveLength(sums.stated - sums.added - sums.nil);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('D142 do not overflow where thousands of units send what 64 bits hardly hold', () => {
    const observations = Array.from({ length: 6000 }, () => ({
      indicator: weighed.code,
      numerator: '999999999999999',
      denominator: '9223372036854775807',
      value: '',
      status: 'official',
      note: '',
    }));
    const store = storeWith(observations);
    const ids = observations.map((_, at) => at + 1);
    expect(sumReceived(store, ids, [weighed.code], 'amounts').get(weighed.code)).toMatchObject({
      added: 6000,
      numerator: '5999999999999994000',
      denominator: '55340232221128654842000',
    });
    // Short of 16 digits both are summed in the store, in more than one query.
    store.exec(`UPDATE received_observation SET denominator = '99999999999999.9'`);
    store.exec(
      `UPDATE received_observation SET denominator = '-9999999999999.9' WHERE bundle_id = 1`,
    );
    expect(sumReceived(store, ids, [weighed.code], 'amounts').get(weighed.code)).toMatchObject({
      added: 6000,
      denominator: '599889999999999400.2',
    });
  });

  it('D25 name the bundles that a total stands without, and read no other bundle', () => {
    const sent = (numerator: string, status = 'official') => ({
      indicator: weighed.code,
      numerator,
      denominator: '10',
      value: '',
      status,
      note: '',
    });
    const store = storeWith([
      sent('9'),
      sent('...'),
      sent('-', 'estimated'),
      { ...sent('5', 'estimated'), denominator: '0' },
      sent('5', 'estimated'),
    ]);
    expect(sumReceived(store, [1, 2, 3, 4], [weighed.code], 'amounts').get(weighed.code)).toEqual({
      stated: 4,
      added: 2,
      nil: 1,
      numerator: '9',
      denominator: '20',
      value: '0',
      status: 'official',
      leftOut: [2],
    });
    expect(sumReceived(store, [], [weighed.code], 'amounts').size).toBe(0);
  });
});
