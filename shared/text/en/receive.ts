import type { SameKeysAs } from '../messages.ts';
import type { viReceive } from '../vi/receive.ts';

export const enReceive = {
  title: 'Receive',
  subtitle: '{{period}} · {{received}}/{{expected}} units have reported',
  subtitleReturned:
    '{{period}} · {{received}}/{{expected}} units have reported · {{returned}} returned',
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
    sealedAt: 'Sealed {{at}}',
    sealedAtInTime: 'Sealed {{at}}, in time',
    sealedAtDoubtful: 'Sealed {{at}}: not reliable',
    oldKeyring: 'Still goes by version {{version}} of the keyring',
    oldKeyrings:
      'Units that still go by an old keyring: {{count}}. Write the new one (page Keys and units) to the stick with the receipt.',
    oldCatalogue: 'Still goes by version {{version}} of the catalogue',
    oldCatalogues:
      'Units that still go by an old catalogue: {{count}}. Issue the catalogue (page Catalogue) and send it along with the receipt.',
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
  refuse: {
    title: 'Sign a refusal',
    lead: 'The province tells the unit, signed, that this bundle cannot be taken in and why. Nothing of the bundle is kept.',
    note: 'More to say',
    noteHint: 'May be left empty; the program’s reason is always in the receipt.',
    passwordMissing: 'Enter your password to sign the receipt.',
    action: 'Sign and write',
    working: 'Signing the receipt',
    done: '{{fileName}} is written beside the refused bundle.',
  },
} as const satisfies SameKeysAs<typeof viReceive>;
