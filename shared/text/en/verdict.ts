import type { SameKeysAs } from '../messages.ts';
import type { viVerdict } from '../vi/verdict.ts';

export const enVerdict = {
  outcomes: {
    accepted: 'Received',
    revision: 'Revision',
    'already-received': 'Received before',
    copy: 'Copy of a file',
    held: 'Needs a decision',
    refused: 'Refused',
    skipped: 'Skipped',
  },
  expected: {
    accepted: 'Would be received',
    revision: 'Would be received, revision',
    'already-received': 'Received before',
    copy: 'Copy of a file',
    held: 'Needs a decision',
    refused: 'Would be refused',
    skipped: 'Skipped',
  },
  counts: {
    accepted: 'received',
    new: 'new',
    taken: 'taken in',
    revision: 'revisions',
    'already-received': 'received before',
    copy: 'same as another file',
    held: 'need a decision',
    refused: 'refused',
    skipped: 'skipped',
  },
  held: {
    'sequence-fork':
      'Ask the unit which bundle is right, then choose Look and decide on this page. Two computers may be sending, or a store was restored.',
    'sequence-jump':
      'Ask the unit for its last bundle number. If it is right, choose Look and decide on this page to count the bundle.',
    'series-unknown':
      'The unit has a new computer or restored its store. Call the unit, then choose Look and decide on this page; or enrol it again on the page Keys and units (compare fingerprints by phone) and receive this file again.',
    'catalogue-newer':
      'The province has to take the newer catalogue first; then receive this file again.',
    'bundle-newer-than-program':
      'Update the program on this computer, then receive this file again. The unit need not send anything.',
  },
  quarantined: 'A copy lies in quarantine: {{fileName}}',
  notQuarantined: 'No copy could be put in quarantine. {{reason}}',
  byFileName: 'By the file’s name: {{unit}}',
  filter: 'Filter by result',
  all: 'All',
  search: 'Search the list',
  noneOfFilter: 'No file matches.',
  more: 'Show {{count}} more files ({{rest}} left)',
  reasons: {
    expected: '{{unit}} – {{period}}, revision {{revision}}. Signature valid, bundle whole.',
    replaces: 'Replaces revision {{revision}}, received {{at}}.',
    replacesExpected: 'Replaces revision {{revision}} of this same reading.',
    accepted: '{{unit}} – {{period}}, revision {{revision}}. Signature valid, all stored.',
    acceptedPlain: 'Signature valid, all stored.',
    'already-received':
      '{{unit}} – {{period}}, revision {{revision}}. This bundle is already here; nothing was stored again.',
    copy: 'The same bundle as the file {{file}} of this reading; it counts once.',
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
