import type { SameKeysAs } from '../messages.ts';
import type { viTerms } from '../vi/terms.ts';

export const enTerms = {
  appName: 'Sổ Chỉ Tiêu',
  roles: {
    recorder: 'Recording',
    checker: 'Checking',
    approver: 'Approval',
    receiver: 'Receiving',
    consolidator: 'Consolidation',
  },
  roleTitles: {
    recorder: 'Recording officer',
    checker: 'Head of office (checks)',
    approver: 'People’s Committee leader (approves)',
    receiver: 'Receiving officer',
    consolidator: 'Consolidating officer',
  },
  sides: { district: 'District unit', province: 'Province (Planning and Investment)' },
  states: {
    recording: 'Recording',
    'awaiting-check': 'Awaiting check',
    'awaiting-approval': 'Awaiting approval',
    approved: 'Approved',
    sealed: 'Sealed',
    received: 'Received by the province',
    returned: 'Returned by the province',
  },
  answers: {
    accepted: 'Accepted',
    'accepted-with-notes': 'Accepted with notes',
    returned: 'Returned for completion',
    refused: 'Not accepted',
  },
  reports: {
    'on-time': 'Received',
    'sealed-on-time': 'In after deadline',
    late: 'Late',
    returned: 'Returned',
    missing: 'Not sent',
  },
  actions: {
    submit: 'Send for checking',
    check: 'Checked, send for approval',
    approve: 'Approve',
    'approve-on-paper': 'Record approval on paper',
    return: 'Return',
    seal: 'Seal',
    receive: 'Received by the province',
    'hand-back': 'Returned by the province',
    revise: 'Reopen for revision',
  },
  statuses: { estimated: 'Estimated', provisional: 'Provisional', official: 'Official' },
  columns: {
    numerator: 'Numerator',
    denominator: 'Denominator',
    value: 'Value',
    status: 'Status',
    note: 'Note',
    rate: 'Actual',
  },
  severities: { error: 'Error', warning: 'Warning', explain: 'To be explained' },
  reportedBy: {
    province: 'Published by the province',
    district: 'Reported by the district',
    commune: 'Summed from communes',
  },
} as const satisfies SameKeysAs<typeof viTerms>;
