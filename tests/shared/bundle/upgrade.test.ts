import { describe, expect, it } from 'vitest';
import {
  FORMAT_VERSION,
  REPORT_VERSION,
  reportUpgradeSteps,
  upgradePayload,
  upgradeSteps,
} from '#shared/bundle/upgrade.ts';
import type { UpgradeStep } from '#shared/bundle/upgrade.ts';
import { codeOf, granted } from './two-offices.ts';

const steps: readonly UpgradeStep[] = [
  {
    name: 'seq-becomes-number',
    from: 1,
    apply: (old) => ({ ...old, v: 2, number: old['seq'] ?? 0 }),
  },
  { name: 'number-loses-seq', from: 2, apply: ({ number = 0 }) => ({ v: 3, number }) },
];

describe('versions of the format', () => {
  it('B7 there is a step from every older version to this one', () => {
    expect(upgradeSteps.map(({ from }) => from)).toEqual(
      Array.from({ length: FORMAT_VERSION - 1 }, (_, at) => at + 1),
    );
    expect(reportUpgradeSteps.map(({ from }) => from)).toEqual(
      Array.from({ length: REPORT_VERSION - 1 }, (_, at) => at + 1),
    );
  });

  it('B7 brings an old payload up step by step', () => {
    expect(granted(upgradePayload({ v: 1, seq: 7 }, steps, 3))).toEqual({ v: 3, number: 7 });
    expect(granted(upgradePayload({ v: 3, number: 7 }, steps, 3))).toEqual({ v: 3, number: 7 });
  });

  it('B7 refuses what is newer and says which version it is', () => {
    expect(upgradePayload({ v: 4 }, steps, 3)).toEqual({
      ok: false,
      refusal: { code: 'bundle-newer-than-program', facts: { version: 4, supported: 3 } },
    });
  });

  it.each([{}, { v: '1' }, { v: 0 }, { v: 1.5 }, { v: null }, [], 'text', null])(
    'B7 refuses %j, which has no version',
    (payload) => {
      expect(codeOf(upgradePayload(payload as never))).toBe('statement-malformed');
    },
  );
});
