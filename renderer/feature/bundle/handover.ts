import { useState } from 'react';

import type { SentBundle } from '#shared/ipc/calls/exchange.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { call } from '../../client.ts';

export const handoverSteps = ['choose', 'write', 'verify', 'remove'] as const;
export type HandoverStep = (typeof handoverSteps)[number];
export type StepState = 'waiting' | 'current' | 'done' | 'failed';

/** Where the way of a bundle to the USB stick stands. */
export type Handover =
  | { readonly kind: 'idle'; readonly wasLeft: boolean }
  | { readonly kind: 'choosing' | 'sealing' | 'writing' }
  | {
      readonly kind: 'failed';
      readonly at: HandoverStep;
      readonly refusal: Refusal;
      /** The bundle exists and is kept, only its copy is missing. */
      readonly isSealed: boolean;
    }
  | { readonly kind: 'done'; readonly folder: string };

/** What goes to the stick: what is to be sealed now, or a bundle that was sealed before. */
export type HandoverSource =
  | { readonly kind: 'seal'; readonly period: string; readonly password: string }
  | { readonly kind: 'sealed'; readonly id: number };

/** One flow: choose the folder, seal when needed, write, read back and compare. */
export function useHandover(onChange: (bundle: SentBundle) => void): {
  readonly handover: Handover;
  readonly isRunning: boolean;
  /** Says whether a place was chosen: what was filled in is then used up. */
  readonly handOver: (source: HandoverSource) => Promise<boolean>;
} {
  const [handover, setHandover] = useState<Handover>({ kind: 'idle', wasLeft: false });
  return {
    handover,
    isRunning: ['choosing', 'sealing', 'writing'].includes(handover.kind),
    handOver: async (source) => {
      setHandover({ kind: 'choosing' });
      const folder = await call('place.pickFolder', {});
      if (!folder.ok) {
        setHandover({ kind: 'failed', at: 'choose', refusal: folder.refusal, isSealed: false });
        return false;
      }
      if (folder.value === null) {
        setHandover({ kind: 'idle', wasLeft: true });
        return false;
      }
      let id: number;
      if (source.kind === 'seal') {
        setHandover({ kind: 'sealing' });
        const { period, password } = source;
        const sealed = await call('bundle.seal', { period, password });
        if (!sealed.ok) {
          setHandover({ kind: 'failed', at: 'write', refusal: sealed.refusal, isSealed: false });
          return true;
        }
        onChange(sealed.value);
        id = sealed.value.id;
      } else {
        id = source.id;
      }
      setHandover({ kind: 'writing' });
      const copied = await call('bundle.copy', { id, folder: folder.value.handle });
      if (!copied.ok) {
        setHandover({ kind: 'failed', at: 'write', refusal: copied.refusal, isSealed: true });
        return true;
      }
      onChange(copied.value);
      setHandover({ kind: 'done', folder: folder.value.label });
      return true;
    },
  };
}

/**
 * The steps as they tick. Writing and reading back are one answer of the services: neither is ticked
 * before the comparison has come out equal.
 */
export function stepsOf(
  handover: Handover,
): readonly { readonly step: HandoverStep; readonly state: StepState }[] {
  return handoverSteps.map((step, index) => ({ step, state: stateOf(handover, step, index) }));
}

function stateOf(handover: Handover, step: HandoverStep, index: number): StepState {
  switch (handover.kind) {
    case 'idle':
      return 'waiting';
    case 'choosing':
      return index === 0 ? 'current' : 'waiting';
    case 'sealing':
    case 'writing':
      return index === 0 ? 'done' : index === 1 ? 'current' : 'waiting';
    case 'done':
      return 'done';
    case 'failed':
      if (step === handover.at) return 'failed';
      return index < handoverSteps.indexOf(handover.at) ? 'done' : 'waiting';
  }
}
