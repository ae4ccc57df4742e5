import { useState } from 'react';

import type { PeriodCode } from '#shared/domain/period.ts';
import type { CallInput } from '#shared/ipc/contract.ts';
import { ok } from '#shared/kit/result.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { call } from '../client.ts';
import { figuresSaved } from './save-store.ts';
import { useTask } from './use-task.ts';

type TypedCell = CallInput<'sheet.record'>['cells'][number];

export type TakingBack = {
  readonly isRunning: boolean;
  readonly isDone: boolean;
  readonly refusal: Refusal | null;
  readonly run: () => Promise<void>;
};

/** Records again what stood in cells before they were taken over, one form after the other. */
export function useTakingBack(
  period: PeriodCode,
  before: readonly (TypedCell & { readonly form: string })[],
): TakingBack {
  const { isRunning, refusal, run } = useTask();
  const [isDone, setIsDone] = useState(false);
  return {
    isRunning,
    isDone,
    refusal,
    run: async () => {
      const restored = await run(async () => {
        const forms = [...new Set(before.map(({ form }) => form))];
        for (const form of forms) {
          const cells = before
            .filter((cell) => cell.form === form)
            .map(({ row, column, typed, isCarried }) => ({ row, column, typed, isCarried }));
          const saved = await call('sheet.record', { period, form, cells });
          if (!saved.ok) return saved;
          figuresSaved(saved.value.savedAt);
        }
        return ok({ forms: forms.length });
      });
      if (restored !== null) setIsDone(true);
    },
  };
}
