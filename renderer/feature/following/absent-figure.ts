import type { FollowedIndicator } from '#shared/ipc/calls/following.ts';
import type { Text } from '../../ui/text.ts';

/** A figure of the province or of a unit in a period. */
export type FollowedFigure = FollowedIndicator['periods'][number]['total'];

/** Why there is no number. */
export type Absent = 'nil' | 'missing' | 'empty' | 'not-received' | 'returned';

export function absentKind({ kind }: Pick<FollowedFigure, 'kind'>): Absent {
  switch (kind) {
    case 'nil':
    case 'missing':
    case 'not-received':
    case 'returned':
      return kind;
    default:
      return 'empty';
  }
}

/**
 * What stands where there is no number: `-` for what did not occur, `...` for what nobody could
 * collect, else why in words; nothing for null, where the period does not ask for it.
 */
export function absentText(figure: FollowedFigure | null, { t }: Pick<Text, 't'>): string {
  if (figure === null) return '';
  const kind = absentKind(figure);
  if (kind === 'nil') return '-';
  return kind === 'missing' ? '...' : t(`following.pictures.kinds.${kind}`);
}
