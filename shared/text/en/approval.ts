import type { SameKeysAs } from '../messages.ts';
import type { viApproval } from '../vi/approval.ts';

export const enApproval = {
  formFilled: '{{filled}}/{{toFill}} rows recorded',
  formRows: '{{count}} rows with entries',
  formEmpty: 'Nothing was recorded in this form.',
  explained: 'Explained: {{text}}',
  title: 'Check and approve',
  subtitle: '{{period}} · revision {{revision}} · {{filled}}/{{toFill}} indicators recorded',
  stateTitle: 'State',
  nobody: {
    recording: 'The recording officer is at work; not sent for checking yet.',
    'awaiting-check': 'Waits for the head of office to check.',
    'awaiting-approval': 'Waits for the leader’s approval.',
    approved: 'Approved and locked. Next: seal it.',
    sealed: 'Sealed. Waits for the province.',
    received: 'Received by the province. This period is done.',
    returned: 'Returned by the province. Reopen it, correct it and send it again.',
  },
  blocked: '{{count}} findings to mend or explain before sending for checking',
  blockedBody: 'Everything recorded is kept.',
  firstError: 'Go to the first one',
  findings: 'To review',
  noFindings: 'Nothing to review.',
  goToCell: 'Go to the cell',
  figures: 'Figures',
  name: 'Indicator',
  noteText: 'Note: {{note}}',
  target: 'Province’s target',
  events: 'Event log',
  noEvents: 'Nothing happened yet.',
  event: '{{by}} ({{role}}), {{at}}',
  reason: 'Reason: {{reason}}',
  revision: 'Revision {{revision}}',
  returnTitle: 'Return for correction',
  returnBody: 'The figures are opened again for the recording officer. Nothing is lost.',
  reviseTitle: 'Reopen for revision',
  reviseBody:
    'Revision {{revision}} begins from the approved figures; it has to be checked, approved and sealed again.',
  reasonLabel: 'Reason (required)',
  done: {
    submit: 'Sent for checking.',
    check: 'Sent for approval.',
    approve: 'Approved.',
    'approve-on-paper': 'The approval on paper is recorded.',
    return: 'Returned.',
    revise: 'Reopened for revision.',
  },
  sign: {
    title: {
      submit: 'Sign and send for checking',
      approve: 'Sign the approval',
      'approve-on-paper': 'Record an approval on paper',
    },
    body: {
      submit:
        'You sign that you prepared these figures. The signature travels with the bundle: the province sees who prepared them and when.',
      approve:
        'You sign that you approve exactly these figures. The signature travels with the bundle: the province sees who approved them and when.',
      'approve-on-paper':
        'The leader signed the print and the scan is attached. You sign that you record it; the bundle cites the document’s number, day and signer.',
    },
    action: {
      submit: 'Sign and send',
      approve: 'Sign the approval',
      'approve-on-paper': 'Sign and record',
    },
    password: 'Your password',
    passwordHint: 'Opens your own signing key for this one signature.',
    passwordMissing: 'Enter your password.',
    working: 'Signing',
  },
  provinceOnly: 'The province’s own figures do not pass this step.',
} as const satisfies SameKeysAs<typeof viApproval>;
