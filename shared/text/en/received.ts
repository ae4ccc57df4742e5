import type { SameKeysAs } from '../messages.ts';
import type { viReceived } from '../vi/received.ts';

export const enReceived = {
  subtitle: '{{period}} · revision {{revision}} · received {{at}} · check code {{code}}',
  back: 'Back to Receive',
  periods: 'Periods received from this unit',
  forms: 'Forms of the report',
  section: 'Section',
  explanations: 'Explanations',
  remarks: 'Status, notes and sources of single figures',
  emptyForm: 'The received report has nothing in this form.',
  none: 'No report to show',
  noneHint: 'Choose a unit that has reported on the Receive page.',
} as const satisfies SameKeysAs<typeof viReceived>;
