/** Two offices for a proof that is run on its own, and what is done with them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { approve, fillSheet, setUpPair } from '../helpers/exchange.ts';
import type { Pair } from '../helpers/exchange.ts';
import { storeBesideHeld } from '../helpers/store-contents.ts';
import { password } from '../helpers/world.ts';
import { answerTaken, openAnswerDesk } from './answer-desk.ts';
import { answerAttacks } from './attacks-answers.ts';
import { planAttacks } from './attacks-plans.ts';
import { attacks } from './attacks.ts';
import { proveOrders, sealSeries } from './orders.ts';
import type { Proof } from './proof.ts';
import { bundleName, openWorkshop } from './workshop.ts';

/** What is tried at a district; the rest is tried at a province. */
const districtAttacks = [...answerAttacks, ...planAttacks];

async function approvedPair(folder: string): Promise<Pair> {
  const stick = join(folder, 'stick');
  mkdirSync(stick, { recursive: true });
  const pair = await setUpPair(join(folder, 'offices'), stick);
  await fillSheet(pair.district);
  await approve(pair.district);
  return pair;
}

/** Every named attack, through the real services of a province and a district with real stores. */
export async function proveAttacks(folder: string): Promise<Proof> {
  const pair = await approvedPair(join(folder, 'attacks'));
  const workshop = await openWorkshop(pair);
  const before = storeBesideHeld(pair.province);
  const wrong: string[] = [];
  for (const [at, { name, code, at: told, make }] of attacks.entries()) {
    const stick = join(folder, 'attacks', String(at));
    mkdirSync(stick);
    writeFileSync(join(stick, bundleName), await make(workshop));
    const place = pair.province.pick(stick);
    const [verdict] = await pair.province.must('bundle.receive', { place, password });
    const isRefused =
      verdict?.refusal?.code === code &&
      (told === undefined || verdict.refusal.facts['at'] === told) &&
      verdict.receiptFileName === null;
    if (!isRefused || storeBesideHeld(pair.province) !== before) wrong.push(name);
  }
  pair.district.close();
  pair.province.close();
  const answers = await answersRefused(join(folder, 'answers'));
  const all = [...attacks, ...districtAttacks];
  const codes = new Set(all.map(({ code }) => code)).size;
  const failed = [...wrong, ...answers].join('; ');
  return {
    what: 'named attacks on a province with reports and a district with answers',
    tried: all.length,
    wrong: wrong.length + answers.length,
    note: `${String(attacks.length)} and ${String(districtAttacks.length)}, ${String(codes)} codes, no byte of a store changed but for what is held apart ${failed}`.trim(),
  };
}

/** The names of the attacks at a district that are not refused as they must be. */
async function answersRefused(folder: string): Promise<readonly string[]> {
  const pair = await approvedPair(folder);
  const desk = await openAnswerDesk(pair, folder);
  const wrong: string[] = [];
  for (const [at, { name, code, make }] of districtAttacks.entries()) {
    const { said, before, after } = await answerTaken(
      pair,
      await make(desk),
      join(folder, String(at)),
    );
    if (said !== code || before !== after) wrong.push(name);
  }
  pair.district.close();
  pair.province.close();
  return wrong;
}

/** Random orders of delivery, with losses, doubles and two installations of one unit. */
export async function proveDelivery(folder: string, count: number, seed: number): Promise<Proof> {
  const pair = await approvedPair(join(folder, 'orders'));
  const [sealed, receipts] = ['sealed', 'receipts'].map((name) => join(folder, 'orders', name));
  if (sealed === undefined || receipts === undefined) throw new Error('two folders');
  mkdirSync(sealed);
  mkdirSync(receipts);
  const files = await sealSeries(pair, sealed);
  const { orders, deliveries, differing, ends } = await proveOrders(
    pair,
    files,
    receipts,
    count,
    seed,
  );
  pair.province.close();
  return {
    what: 'random delivery orders of two installations’ bundles',
    tried: orders,
    // Were everything refused, every end would be the same.
    wrong: ends > 3 ? differing : orders,
    note: `${String(deliveries)} deliveries; the same reports count as in the order of sealing; ${String(ends)} different ends`,
  };
}
