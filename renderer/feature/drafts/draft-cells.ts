import type { DraftCell } from '#shared/ipc/calls/drafts.ts';

/** Whether a cell of drafts would be recorded when it is accepted. */
export function isTakable({ outcome }: DraftCell): boolean {
  return outcome === 'new' || outcome === 'changed';
}

/** A cell among those of all forms. */
export function placeOf({ form, row, column }: DraftCell): string {
  return `${form} ${row} ${column}`;
}
