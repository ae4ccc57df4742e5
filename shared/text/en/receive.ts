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
    pickFiles: 'Choose files…',
    password: 'Your password',
    passwordHint: 'To open bundles with the province’s key. Not stored.',
    passwordMissing: 'Enter your password to open the bundles.',
    placeMissing: 'Choose a folder or a file first.',
    preview: 'Preview',
    record: 'Record the result',
    action: 'Receive {{count}} bundles',
    goodUntil: 'good until {{at}}',
    discard: 'Drop this preview',
    notAllowed:
      'Only a receiving account opens bundles. Your account sees the list and every report.',
    lead: 'Choose a USB stick, a folder or files, then Preview: every file is checked, nothing is stored. Receiving stores them and writes receipts to the same place.',
  },
  progress: {
    preview: 'Previewing',
    'take-in': 'Receiving',
    files: '{{done}}/{{total}} files',
    cancel: 'Stop',
    cancelling: 'Stopping after this file',
    previewHint: 'Reading and checking only: nothing is stored, no receipt is written.',
    'take-inHint':
      'Each bundle is received whole or not at all. Stopping half-way loses nothing; receiving again goes on.',
  },
  register: {
    title: 'Register of imports',
    loading: 'Opening the register',
    empty: 'Nothing was received yet. Each import is entered here.',
    at: 'At',
    by: 'Received by',
    source: 'From',
    state: 'State',
    results: 'Result',
    open: 'View',
    openOf: 'View the import of {{at}}',
    close: 'Close',
    runTitle: 'Import of {{at}}',
    more: 'Show all {{count}}',
    states: {
      done: 'Done',
      cancelled: 'Stopped',
      running: 'Going on',
      interrupted: 'Cut off',
    },
    interrupted:
      'This import was cut off at {{done}}/{{total}} files. Bundles received are kept whole. Choose the place again, preview and receive: it goes on from there, and no bundle is received twice.',
    cancelled:
      'Stopped at {{done}}/{{total}} files as asked. To go on, choose the place again, preview and receive.',
  },
  result: {
    title: 'Result: {{place}}',
    previewTitle: 'Preview: {{place}}',
    previewLead:
      'Nothing was stored and no receipt was written. Receiving reads and checks the files again.',
    previewOver:
      'The list of a preview that is over, still there to be read. Preview again to take files in.',
    previewCancelled: 'The preview was stopped at {{done}}/{{total}} files. Nothing was stored.',
    heldLead:
      'A bundle that needs a decision is genuine, with a valid signature, but a person has to decide. The file is left where it is.',
    quarantine: 'Copies of refused files lie in {{folder}}. Do not open them.',
    receipts:
      'Receipts written to the same folder: {{written}}. Give the USB stick back to the unit.',
  },
  units: {
    title: 'Reports of the units',
    unit: 'Unit',
    state: 'Report',
    revision: 'Revision',
    receivedAt: 'Received at',
    checkCode: 'Check code',
    sealedAt: 'Sealed {{at}}',
    sealedAtInTime: 'Sealed {{at}}, in time',
    sealedAtDoubtful: 'Sealed {{at}}: not reliable',
    oldKeyring: 'Old keyring: version {{version}}',
    oldKeyrings:
      'Units that still go by an old keyring (the list of keys that the province signs): {{count}}. Write the new one, on the page Keys and units, to the stick with the receipt.',
    oldCatalogue: 'Old catalogue: version {{version}}',
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
