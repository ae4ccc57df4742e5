import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isHeldCode } from '#shared/ipc/verdict-rules.ts';
import { isRefusalCode } from '#shared/text/refusal-codes.ts';
import type { Pair } from '../helpers/exchange.ts';
import { storeBesideHeld } from '../helpers/store-contents.ts';
import { pairOf } from '../helpers/templates.ts';
import { password, temporaryFolder } from '../helpers/world.ts';
import { attacks } from '../proof/attacks.ts';
import { bundleName, forge, openWorkshop } from '../proof/workshop.ts';
import type { Workshop } from '../proof/workshop.ts';

const ends: (() => void)[] = [];
let pair: Pair;
let workshop: Workshop;
let folder: string;
let before: string;

beforeAll(async () => {
  pair = await pairOf('approved', (work) => ends.push(work));
  workshop = await openWorkshop(pair);
  folder = temporaryFolder('attacks', (work) => ends.push(work));
  before = storeBesideHeld(pair.province);
});
afterAll(() => {
  pair.district.close();
  pair.province.close();
  for (const end of ends) end();
});

/** What the province says of a file on a stick of its own. */
async function received(name: string, bytes: Uint8Array) {
  const stick = join(folder, name);
  mkdirSync(stick);
  writeFileSync(join(stick, bundleName), bytes);
  const place = pair.province.pick(stick);
  const [verdict] = await pair.province.must('bundle.receive', { place, password });
  return verdict;
}

describe('what somebody might try with a bundle', () => {
  it('is more than a hundred things, each of its own', () => {
    expect(attacks.length).toBeGreaterThan(100);
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
  });

  it.each(attacks.map((attack, at) => [at, attack] as const))(
    '%i is refused or held, and nothing that counts changes',
    async (at, { name, code, at: told, make }) => {
      const verdict = await received(String(at), await make(workshop));
      expect([name, verdict?.refusal?.code]).toEqual([name, code]);
      if (told !== undefined) expect(verdict?.refusal?.facts['at']).toBe(told);
      expect(isRefusalCode(code)).toBe(true);
      expect(verdict?.outcome).toBe(isHeldCode(code) ? 'held' : 'refused');
      expect(verdict?.receiptFileName).toBeNull();
      expect(storeBesideHeld(pair.province)).toBe(before);
    },
  );

  it('is none of the doing of who makes the bundles: an honest one is taken', async () => {
    expect((await received('honest', await forge(workshop)))?.outcome).toBe('accepted');
  });
});
