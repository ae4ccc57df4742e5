import { create } from 'zustand';

import type { PersonalAction } from '#shared/domain/workflow.ts';
import type { FormProgress, SubmissionView } from '#shared/ipc/calls/sheet.ts';
import { viewSheet } from '#shared/ipc/view-sheet.ts';
import type { SheetView } from '#shared/ipc/view-sheet.ts';
import type { Refusal, Result } from '#shared/kit/result.ts';
import { call } from '../client.ts';
import { readCatalogue } from './catalogue-store.ts';
import { useNavigation } from './navigation-store.ts';
import { onAccountChange, useSession } from './session-store.ts';
import { useSheet } from './sheet-store.ts';

/** The report of the current period as a whole: all its forms, as the services last told them. */
type ReportState = {
  readonly period: string | null;
  readonly forms: readonly FormProgress[] | null;
  readonly views: readonly SheetView[] | null;
  readonly refusal: Refusal | null;
};

type ReportStore = ReportState & {
  /** Reads every form of a period; what is known already stays in sight meanwhile. */
  readonly load: (period: string) => Promise<void>;
  /** Moves the submission on or back, and reads the report as it is then. */
  readonly act: (
    action: PersonalAction,
    reason: string | null,
    /** Of whoever takes a step that people sign. */
    password: string | null,
  ) => Promise<Result<SubmissionView>>;
};

const start: ReportState = { period: null, forms: null, views: null, refusal: null };

export const useReport = create<ReportStore>()((set, get) => ({
  ...start,
  load: async (period) => {
    if (get().period !== period) set({ ...start, period });
    await useSheet.getState().settle();
    const catalogue = await readCatalogue();
    const forms = await call('form.list', { period });
    if (get().period !== period) return;
    if (!catalogue.ok) {
      set({ refusal: catalogue.refusal });
      return;
    }
    if (!forms.ok) {
      set({ refusal: forms.refusal });
      return;
    }
    const sheets = await Promise.all(
      forms.value.map(({ form }) => call('sheet.open', { period, form })),
    );
    if (get().period !== period) return;
    const refused = sheets.find((sheet) => !sheet.ok);
    if (refused !== undefined) {
      set({ refusal: refused.refusal });
      return;
    }
    const language = useSession.getState().state?.language ?? 'vi';
    const views = sheets.flatMap((sheet) =>
      sheet.ok ? [viewSheet(catalogue.value, sheet.value, language)] : [],
    );
    set({ forms: forms.value, views, refusal: null });
  },
  act: async (action, reason, password) => {
    const period = get().period ?? '';
    await useSheet.getState().settle();
    const answer = await call('submission.act', { period, action, reason, password });
    await Promise.all([get().load(period), useNavigation.getState().loadPeriods()]);
    return answer;
  },
}));

onAccountChange(() => {
  useReport.setState(start);
});

/** The first form of the report, which tells its state: Biểu 01 where there is one. */
export function mainView({ views }: Pick<ReportState, 'views'>): SheetView | null {
  return views?.[0] ?? null;
}
