import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';

import { cellsOfObservation, isSameReport } from '../../../electron/service/report-cells.ts';
import { stateTheSame } from '../../../electron/storage/received-cells.ts';
import type { ReceivedCell } from '../../../electron/storage/received-cells.ts';
import type { ReceivedObservation } from '../../../electron/storage/received-sheets.ts';
import { openedStore } from '../../helpers/stores.ts';
import { temporaryFolder } from '../../helpers/world.ts';

type Report = {
  readonly observations: readonly ReceivedObservation[];
  readonly cells: readonly ReceivedCell[];
};

const text = fc.constantFrom('', '', '-', '...', '1', '2.5');
const observation = fc.record({
  indicator: fc.constantFrom('HDI', 'HI_COVERAGE', 'POVERTY_RATE'),
  numerator: text,
  denominator: text,
  value: text,
  status: fc.constantFrom('', '', 'official'),
  note: fc.constantFrom('', '', 'Số ước'),
});
const cell = fc.record({
  form: fc.constantFrom('B02', 'B04'),
  row: fc.constantFrom('1', '2'),
  column: fc.constantFrom('numerator', 'note'),
  value: fc.constantFrom('1', '2', '-'),
});
const report = fc.record({
  observations: fc.uniqueArray(observation, { selector: ({ indicator }) => indicator }),
  cells: fc.uniqueArray(cell, {
    selector: ({ form, row, column }) => `${form} ${row} ${column}`,
    maxLength: 3,
  }),
});
/** Two reports of which the second is often the first, or nearly so. */
const two = fc.oneof(
  fc.tuple(report, report),
  report.map((one): [Report, Report] => [one, one]),
  fc.tuple(report, observation).map(([one, other]): [Report, Report] => [
    one,
    {
      ...one,
      observations: one.observations.map((each) =>
        each.indicator === other.indicator ? other : each,
      ),
    },
  ]),
);

it('B31 two reports state the same in the store as cell by cell', () => {
  const store = openedStore(temporaryFolder('same', onTestFinished));
  onTestFinished(() => {
    store.close();
  });
  const fill = (id: number, { observations, cells }: Report): void => {
    store
      .prepare(
        `INSERT INTO received_bundle VALUES (?, '300', 's', ?, '2022-08', 1, '', '', ?, '', '', '', NULL)`,
      )
      .run(id, id, `digest ${String(id)}`);
    for (const one of observations) {
      store
        .prepare('INSERT INTO received_observation VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(id, one.indicator, one.numerator, one.denominator, one.value, one.status, one.note);
    }
    for (const { form, row, column, value } of cells) {
      store
        .prepare(
          `INSERT INTO received_cell (bundle_id, form_code, row_code, column_code, value)
           VALUES (?, ?, ?, ?, ?)`,
        )
        .run(id, form, row, column, value);
    }
  };
  const cellsOf = ({ observations, cells }: Report) =>
    new Map(
      [...observations.flatMap((one) => cellsOfObservation('B01', one)), ...cells].map((each) => [
        `${each.form} ${each.row} ${each.column}`,
        each,
      ]),
    );
  let same = 0;
  fc.assert(
    fc.property(two, ([a, b]) => {
      store.exec('BEGIN');
      fill(1, a);
      fill(2, b);
      const expected = isSameReport(cellsOf(a), cellsOf(b));
      expect(stateTheSame(store, 1, 2)).toBe(expected);
      expect(stateTheSame(store, 2, 1)).toBe(expected);
      store.exec('ROLLBACK');
      same += Number(expected);
    }),
    { numRuns: 300 },
  );
  expect(same).toBeGreaterThan(50);
});
