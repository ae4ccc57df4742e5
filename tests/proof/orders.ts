/** Whether the same reports count at a province in whatever order bundles reach it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { ok } from '#shared/kit/result.ts';
import type { ExchangeFile } from '../../electron/service/exchange-folder.ts';
import { withOfficeKeys } from '../../electron/service/key-use.ts';
import type { KeysInUse } from '../../electron/service/keys-in-use.ts';
import { receiveFiles } from '../../electron/service/receiving.ts';
import {
  listCurrentBundles,
  listReceivedObservations,
} from '../../electron/storage/received-sheets.ts';
import { approve, fillPlan, fillSheet, introduce, sealTo } from '../helpers/exchange.ts';
import type { Pair } from '../helpers/exchange.ts';
import { record } from '../helpers/sheets.ts';
import { august2022, openTestOffice, password, periodCode } from '../helpers/world.ts';
import type { TestOffice } from '../helpers/world.ts';
import { granted } from '../shared/bundle/two-offices.ts';

const plan = periodCode('2022-KH');

/** Numbers from 0 up to a bound, the same ones for the same seed (Mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** What of a district's two installations may reach the province, in the order of sealing. */
export async function sealSeries(pair: Pair, folder: string): Promise<readonly ExchangeFile[]> {
  const { district, province } = pair;
  const paths: string[] = [];
  const seal = async (office: TestOffice, period = august2022): Promise<void> => {
    paths.push(await sealTo(office, folder, period));
  };
  const revise = async (office: TestOffice, typed: string): Promise<void> => {
    await office.must('submission.act', {
      period: august2022,
      action: 'revise',
      reason: 'bổ sung',
      password: null,
    });
    await record(office, august2022, 'HI_COVERAGE', 'numerator', typed);
    await approve(office);
    await seal(office);
  };
  await seal(district);
  await fillPlan(district, plan);
  await approve(district, plan);
  await seal(district, plan);
  await revise(district, '93');
  await revise(district, '94');
  district.close();
  // The office's disk breaks; a backup of some days before is opened and enrolled anew.
  writeFileSync(join(district.office.dataFolder, 'so-chi-tieu.sqlite3'), 'damage');
  const restored = openTestOffice(district.office.dataFolder);
  await restored.must('setup.restoreBackup', { backup: null });
  await restored.signIn('recorder');
  await introduce(restored, province, folder);
  const { state } = (await restored.must('period.list', {})).find(
    ({ code }) => code === august2022,
  ) ?? { state: null };
  if (state === 'recording') {
    await fillSheet(restored);
    await approve(restored);
  }
  if (state !== 'sealed' && state !== 'received') await seal(restored);
  await revise(restored, '95');
  await revise(restored, '96');
  restored.close();
  return paths.map((path) => ({
    fileName: basename(path),
    bytes: ok(new Uint8Array(readFileSync(path))),
  }));
}

export type OrdersProof = {
  readonly orders: number;
  readonly deliveries: number;
  /** Orders whose end differs from that of the same bundles in the order of sealing. */
  readonly differing: number;
  /** How many different ends there are: one for each set of bundles that arrived. */
  readonly ends: number;
};

/**
 * Delivers the bundles in `count` random orders, some lost, some twice or thrice, each time to the
 * same province as it was, and compares what counts in the end.
 */
export async function proveOrders(
  { province }: Pair,
  files: readonly ExchangeFile[],
  folder: string,
  count: number,
  seed = 1,
): Promise<OrdersProof> {
  const below = numbers(seed);
  const proven = await withOfficeKeys(province.office, password, async (keys) => {
    const inOrder = new Map<string, string>();
    let [deliveries, differing] = [0, 0];
    for (let order = 0; order < count; order += 1) {
      const arrived = files.map((_, at) => at).filter(() => below(4) > 0);
      const again = arrived.filter(() => below(3) === 0);
      const delivered = shuffled([...arrived, ...again], below);
      const name = arrived.join(' ');
      const end = await endOf(province, keys, pick(files, delivered), folder);
      const expected =
        inOrder.get(name) ?? (await endOf(province, keys, pick(files, arrived), folder));
      inOrder.set(name, expected);
      deliveries += delivered.length;
      if (end !== expected) differing += 1;
    }
    return ok({ orders: count, deliveries, differing, ends: new Set(inOrder.values()).size });
  });
  return granted(proven);
}

/** What counts at the province after these files; afterwards it is as it was before them. */
async function endOf(
  { office }: TestOffice,
  keys: KeysInUse,
  files: readonly ExchangeFile[],
  folder: string,
): Promise<string> {
  const { store } = office;
  if (store === null) throw new Error('There is no open store.');
  store.exec('SAVEPOINT delivery');
  try {
    await receiveFiles(
      office,
      keys,
      { folder, files },
      {
        call: 'bundle.receive',
        isTrial: false,
        report: (fault) => {
          throw fault;
        },
      },
    );
    return JSON.stringify(
      [august2022, plan].map((period) =>
        listCurrentBundles(store, period).map(
          ({ id, unit, series, revision, statementSha256 }) => ({
            unit,
            series,
            revision,
            statementSha256,
            figures: listReceivedObservations(store, id),
          }),
        ),
      ),
    );
  } finally {
    store.exec('ROLLBACK TO delivery; RELEASE delivery');
  }
}

function pick<T>(from: readonly T[], places: readonly number[]): readonly T[] {
  return places.flatMap((at) => from[at] ?? []);
}

function shuffled<T>(of: readonly T[], below: (bound: number) => number): readonly T[] {
  const list = [...of];
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = below(last + 1);
    [list[last], list[other]] = [list[other] as T, list[last] as T]; // both are in the list
  }
  return list;
}
