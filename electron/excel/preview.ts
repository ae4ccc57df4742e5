import type { CellFault } from '#shared/domain/cell.ts';
import type { LegacyText, RawCell } from './raw-cell.ts';

/** Why a cell of a file cannot be taken over. */
export type CellRefusal =
  | CellFault
  | 'excel-cell-is-date'
  | 'excel-cell-is-percent'
  | 'excel-cell-has-error'
  | 'excel-formula-without-value'
  | 'excel-cell-locked'
  | 'excel-cell-twice'
  | 'excel-row-moved'
  | 'excel-row-unknown'
  | 'excel-column-moved'
  | 'excel-column-unknown';

/** What is worth a second look at a cell that is not refused. */
export type CellCaution =
  /** The file holds what was exported; the figure here is newer and stays. */
  | 'excel-cell-newer-here'
  /** Changed in the file and here since the export; taking it over replaces what is here. */
  | 'excel-cell-changed-on-both-sides';

/**
 * One cell of a preview: what is here, what taking the file over would make of it. `row` and `column`
 * are codes of the form, `address` is the place in the file, `shown` what the file holds there.
 * `isAssumed`: the reading was not the only one, so it is shown. `after` of a refused cell is `before`.
 */
export type PreviewCell = {
  readonly row: string;
  readonly column: string;
  readonly address: string;
  readonly before: string;
  readonly after: string;
  readonly shown: string;
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'refused';
  readonly reason: CellRefusal | CellCaution | null;
  readonly isAssumed: boolean;
  readonly legacy: LegacyText | null;
};

/** Where a preview's cell stands, and what it is about. */
export type PreviewPlace = Pick<PreviewCell, 'row' | 'column' | 'address' | 'before'> & {
  readonly raw: RawCell | null;
};

/** A cell that would be taken over as it was understood. */
export function taken(
  place: PreviewPlace,
  after: string,
  isAssumed: boolean,
  caution: CellCaution | null = null,
): PreviewCell {
  return preview(place, after, place.before === '' ? 'new' : 'changed', caution, isAssumed);
}

/** A cell that taking the file over leaves as it is. */
export function unchanged(place: PreviewPlace, caution: CellCaution | null = null): PreviewCell {
  return preview(place, place.before, 'unchanged', caution, false);
}

/** A cell that is not taken over. */
export function refused(place: PreviewPlace, reason: CellRefusal): PreviewCell {
  return preview(place, place.before, 'refused', reason, false);
}

// Written out field by field: a file has thousands of these, and copying objects is slow.
function preview(
  { row, column, address, before, raw }: PreviewPlace,
  after: string,
  outcome: PreviewCell['outcome'],
  reason: PreviewCell['reason'],
  isAssumed: boolean,
): PreviewCell {
  const shown = raw === null ? '' : raw.isPercent ? `${raw.text} × 100 %` : raw.text;
  const legacy = raw === null ? null : raw.legacy;
  return { row, column, address, before, after, shown, outcome, reason, isAssumed, legacy };
}
