import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { insertAccount } from '../../../electron/storage/accounts.ts';
import type { AccountId } from '../../../electron/storage/accounts.ts';
import { countDiffering, listChanges } from '../../../electron/storage/cell-history.ts';
import type { ChangeFilter, RecordedChange } from '../../../electron/storage/cell-history.ts';
import { ensureSheet, listCells, recordChanges } from '../../../electron/storage/cells.ts';
import { write } from '../../../electron/storage/handle.ts';
import type { ReadHandle } from '../../../electron/storage/handle.ts';
import { parseInstant } from '#shared/kit/clock.ts';
import { parseUnitCode } from '#shared/domain/unit.ts';
import type { UnitCode } from '#shared/domain/unit.ts';
import { openedStore } from '../../helpers/stores.ts';
import { august2022, temporaryFolder } from '../../helpers/world.ts';

const endings: (() => void)[] = [];
let store: ReadHandle;
let account: AccountId;
let units = 10_000;

beforeAll(() => {
  store = openedStore(temporaryFolder('history', (work) => endings.push(work)));
  account = write(store, (handle) =>
    insertAccount(
      handle,
      {
        name: 'recorder',
        displayName: 'Chuyên viên',
        role: 'recorder',
        isAdministrator: true,
        passwordHash: '',
        wrappedKey: null,
      },
      instant('2022-08-24T08:00+07:00'),
    ),
  );
});

afterAll(() => {
  store.close();
  for (const end of endings) end();
});

type Step = {
  readonly row: string;
  readonly column: string;
  readonly typed: string;
  readonly revision?: number;
  readonly form?: string;
  readonly at?: string;
};

/** Records steps in the sheets of a unit that has none yet. */
function recorded(steps: readonly Step[]): UnitCode {
  units += 1;
  const unit = parseUnitCode(String(units));
  if (unit === null) throw new Error('no unit code');
  write(store, (handle) => {
    for (const { row, column, typed, revision = 1, form = 'B01', at } of steps) {
      const isRead = /^\d*$/.test(typed);
      const by = {
        sheet: ensureSheet(handle, unit, august2022, form),
        revision,
        accountId: account,
        at: instant(at ?? '2022-08-24T08:00+07:00'),
      };
      const canonical = isRead ? typed : '';
      const fault = isRead ? null : 'number-unreadable';
      recordChanges(handle, by, [{ row, column, typed, canonical, fault }]);
    }
  });
  return unit;
}

function instant(text: string) {
  const found = parseInstant(text);
  if (found === null) throw new Error(`${text} is no instant.`);
  return found;
}

function filterOf(unit: UnitCode, wanted: Partial<ChangeFilter> = {}): ChangeFilter {
  return {
    unit,
    period: august2022,
    form: null,
    row: null,
    afterRevision: 0,
    onlyDiffering: false,
    ...wanted,
  };
}

/** Every change, read in pages of this length. */
function allOf(filter: ChangeFilter, length = 100): readonly RecordedChange[] {
  const page = (below: number | null): readonly RecordedChange[] => {
    const found = listChanges(store, filter, below, length);
    const last = found.at(-1);
    return found.length < length || last === undefined ? found : [...found, ...page(last.id)];
  };
  return page(null);
}

const short = ({ row, column, before, after }: RecordedChange) =>
  `${row}.${column} ${before.typed}>${after.typed}`;

describe('the changes of a period', () => {
  it('come newest first with what stood there before, whatever the clock said', () => {
    const unit = recorded([
      { row: 'A', column: 'x', typed: '1', at: '2022-08-24T09:00+07:00' },
      { row: 'B', column: 'x', typed: '5', at: '2022-08-24T08:00+07:00' },
      { row: 'A', column: 'x', typed: 'khoảng 2', at: '2021-01-01T08:00+07:00' },
      { row: 'A', column: 'x', typed: '2', at: '2023-01-01T08:00+07:00' },
    ]);
    const changes = listChanges(store, filterOf(unit), null, 100);
    expect(changes.map(short)).toEqual(['A.x khoảng 2>2', 'A.x 1>khoảng 2', 'B.x >5', 'A.x >1']);
    expect(changes[1]).toMatchObject({
      after: { typed: 'khoảng 2', canonical: '', fault: 'number-unreadable' },
      now: '2',
      by: 'Chuyên viên',
      form: 'B01',
    });
  });

  it('are no changes where the same was recorded once more', () => {
    const unit = recorded([
      { row: 'A', column: 'x', typed: '' },
      { row: 'A', column: 'x', typed: '1' },
      { row: 'A', column: 'x', typed: '1' },
    ]);
    expect(listChanges(store, filterOf(unit), null, 100).map(short)).toEqual(['A.x >1']);
  });

  it('are those of one form, of one row, after one revision', () => {
    const unit = recorded([
      { row: 'A', column: 'x', typed: '1' },
      { row: 'A', column: 'x', typed: '2', form: 'B04' },
      { row: 'B', column: 'x', typed: '3', revision: 2 },
    ]);
    const texts = (wanted: Partial<ChangeFilter>) =>
      listChanges(store, filterOf(unit, wanted), null, 100).map(short);
    expect(texts({ form: 'B04' })).toEqual(['A.x >2']);
    expect(texts({ row: 'A' })).toEqual(['A.x >2', 'A.x >1']);
    expect(texts({ afterRevision: 1 })).toEqual(['B.x >3']);
    expect(texts({ form: 'B02' })).toEqual([]);
  });

  it('never mix two units', () => {
    const one = recorded([{ row: 'A', column: 'x', typed: '1' }]);
    recorded([{ row: 'A', column: 'x', typed: '2' }]);
    expect(listChanges(store, filterOf(one), null, 100)).toHaveLength(1);
  });
});

