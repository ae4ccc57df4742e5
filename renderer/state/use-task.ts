import { useState } from 'react';

import type { Refusal, Result } from '#shared/kit/result.ts';

export type Task = {
  readonly isRunning: boolean;
  /** Why the last run was refused; null before, during and after a good one. */
  readonly refusal: Refusal | null;
  /** Runs one piece of work; gives its value, or null when it was refused. */
  readonly run: <Value>(work: () => Promise<Result<Value>>) => Promise<Value | null>;
  readonly clear: () => void;
};

/** A command that a page gives: whether it runs, and what it was refused with. */
export function useTask(): Task {
  const [isRunning, setIsRunning] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  return {
    isRunning,
    refusal,
    run: async (work) => {
      setIsRunning(true);
      setRefusal(null);
      const result = await work();
      setIsRunning(false);
      if (result.ok) return result.value;
      setRefusal(result.refusal);
      return null;
    },
    clear: () => {
      setRefusal(null);
    },
  };
}
