import type { SameKeysAs } from '../messages.ts';
import type { viVerdict } from '../vi/verdict.ts';

export const enVerdict = {
  outcomes: {
    accepted: 'Received',
    held: 'Waits for you',
    'already-received': 'Received before',
    refused: 'Refused',
    skipped: 'Skipped',
  },
  counts: {
    accepted: 'received',
    taken: 'taken in',
    held: 'waiting',
    'already-received': 'received before',
    refused: 'refused',
    skipped: 'skipped',
  },
  reasons: {
    accepted: '{{unit}} – {{period}}, revision {{revision}}. Signature valid, all stored.',
    acceptedPlain: 'Signature valid, all stored.',
    'already-received':
      '{{unit}} – {{period}}, revision {{revision}}. This bundle is already here; nothing was stored again.',
    alreadyReceivedPlain: 'This file was received before; nothing has changed.',
    catalogue:
      'Catalogue version {{version}} of the province. Its signature holds. Not in use yet: look at the changes, then accept it.',
    catalogueAgain: 'Catalogue version {{version}} is already here; nothing has changed.',
    skipped: 'Not a file to be read here. The file is left as it is.',
    receipt:
      'The province’s receipt: {{answer}}. {{period}}, revision {{revision}}. Signature valid.',
  },
  receipt: 'Receipt: {{fileName}}',
  refuse: 'Sign a refusal…',
  skippedFiles:
    'Skipped {{files}} files not sent to this place (own files, key files, other files)',
  nothingToRead: 'No file in the chosen place is addressed to this unit.',
  listLabel: 'Result for each file',
  empty: 'There are no files in the chosen place. Check the USB stick or choose another folder.',
} as const satisfies SameKeysAs<typeof viVerdict>;
