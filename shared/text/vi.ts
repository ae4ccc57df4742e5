import { viRefusals } from './vi/refusals.ts';
import { viAttachments } from './vi/attachments.ts';
import { viBundle } from './vi/bundle.ts';
import { viCatalogueDesk } from './vi/catalogue-desk.ts';
import { viCli } from './vi/cli.ts';
import { viComparison } from './vi/comparison.ts';
import { viConsolidation } from './vi/consolidation.ts';
import { viDrafts } from './vi/drafts.ts';
import { viExcel } from './vi/excel.ts';
import { viExport } from './vi/export.ts';
import { viFollowing } from './vi/following.ts';
import { viHistory } from './vi/history.ts';
import { viPeriodLock } from './vi/period-lock.ts';
import { viPlan } from './vi/plan.ts';
import { viReceive } from './vi/receive.ts';
import { viReceived } from './vi/received.ts';
import { viReport } from './vi/report.ts';
import { viSettings } from './vi/settings.ts';
import { viStreams } from './vi/streams.ts';
import { viTrust } from './vi/trust.ts';
import { viTakenOver } from './vi/taken-over.ts';
import { viVerdict } from './vi/verdict.ts';
import { viFrame } from './vi/frame.ts';
import { viFindings, viHowComputed } from './vi/findings.ts';
import { viStart } from './vi/start.ts';
import { viHome } from './vi/home.ts';
import { viSheet } from './vi/sheet.ts';
import { viApproval } from './vi/approval.ts';
import { viTerms } from './vi/terms.ts';

/** The Vietnamese messages: the source of keys. One file for each part of the interface. */
export const vi = {
  terms: viTerms,
  refusals: viRefusals,
  approval: viApproval,
  sheet: viSheet,
  home: viHome,
  start: viStart,
  findings: viFindings,
  howComputed: viHowComputed,
  frame: viFrame,
  attachments: viAttachments,
  bundle: viBundle,
  catalogueDesk: viCatalogueDesk,
  cli: viCli,
  comparison: viComparison,
  consolidation: viConsolidation,
  drafts: viDrafts,
  excel: viExcel,
  export: viExport,
  following: viFollowing,
  history: viHistory,
  periodLock: viPeriodLock,
  plan: viPlan,
  receive: viReceive,
  received: viReceived,
  report: viReport,
  settings: viSettings,
  streams: viStreams,
  takenOver: viTakenOver,
  trust: viTrust,
  verdict: viVerdict,
} as const;
