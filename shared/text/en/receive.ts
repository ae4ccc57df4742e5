import type { SameKeysAs } from '../messages.ts';
import type { viReceive } from '../vi/receive.ts';

export const enReceive = {
  title: 'Receive',
  subtitle: '{{period}} · {{received}}/{{expected}} units have reported',
  loading: 'Opening the list of received bundles',
  source: {
    title: 'Receive data bundles',
    place: 'Where the bundles are',
    none: 'Nothing chosen',
    pickFolder: 'Choose folder…',
    pickFile: 'Choose one file…',
    password: 'Your password',
    passwordHint: 'Unlocks the province’s key. Not stored.',
    passwordMissing: 'Enter your password to open the bundles.',
    placeMissing: 'Choose a folder or a file first.',
    action: 'Receive',
    working: 'Opening and checking each file',
    notAllowed: 'A receiving account opens bundles. Your account sees the list below.',
    workingHint:
      'Each bundle is received whole or not at all. Stopping half-way loses no bundle already received.',
    lead: 'Choose a USB stick or a folder. Every file is read and has one result; receipts are written back to the same place.',
  },
  result: {
    title: 'Result: {{place}}',
    receipts:
      'Receipts written to the same folder: {{written}}. Give the USB stick back to the unit.',
  },
  units: {
    title: 'Units that have reported',
    unit: 'Unit',
    state: 'Report',
    revision: 'Revision',
    receivedAt: 'Received at',
    checkCode: 'Check code',
    received: 'Received',
    late: 'Received late',
    missing: 'Not sent',
    all: 'All',
    onlyMissing: 'Not sent',
    onlyReceived: 'Sent',
    noneMissing: 'All units have reported.',
    noneReceived: 'No unit has reported yet. Received bundles appear here.',
    toConsolidation: 'Open the consolidated table',
    open: 'View report',
    openOf: 'View the report of {{unit}}',
    showFilter: 'Filter units',
  },
} as const satisfies SameKeysAs<typeof viReceive>;
