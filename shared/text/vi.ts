import { viRefusals } from './vi/refusals.ts';
import { viBundle } from './vi/bundle.ts';
import { viCli } from './vi/cli.ts';
import { viConsolidation } from './vi/consolidation.ts';
import { viPlan } from './vi/plan.ts';
import { viReceive } from './vi/receive.ts';
import { viReport } from './vi/report.ts';
import { viSettings } from './vi/settings.ts';
import { viTrust } from './vi/trust.ts';
import { viVerdict } from './vi/verdict.ts';
import { viFrame } from './vi/frame.ts';
import { viFindings } from './vi/findings.ts';
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
  frame: viFrame,
  bundle: viBundle,
  cli: viCli,
  consolidation: viConsolidation,
  plan: viPlan,
  receive: viReceive,
  report: viReport,
  settings: viSettings,
  trust: viTrust,
  verdict: viVerdict,
} as const;
