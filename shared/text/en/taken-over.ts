import type { SameKeysAs } from '../messages.ts';
import type { viTakenOver } from '../vi/taken-over.ts';

export const enTakenOver = {
  filter: 'Which cells are listed',
  filters: {
    taken: 'To record ({{count}})',
    changed: 'Changed ({{count}})',
    refused: 'Not taken ({{count}})',
    unchanged: 'Unchanged ({{count}})',
  },
  accept: 'Record',
  acceptAll: 'Choose all',
  acceptNone: 'Choose none',
  row: 'Row',
  column: 'Column',
  note: 'Note',
  empty: '(empty)',
  none: 'No cell belongs here.',
  more: 'Show {{count}} more cells',
  sameTitle: 'The file holds just what is here',
  same: '{{count}} cells are unchanged, there is nothing to record.',
  go: 'Record {{count}} cells',
  working: 'Recording…',
  nothing: 'No cell was recorded',
  at: 'Saved at {{at}}. The history shows every cell.',
  overtaken:
    '{{count}} cells changed since the preview and were not recorded. Look at a preview again.',
  left: '{{count}} cells were not chosen.',
  unchanged: '{{count}} cells are unchanged.',
  refused: '{{count}} cells could not be taken.',
  undo: 'Undo',
  undoing: 'Undoing…',
  undone: '{{count}} cells are again as they were before.',
  back: 'Back to the form',
} as const satisfies SameKeysAs<typeof viTakenOver>;
