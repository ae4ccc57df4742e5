import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { isRefusalCode } from '#shared/text/refusal-codes.ts';
import type { Pair } from '../helpers/exchange.ts';
import { pairOf } from '../helpers/templates.ts';
import { august2022, temporaryFolder } from '../helpers/world.ts';
import { answerTaken, forgeAnswer, openAnswerDesk } from '../proof/answer-desk.ts';
import type { AnswerDesk } from '../proof/answer-desk.ts';
import { answerAttacks } from '../proof/attacks-answers.ts';
import { forgePlan, planAttacks } from '../proof/attacks-plans.ts';

const districtAttacks = [...answerAttacks, ...planAttacks];
const ends: (() => void)[] = [];
let pair: Pair;
let desk: AnswerDesk;
let folder: string;

beforeAll(async () => {
  pair = await pairOf('approved', (work) => ends.push(work));
  folder = temporaryFolder('answers', (work) => ends.push(work));
  desk = await openAnswerDesk(pair, folder);
});
afterAll(() => {
  pair.district.close();
  pair.province.close();
  for (const end of ends) end();
});

async function stage(): Promise<string | undefined> {
  const [bundle] = await pair.district.must('bundle.list', { period: august2022 });
  return bundle?.stage;
}

describe('what somebody might try at a district with answers and plans', () => {
  it('is something else each time', () => {
    expect(new Set(districtAttacks.map(({ name }) => name)).size).toBe(districtAttacks.length);
  });

  it.each(districtAttacks.map((attack, at) => [at, attack] as const))(
    '%i is refused, and nothing changes',
    async (at, { name, code, make }) => {
      const taken = await answerTaken(pair, await make(desk), join(folder, String(at)));
      expect([name, taken.said]).toEqual([name, code]);
      expect(isRefusalCode(code) || code === 'already-received').toBe(true);
      expect(taken.after).toBe(taken.before);
    },
  );

  it('is none of the doing of who makes them: an honest answer is taken, an honest plan kept as an offer', async () => {
    expect(await stage()).toBe('returned');
    const honest = await answerTaken(pair, await forgeAnswer(desk), join(folder, 'honest'));
    expect(honest.said).toBe('accepted');
    expect(await stage()).toBe('received');
    const plan = await answerTaken(pair, await forgePlan(desk), join(folder, 'plan'));
    expect(plan.said).toBe('held');
  });
});
