import { enRefusals } from './en/refusals.ts';
import { enAttachments } from './en/attachments.ts';
import { enBundle } from './en/bundle.ts';
import { enCatalogueDesk } from './en/catalogue-desk.ts';
import { enCli } from './en/cli.ts';
import { enComparison } from './en/comparison.ts';
import { enConsolidation } from './en/consolidation.ts';
import { enDrafts } from './en/drafts.ts';
import { enExcel } from './en/excel.ts';
import { enExport } from './en/export.ts';
import { enFollowing } from './en/following.ts';
import { enHistory } from './en/history.ts';
import { enPeriodLock } from './en/period-lock.ts';
import { enPlan } from './en/plan.ts';
import { enReceive } from './en/receive.ts';
import { enReceived } from './en/received.ts';
import { enReport } from './en/report.ts';
import { enSettings } from './en/settings.ts';
import { enStreams } from './en/streams.ts';
import { enTrust } from './en/trust.ts';
import { enTakenOver } from './en/taken-over.ts';
import { enVerdict } from './en/verdict.ts';
import { enFrame } from './en/frame.ts';
import { enFindings, enHowComputed } from './en/findings.ts';
import { enStart } from './en/start.ts';
import { enHome } from './en/home.ts';
import { enSheet } from './en/sheet.ts';
import { enApproval } from './en/approval.ts';
import { enTerms } from './en/terms.ts';
import type { SameKeysAs } from './messages.ts';
import type { vi } from './vi.ts';

export const en = {
  terms: enTerms,
  refusals: enRefusals,
  approval: enApproval,
  sheet: enSheet,
  home: enHome,
  start: enStart,
  findings: enFindings,
  howComputed: enHowComputed,
  frame: enFrame,
  attachments: enAttachments,
  bundle: enBundle,
  catalogueDesk: enCatalogueDesk,
  cli: enCli,
  comparison: enComparison,
  consolidation: enConsolidation,
  drafts: enDrafts,
  excel: enExcel,
  export: enExport,
  following: enFollowing,
  history: enHistory,
  periodLock: enPeriodLock,
  plan: enPlan,
  receive: enReceive,
  received: enReceived,
  report: enReport,
  settings: enSettings,
  streams: enStreams,
  takenOver: enTakenOver,
  trust: enTrust,
  verdict: enVerdict,
} as const satisfies SameKeysAs<typeof vi>;
