import type { SameKeysAs } from '../messages.ts';
import type { viReport } from '../vi/report.ts';

export const enReport = {
  title: 'Print report',
  noneTitle: 'The plan period has no printed form',
  noneBody: 'Form No. 01 is printed for reports. Choose a report in the bar above.',
  subtitle: 'Form 01 · {{period}}',
  consolidatedSubtitle: 'Consolidated report · {{period}}',
  consolidatedFrame: 'Consolidated report as printed',
  loading: 'Laying out the pages',
  frame: 'Form 01 as printed',
  pages: 'A4 landscape pages: {{pages}}',
  draft: {
    title: 'Draft',
    text: 'The report is not approved, so each printed page carries “BẢN NHÁP” (draft). The final print follows the leader’s approval.',
  },
  save: {
    action: 'Save PDF…',
    working: 'Saving',
    doneTitle: 'PDF saved',
    done: '{{fileName}} in {{folder}}; pages: {{pages}}.',
  },
  print: { action: 'Print…', working: 'Opening the print dialog' },
  refresh: 'Lay out again',
} as const satisfies SameKeysAs<typeof viReport>;
