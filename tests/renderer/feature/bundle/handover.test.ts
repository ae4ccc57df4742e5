import { describe, expect, it } from 'vitest';

import { refuse } from '#shared/kit/result.ts';

import { stepsOf } from '../../../../renderer/feature/bundle/handover.ts';
import type { Handover } from '../../../../renderer/feature/bundle/handover.ts';

const { refusal } = refuse('target-not-writable');

function states(handover: Handover): readonly string[] {
  return stepsOf(handover).map(({ state }) => state);
}

describe('the steps of a bundle to the USB stick', () => {
  it('ticks writing and reading back only once the copy was compared', () => {
    expect(states({ kind: 'idle', wasLeft: false })).toEqual(Array(4).fill('waiting'));
    expect(states({ kind: 'choosing' })).toEqual(['current', 'waiting', 'waiting', 'waiting']);
    expect(states({ kind: 'writing' })).toEqual(['done', 'current', 'waiting', 'waiting']);
    expect(states({ kind: 'done', folder: 'E:' })).toEqual(Array(4).fill('done'));
  });

  it('never says that the stick may be removed after a refusal', () => {
    expect(states({ kind: 'failed', at: 'write', refusal, isSealed: true })).toEqual([
      'done',
      'failed',
      'waiting',
      'waiting',
    ]);
    expect(states({ kind: 'failed', at: 'choose', refusal, isSealed: false })[0]).toBe('failed');
  });
});