describe('cells that differ from a revision', () => {
  const steps: readonly Step[] = [
    { row: 'A', column: 'x', typed: '1' },
    { row: 'A', column: 'x', typed: '2' },
    { row: 'B', column: 'x', typed: '5' },
    { row: 'C', column: 'x', typed: '7', form: 'B04' },
    { row: 'A', column: 'x', typed: '3', revision: 2 },
    { row: 'A', column: 'x', typed: '4', revision: 2 },
    { row: 'B', column: 'x', typed: '6', revision: 2 },
    { row: 'B', column: 'x', typed: '5', revision: 2 },
    { row: 'C', column: 'x', typed: 'tám', revision: 2, form: 'B04' },
    { row: 'C', column: 'y', typed: '9', revision: 2, form: 'B04' },
    { row: 'D', column: 'x', typed: '1', revision: 2 },
    { row: 'D', column: 'x', typed: '', revision: 2 },
  ];

  it('are listed once each, from what was sealed to what stands there', () => {
    const unit = recorded(steps);
    const differing = filterOf(unit, { afterRevision: 1, onlyDiffering: true });
    expect(listChanges(store, differing, null, 100).map(short)).toEqual([
      'C.y >9',
      'C.x 7>tám',
      'A.x 2>4',
    ]);
    expect([...countDiffering(store, unit, august2022, 1)]).toEqual([
      ['B01', 1],
      ['B04', 2],
    ]);
    expect(countDiffering(store, unit, august2022, 2).size).toBe(0);
  });
});

describe('history', () => {
  const step = fc.record({
    row: fc.constantFrom('A', 'B', 'C'),
    column: fc.constantFrom('x', 'y'),
    typed: fc.constantFrom('', '1', '2', '10', 'khoảng 1'),
    form: fc.constantFrom('B01', 'B04'),
    opensRevision: fc.integer({ min: 0, max: 6 }).map((roll) => roll === 0),
  });

  it('replayed from the first change gives the current cells, each change on the one before', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        (all, page) => {
          let revision = 1;
          const steps = all.map(({ opensRevision, ...each }) => {
            if (opensRevision) revision += 1;
            return { ...each, revision };
          });
          const unit = recorded(steps);
          const changes = [...allOf(filterOf(unit), page)].reverse();
          const replayed = new Map<string, string>();
          for (const { form, row, column, before, after } of changes) {
            const place = `${form} ${row} ${column}`;
            expect(replayed.get(place) ?? '').toBe(before.typed);
            replayed.set(place, after.typed);
          }
          const current = write(store, (handle) =>
            ['B01', 'B04'].flatMap((form) =>
              listCells(handle, ensureSheet(handle, unit, august2022, form)).map(
                (cell) => [`${form} ${cell.row} ${cell.column}`, cell.typed] as const,
              ),
            ),
          );
          const filled = (cells: Iterable<readonly [string, string]>) =>
            [...cells].filter(([, typed]) => typed !== '').sort();
          expect(filled(replayed)).toEqual(filled(current));

          // What differs from any revision is what replaying up to it leaves out.
          for (let sealed = 0; sealed <= revision; sealed += 1) {
            const differing = allOf(
              filterOf(unit, { afterRevision: sealed, onlyDiffering: true }),
              page,
            );
            const then = new Map(
              changes
                .filter((change) => change.revision <= sealed)
                .map((change) => [
                  `${change.form} ${change.row} ${change.column}`,
                  change.after.typed,
                ]),
            );
            const expected = [...replayed].filter(
              ([place, typed]) => typed !== (then.get(place) ?? ''),
            );
            expect(
              differing.map(({ form, row, column }) => `${form} ${row} ${column}`).sort(),
            ).toEqual(expected.map(([place]) => place).sort());
            const counts = [...countDiffering(store, unit, august2022, sealed).values()];
            expect(counts.reduce((sum, count) => sum + count, 0)).toBe(differing.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
