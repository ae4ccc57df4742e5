import { create } from 'zustand';

import type { PeriodCode } from '#shared/domain/period.ts';
import type { PeriodView } from '#shared/ipc/calls/sheet.ts';
import type { Refusal } from '#shared/kit/result.ts';
import { call } from '../client.ts';
import { initialPeriod } from './initial-period.ts';
import { onAccountChange } from './session-store.ts';

export type PageName =
  | 'home'
  | 'sheet'
  | 'excel'
  | 'drafts'
  | 'approval'
  | 'attachments'
  | 'bundle'
  | 'report'
  | 'receive'
  | 'received-report'
  | 'streams'
  | 'consolidation'
  | 'catalogue'
  | 'following'
  | 'plan'
  | 'history'
  | 'trust'
  | 'settings';

/** A cell of the sheet that another page leads to; the row alone when no column is meant. */
export type CellTarget = {
  readonly form: string;
  readonly row: string;
  readonly column: string | null;
};

type Place = {
  readonly page: PageName;
  readonly period: PeriodCode | null;
  /** The form that the sheet page shows; null until one was chosen: the period's first then. */
  readonly form: string | null;
  /** Every period of the catalogue with its state here; null until they were read. */
  readonly periods: readonly PeriodView[] | null;
  readonly refusal: Refusal | null;
  readonly cellTarget: CellTarget | null;
  /** The unit whose received report is read. */
  readonly receivedUnit: string | null;
  /** The form of it that is meant; null: its first. */
  readonly receivedForm: string | null;
};

type NavigationStore = Place & {
  readonly go: (page: PageName) => void;
  readonly choosePeriod: (period: PeriodCode) => void;
  readonly chooseForm: (form: string) => void;
  /** Opens the sheet at a cell. */
  readonly goToCell: (target: CellTarget) => void;
  /** Opens what a unit sent to the province, at one of its forms where one is meant. */
  readonly openReceived: (unit: string, form?: string) => void;
  /** The sheet has gone there. */
  readonly arrive: () => void;
  /** Reads the periods and their states again: after every change of a state. */
  readonly loadPeriods: () => Promise<void>;
};

const start: Place = {
  page: 'home',
  period: null,
  form: null,
  periods: null,
  refusal: null,
  cellTarget: null,
  receivedUnit: null,
  receivedForm: null,
};

export const useNavigation = create<NavigationStore>()((set, get) => ({
  ...start,
  go: (page) => {
    set({ page, cellTarget: null });
  },
  choosePeriod: (period) => {
    const kindOf = (code: string | null) => get().periods?.find((each) => each.code === code)?.kind;
    const isOtherKind = kindOf(period) !== kindOf(get().period);
    // Another kind of period has other forms.
    set(isOtherKind ? { period, form: null } : { period });
  },
  chooseForm: (form) => {
    set({ form });
  },
  goToCell: (cellTarget) => {
    set({ page: 'sheet', form: cellTarget.form, cellTarget });
  },
  openReceived: (receivedUnit, receivedForm) => {
    set({
      page: 'received-report',
      receivedUnit,
      receivedForm: receivedForm ?? null,
      cellTarget: null,
    });
  },
  arrive: () => {
    set({ cellTarget: null });
  },
  loadPeriods: async () => {
    const answer = await call('period.list', {});
    if (!answer.ok) {
      set({ refusal: answer.refusal });
      return;
    }
    const periods = answer.value;
    set({
      periods,
      refusal: null,
      period: get().period ?? initialPeriod(periods)?.code ?? null,
    });
  },
}));

onAccountChange(() => {
  useNavigation.setState(start);
});

/** The period that the top bar names, with its state and deadline; null until it is known. */
export function useCurrentPeriod(): PeriodView | null {
  return useNavigation(
    ({ periods, period }) => periods?.find((candidate) => candidate.code === period) ?? null,
  );
}
