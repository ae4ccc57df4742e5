import type { SameKeysAs } from '../messages.ts';
import type { viFrame } from '../vi/frame.ts';

export const enFrame = {
  loading: 'Reading…',
  rail: 'Pages',
  foldRail: 'Fold the side bar',
  unfoldRail: 'Unfold the side bar',
  skipToContent: 'Go to the page’s content',
  pages: {
    home: 'Home',
    sheet: 'Recording',
    provinceSheet: 'Province’s figures',
    approval: 'Check and approve',
    attachments: 'Attachments',
    bundle: 'Bundle',
    report: 'Print report',
    receive: 'Receive',
    consolidation: 'Consolidation',
    catalogue: 'Catalogue',
    following: 'Follow-up',
    plan: 'Plan',
    history: 'History',
    trust: 'Keys and trust',
    provinceTrust: 'Keys and units',
    settings: 'Settings',
  },
  period: 'Reporting period',
  saved: 'Figures saved {{time}}',
  savedNothing: 'All figures are saved',
  saving: 'Saving…',
  saveFailed: '{{count}} cells not saved',
  unsavedStays:
    'Some cells are not saved, so you are still signed in. Save again in the bar above, or open their form to let them go.',
  retrySave: 'Save again',
  account: 'Account',
  signOut: 'Sign out, switch user',
  sampleClock: 'Sample clock {{day}}',
  sampleClockHint: 'The program runs on a sample date and time, not the real one.',
  clock: {
    day: '{{day}}',
    receipt:
      'The clock is wrong: this computer says {{now}}, but the province made a receipt on {{known}}.',
    keyring:
      'The clock is wrong: this computer says {{now}}, but the province issued its keyring on {{known}}.',
    'own-log':
      'The clock may be wrong: this computer says {{now}}, but its own log has come to {{known}}.',
    leap: 'The clock may be ahead: this computer says {{now}}, more than a year after the latest time on record ({{known}}).',
    hint: 'Everything is still saved; have the date and time put right.',
    confirm: 'Confirm that the clock is right',
    confirmHint: 'When date and time are right and the earlier ones were wrong. This is logged.',
  },
  dismiss: 'Dismiss',
  cancel: 'Cancel',
  tryAgain: 'Try again',
  noPeriods: 'No reporting periods',
  noPeriodsHint:
    'The plan’s catalogue has no reporting period yet. Ask the Department of Planning and Investment.',
  partlyWritten: {
    title: 'Only {{written}} of {{asked}} files were written to {{folder}}',
    missing: 'Not written ({{count}}): {{names}}.',
    written: 'Written ({{count}}): {{names}}.',
  },
  pageFault: 'This page met a fault',
  pageFaultHint:
    'Saved figures are safe. Open the page again; if the fault stays, restart the program.',
} as const satisfies SameKeysAs<typeof viFrame>;
